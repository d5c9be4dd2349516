import { expect, test } from 'vitest';
import { formatLength, hasLength, readTypedLength } from '../../../src/search/filter/lengths.ts';

const slot = (end: string | undefined) => ({
  start: '2027-05-11T09:00:00+02:00',
  end,
  day: '2027-05-11',
  rooms: [],
});
const FORTY = [slot('2027-05-11T09:40:00+02:00')];

test.each([
  ['40', '40 min', true],
  ['30', '30 min', false],
  ['<40', 'under 40 min', false],
  ['<=40', 'up to 40 min', true],
  ['>=40 min', '40 min or longer', true],
  ['>40', 'over 40 min', false],
  ['foo', undefined, undefined],
  ['', undefined, undefined],
  ['9999', undefined, undefined],
])('%s', (typed, text, fits) => {
  const length = readTypedLength(typed);
  expect(length && formatLength(length)).toBe(text);
  expect(length && hasLength(length, FORTY)).toBe(fits);
  expect(length && hasLength(length, [slot(undefined)])).toBe(length && false);
});
