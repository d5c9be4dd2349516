import { expect, test } from 'vitest';
import { endOf, readLine, readRating, summariseRatings } from '../../src/people/ratings.ts';
import type { Talk } from '../../src/programme/talk.ts';
import { programme, talk } from '../support/conference.ts';

const DAY = '2027-05-11';
const slot = (time: string, end: string | undefined, day = DAY) => ({
  ...{ start: `${day}T${time}:00+02:00`, end: end && `${day}T${end}:00+02:00` },
  ...{ rooms: ['Quay Hall'], day, untimed: undefined },
});
const at = (time: string) => Date.parse(`${DAY}T${time}:00+02:00`);

function endAt(given: Partial<Talk>, now: number): number | undefined {
  const one = talk(given);
  return endOf(one, programme([one]), now);
}

test('a talk is over at the end of its first time', () => {
  const slots = [slot('09:00', '09:45'), slot('14:00', '14:45')];
  expect(endAt({ slots }, at('09:44'))).toBe(undefined);
  expect(endAt({ slots }, at('09:45'))).toBe(at('09:45'));
  expect(endAt({ slots }, at('15:00'))).toBe(at('09:45'));
});

test.each<[string, Partial<Talk>]>([
  ['a cancelled talk', { status: 'cancelled' }],
  ['a break', { kind: 'break' }],
  ['a talk without times', { slots: [] }],
])('%s is never over', (_name, given) => {
  expect(endAt({ slots: [slot('09:00', '09:45')], ...given }, at('18:00'))).toBe(undefined);
});

test('what lasts all day is over the day after', () => {
  const slots = [{ ...slot('00:00', undefined), start: DAY, untimed: 'all day' as const }];
  expect(endAt({ slots }, at('18:00'))).toBe(undefined);
  expect(endAt({ slots }, at('18:00') + 86_400_000)).toBe(Date.parse(DAY));
});

test('ratings and lines are read as they are kept', () => {
  expect(['1', '5', '0', '6', '4.5', '', undefined].map(readRating)).toEqual([
    ...[1, 5],
    ...[undefined, undefined, undefined, undefined, undefined],
  ]);
  expect([' Clear.\n\nLoud.\0 ', null, 'x'.repeat(400)].map(readLine)).toEqual([
    'Clear. Loud.',
    '',
    'x'.repeat(300),
  ]);
});

test('from three ratings on organisers see mean, distribution and lines', () => {
  const ratings = [
    { rating: 5, line: 'Wow' },
    { rating: 4, line: '' },
  ] as const;
  expect(summariseRatings(ratings)).toBe(undefined);
  expect(summariseRatings([...ratings, { rating: 1, line: 'Loud' }])).toEqual({
    ...{ count: 3, mean: 10 / 3 },
    ...{ distribution: [1, 0, 0, 1, 1], lines: ['Loud', 'Wow'] },
  });
});
