import { expect, test } from 'vitest';
import { answer, answerWithoutOrders } from '../../src/conversation/answer.ts';
import { understoodIn } from '../../src/conversation/understood.ts';
import { answeringFor } from '../support/answering.ts';
import { harbour } from '../support/harbour.ts';
import { loadedWith } from '../support/loaded.ts';

const context = answeringFor(loadedWith(harbour), { at: '2027-05-11T08:55+02:00' });

test.each([
  ['ceph today', 'Tue 11 May · ceph'],
  ['cehp today', 'Tue 11 May'],
  ['ceph', undefined],
  ['company:tren', 'tern'],
  ['room:qauy ceph today', 'Tue 11 May · Quay Hall'],
  ['track:storage ceph', 'Storage · ceph'],
  ['ceph without kubernetes', 'ceph · without kubernetes'],
  ['"ceph" -kubernetes today', 'Tue 11 May · “ceph” · without kubernetes'],
])('the results for %j say that they are about %j', (typed, line) => {
  const answered = answer(typed, context);
  expect(answered.kind === 'results' ? answered.results.understood : answered.kind).toBe(line);
});

test('an agenda of a room says so, and leads to all days and all rooms', () => {
  const answered = answer('quay hall tuesday', context);
  if (answered.kind !== 'agenda') throw new Error(`It is ${answered.kind}.`);
  expect([answered.understood, answered.wider]).toEqual([
    'Quay Hall',
    [
      { label: 'All days (7)', query: 'room:"Quay Hall"' },
      { label: 'All rooms (7)', query: '2027-05-11' },
    ],
  ]);
});

test('a mistyped word is said with the one that it was taken for', () => {
  const answered = answer('tommorow', context);
  expect(answered.kind === 'agenda' ? answered.agenda.notes[0] : answered.kind).toBe(
    'Showing tomorrow (you typed tommorow).',
  );
});

test('own talks of a day are understood as that day', () => {
  const answered = answerWithoutOrders('mine tomorrow', context);
  expect(understoodIn(answered)).toEqual([{ what: 'day', value: '2027-05-12' }]);
});
