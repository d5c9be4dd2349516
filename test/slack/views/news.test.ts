import { expect, test } from 'vitest';
import { newsMessage } from '../../../src/slack/views/news.ts';
import { answeringFor } from '../../support/answering.ts';
import { harbour } from '../../support/harbour.ts';
import { loadedWith } from '../../support/loaded.ts';
import { read } from '../../support/read.ts';

const context = answeringFor(loadedWith(harbour), { at: '2027-05-11T10:00+02:00', place: 'apart' });
const news = [
  {
    talkId: 'storage/ceph-1',
    change: 'Room: Quay Hall, was Net Loft',
    at: Date.parse('2027-05-10T12:00+02:00'),
  },
  { talkId: 'people/radio', change: undefined, at: Date.parse('2027-05-11T00:10+02:00') },
  { talkId: 'storage/ceph-2', change: 'Cancelled', at: Date.parse('2027-05-09T23:50+02:00') },
  { talkId: 'gone', change: undefined, at: Date.parse('2027-05-11T09:00+02:00') },
];
const show = (since: string | undefined, of = news) => {
  const { blocks, text } = newsMessage(of, { since, isDay: false, own: false }, context);
  return { lines: read(blocks), text };
};

test('the latest first, each with what is new of it', () => {
  expect(show(undefined)).toEqual({
    lines: [
      'New in the last week',
      'New: Radio silence | Stefano Mafuli, Ada Lund · People',
      '[Details][Star]',
      'Lesson 1 in Ceph | Room: Quay Hall, was Net Loft',
      '[Details][Star]',
      'Lesson 2 in Ceph | Cancelled',
      '[Details][Star]',
    ],
    text: [
      'New in the last week',
      'New: Radio silence, Stefano Mafuli, Ada Lund · People',
      'Lesson 1 in Ceph: Room: Quay Hall, was Net Loft',
      'Lesson 2 in Ceph: Cancelled',
    ].join('\n'),
  });
});

test('since a day of the conference: its own midnight parts the days', () => {
  expect(show('2027-05-10').text.split('\n').slice(1)).toHaveLength(2);
  expect(show('2027-05-11').text).toBe('New today\nNew: Radio silence, Stefano Mafuli, Ada Lund · People');
  expect(show('2027-05-11', news.slice(2))).toEqual({
    lines: ['Nothing new today.'],
    text: 'Nothing new today.',
  });
  expect(show('2027-05-09', []).text).toBe('Nothing new since Sun 9 May.');
  expect(show('2027-05-10', []).text).toBe('Nothing new since yesterday.');
  expect(show('2027-05-04', []).text).toBe('Nothing new in the last week.');
});

test('one day alone, under its name', () => {
  const on = (since: string, of = news) => newsMessage(of, { since, isDay: true, own: false }, context).text;
  expect(on('2027-05-11')).toBe('Changed today\nNew: Radio silence, Stefano Mafuli, Ada Lund · People');
  expect(on('2027-05-10')).toBe('Changed yesterday\nLesson 1 in Ceph: Room: Quay Hall, was Net Loft');
  expect(on('2027-05-09')).toBe('Changed on Sun 9 May\nLesson 2 in Ceph: Cancelled');
  expect(on('2027-05-11', [])).toBe('Nothing changed today.');
  expect(on('2027-05-08')).toBe('Nothing changed on Sat 8 May.');
});

test('a talk that came in earlier and changed today: today the change, in the last week a new talk', () => {
  const of = [
    { talkId: 'people/radio', change: undefined, at: Date.parse('2027-05-08T12:00+02:00') },
    { talkId: 'people/radio', change: 'Pier → Quay Hall', at: Date.parse('2027-05-10T12:00+02:00') },
    { talkId: 'people/radio', change: '10:00 → 11:00', at: Date.parse('2027-05-11T09:00+02:00') },
  ];
  const on = (since: string) => newsMessage(of, { since, isDay: true, own: false }, context).text;
  expect([on('2027-05-11'), on('2027-05-10')]).toEqual([
    'Changed today\nRadio silence: 10:00 → 11:00',
    'Changed yesterday\nRadio silence: Pier → Quay Hall',
  ]);
  expect(show('2027-05-10', of).text).toBe(
    'New since yesterday\nRadio silence: 10:00 → 11:00; Pier → Quay Hall',
  );
  expect(show(undefined, of).text).toBe(
    'New in the last week\nNew: Radio silence, Stefano Mafuli, Ada Lund · People',
  );
});
