import { expect, test } from 'vitest';
import { constraintsLine, describeWords } from '../../../src/conversation/constraints/constraints-line.ts';
import { harbour } from '../../support/harbour.ts';

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
  [{ name: 'lang', value: 'klingonish', not: false }, undefined],
  [{ name: 'speaker', value: 'lund', not: false }, 'Ada Lund'],
  [{ name: 'day', value: '2027-13-40', not: false }, undefined],
  [{ name: 'room', value: 'attic', not: false }, undefined],
  [{ name: 'room', value: '', not: false }, undefined],
] as const)('the filter %j is said as %j', (filter, line) => {
  expect(constraintsLine([filter], harbour)).toBe(line);
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
