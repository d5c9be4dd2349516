import { expect, test } from 'vitest';
import { dayWords, whenWords } from '../../src/programme/when.ts';

test('says a day in words', () => {
  expect(['2027-05-11', '2024-02-29', '2027-09-01'].map(dayWords)).toEqual([
    'Tue 11 May',
    'Thu 29 Feb',
    'Wed 1 Sept',
  ]);
});

test('says when a slot is, on the clocks of the conference and to which night it belongs', () => {
  const slot = {
    start: '2027-05-12T01:30:00+02:00',
    end: '2027-05-12T02:00:00+02:00',
    rooms: [],
    day: '2027-05-11',
  };
  expect(whenWords(slot)).toBe('Wed 12 May 01:30–02:00 (Tuesday night)');
  expect(whenWords({ ...slot, end: undefined, day: '2027-05-12' })).toBe('Wed 12 May 01:30');
});
