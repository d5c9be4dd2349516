import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it, test } from 'vitest';
import {
  findSteadyOffset,
  formatLocal,
  formatOffset,
  parseLocal,
  parseOffset,
} from '../../src/programme/local-time.ts';
import { epochOf, placeMoment } from '../../src/programme/moment.ts';

test.each([
  ['2027-05-11T09:00:00', Date.UTC(2027, 4, 11, 9)],
  ['2028-02-29T23:59:59', Date.UTC(2028, 1, 29, 23, 59, 59)],
  ['2027-02-30T09:00:00', undefined],
  ['2027-05-11T24:00:00', undefined],
  ['2027-05-11T09:00', undefined],
  ['2027-05-11', undefined],
  ['soon, soon and soon', undefined],
])('parses the local time %s as %s', (text, ms) => {
  expect(parseLocal(text)).toBe(ms);
  if (ms !== undefined) expect(formatLocal(ms)).toBe(text);
});

test.each([
  ['Z', 0, '+00:00'],
  ['+02:00', 120, '+02:00'],
  ['-0330', -210, '-03:30'],
  ['-00:00', 0, '+00:00'],
  ['+24:00', undefined, ''],
  ['+2', undefined, ''],
])('parses the offset %s as %s minutes', (text, minutes, formatted) => {
  expect(parseOffset(text)).toBe(minutes);
  if (minutes !== undefined) expect(formatOffset(minutes)).toBe(formatted);
});

it('knows the offset of a zone, but not near a change of its clocks', () => {
  const at = (day: string) => findSteadyOffset('Europe/Madrid', Date.parse(`${day}T12:00Z`));
  expect(
    ['2027-01-11', '2027-03-27', '2027-03-28', '2027-03-29', '2027-03-31', '2027-05-11'].map(at),
  ).toEqual([60, undefined, undefined, undefined, 120, 120]);
  expect(() => findSteadyOffset('Nowhere/Land', 0)).toThrow(RangeError);
});

it('places times as Temporal does, in every zone and near each change of clocks', () => {
  const zone = fc.constantFrom(
    'Europe/Madrid',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'Africa/Casablanca',
    'UTC',
  );
  const local = fc
    .integer({ min: Date.UTC(2010, 0), max: Date.UTC(2030, 0) })
    .map(ms => formatLocal(Math.floor(ms / 6e4) * 6e4));
  fc.assert(
    fc.property(zone, local, fc.constantFrom('', 'Z', '+02:00', '-0330'), (timeZone, start, offset) => {
      const placed =
        offset === ''
          ? Temporal.PlainDateTime.from(start).toZonedDateTime(timeZone)
          : Temporal.Instant.from(start + offset).toZonedDateTimeISO(timeZone);
      const moment = placeMoment(start + offset, timeZone) ?? '';
      expect(moment).toBe(placed.toString({ smallestUnit: 'second', timeZoneName: 'never' }));
      expect(epochOf(moment)).toBe(placed.epochMilliseconds);
    }),
    { numRuns: 200 },
  );
});
