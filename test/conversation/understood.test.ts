import { expect, test } from 'vitest';
import { answer, answerWithoutOrders } from '../../src/conversation/answer.ts';
import { constraintsLine, describeWords, understoodIn } from '../../src/conversation/understood.ts';
import { answeringFor } from '../support/answering.ts';
import { harbour } from '../support/harbour.ts';
import { loadedWith } from '../support/loaded.ts';

const context = answeringFor(loadedWith(harbour), { at: '2027-05-11T08:55+02:00' });
const is = { not: false } as const;

test.each([
  ['-12:00', 'Wed 12 May, before 12:00 · Quay Hall'],
  ['09:00-12:00', 'Wed 12 May, 09:00–12:00 · Quay Hall'],
  ['09:00-', 'Wed 12 May, from 09:00 · Quay Hall'],
  ['-', 'Wed 12 May, - · Quay Hall'],
  ['09:00', 'Wed 12 May, 09:00 · Quay Hall'],
])('constraints with time:%s are the line %j', (value, line) => {
  const filters = [
    { ...is, name: 'room' as const, value: 'quay' },
    { ...is, name: 'day' as const, value: '2027-05-12' },
    { ...is, name: 'time' as const, value },
  ];
  expect(constraintsLine(filters, harbour)).toBe(line);
});

test.each([
  [{ name: 'track', value: 'storage', not: true }, 'without Storage'],
  [{ name: 'day', value: 'tomorrow', not: false }, 'tomorrow'],
  [{ name: 'lang', value: 'de', not: false }, 'German'],
  [{ name: 'lang', value: 'klingonish', not: false }, 'klingonish'],
  [{ name: 'speaker', value: 'lund', not: false }, 'Ada Lund'],
  [{ name: 'day', value: '2027-13-40', not: false }, '2027-13-40'],
  [{ name: 'room', value: 'attic', not: false }, undefined],
  [{ name: 'room', value: '', not: false }, undefined],
] as const)('the filter %j is said as %j', (filter, line) => {
  expect(constraintsLine([filter], harbour)).toBe(line);
});

test.each([
  ['ceph today', 'Tue 11 May · ceph'],
  ['cehp today', 'Tue 11 May'],
  ['ceph', undefined],
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

test.each([
  ['ceph', 'ceph'],
  ['day:2027-05-11 room:"Quay Hall" ceph', 'ceph · Tue 11 May · Quay Hall'],
  ['track:storage -lang:de "at sea" -kubernetes', '“at sea” · Storage · without German · without kubernetes'],
  ['time:09:00-12:00', '09:00–12:00'],
  ['room:attic ceph', 'ceph · attic'],
  ['-room:attic', 'without attic'],
  ['track:', 'track:'],
  ['', ''],
])('the words %j of an alert are said as %j', (words, said) => {
  expect(describeWords(words, harbour)).toBe(said);
});

test('own talks of a day are understood as that day', () => {
  const answered = answerWithoutOrders('mine tomorrow', context);
  expect(understoodIn(answered)).toEqual([{ what: 'day', value: '2027-05-12' }]);
});
