import { expect, test } from 'vitest';
import { seenConferences } from '../../src/live/seen-conferences.ts';
import { find } from '../../src/search/find.ts';
import { conferencesOf, type Loaded } from '../../src/search/loaded.ts';
import { programme, talk } from '../support/conference.ts';
import { loadedWith } from '../support/loaded.ts';

const MAY = Date.parse('2027-05-11T08:00:00Z');
const JUNE = Date.parse('2027-06-15T08:00:00Z');

function conference(name: string, day: string | undefined) {
  const slots =
    day === undefined ? [] : [{ day, start: `${day}T09:00:00Z`, end: `${day}T10:00:00Z`, rooms: [] }];
  return programme([talk({ id: '1', title: `Ropes at ${name}`, slots: slots as never })], {
    name,
    folder: name.toLowerCase(),
  });
}

const [quay, pier, sheets] = [
  conference('Quay', '2027-05-11'),
  conference('Pier', '2027-06-15'),
  conference('Sheets', undefined),
];

function other(of: typeof pier) {
  return { name: of.conference.name ?? '', programme: of, open: () => loadedWith(of) };
}

const all: Loaded = { ...loadedWith(quay), others: [other(pier)] };

/** The talks that answer, and the names of all conferences. */
function seen(loaded: Loaded): readonly unknown[] {
  const titles = find(loaded.index, 'ropes').talks.map(({ title }) => title);
  return [titles.sort(), conferencesOf(loaded).map(({ conference: { name } }) => name)];
}

test('without a choice all are seen', () => {
  expect(seenConferences(all, undefined, MAY)).toBe(all);
  expect(seenConferences(all, ['Quay', 'Pier'], MAY)).toBe(all);
});

test('the conference that answers is chosen among those that are seen', () => {
  const only = seenConferences(all, ['Pier', 'gone'], MAY);
  expect(seen(only)).toEqual([['Ropes at Pier'], ['Pier']]);
  expect(only.others).toEqual([]);
  expect(seenConferences(all, ['Pier', 'gone'], MAY + 120_000)).toBe(only);
  expect(seen(seenConferences(all, ['Quay'], JUNE))).toEqual([['Ropes at Quay'], ['Quay']]);
});

test('of three, two are seen, and the one that is on answers', () => {
  const three: Loaded = { ...all, others: [other(pier), other(conference('Harbour', '2027-07-01'))] };
  expect(seen(seenConferences(three, ['Pier', 'Harbour'], JUNE))).toEqual([
    ['Ropes at Pier'],
    ['Pier', 'Harbour'],
  ]);
  const later = seenConferences(three, ['Pier', 'Harbour'], Date.parse('2027-07-01T08:00:00Z'));
  expect(seen(later)).toEqual([['Ropes at Harbour'], ['Harbour', 'Pier']]);
});

test('talks without dates count along where they are seen', () => {
  const joined: Loaded = {
    ...loadedWith(programme([...quay.talks, ...sheets.talks])),
    joined: [quay, sheets],
    others: [other(pier)],
  };
  expect(seen(seenConferences(joined, ['Quay'], MAY))).toEqual([['Ropes at Quay'], ['Quay']]);
  expect(seen(seenConferences(joined, ['Pier', 'Sheets'], MAY))).toEqual([
    ['Ropes at Pier', 'Ropes at Sheets'],
    ['Pier', 'Sheets'],
  ]);
});

test('if none that was chosen is loaded any more, all are seen', () => {
  expect(seenConferences(all, ['gone'], MAY)).toBe(all);
});
