import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { fromClocks, toClocks } from '../../src/programme/zone-rules.ts';

test.each([
  ['America/Vancouver', '2026-10-31T12:00', '-07:00'],
  ['America/Vancouver', '2026-12-01T10:00', '-07:00'],
  ['America/Vancouver', '2027-07-01T10:00', '-07:00'],
  ['Canada/Pacific', '2027-01-15T10:00', '-07:00'],
  ['America/Edmonton', '2027-01-15T10:00', '-06:00'],
  ['America/Winnipeg', '2027-01-15T10:00', '-05:00'],
  ['America/Havana', '2027-01-15T10:00', '-04:00'],
  ['America/Havana', '2027-12-01T10:00', '-05:00'],
  ['Africa/Casablanca', '2026-09-01T10:00', '+01:00'],
  ['Africa/Casablanca', '2027-01-15T10:00', '+00:00'],
  // Before 2026 clocks went back as they always had.
  ['America/Vancouver', '2025-12-01T10:00', '-08:00'],
  ['America/Los_Angeles', '2027-01-15T10:00', '-08:00'],
  ['Europe/Madrid', '2027-01-15T10:00', '+01:00'],
])('on any Node %s is on %s at %s', (zone, local, offset) => {
  const time = fromClocks(Temporal.PlainDateTime.from(local), zone);
  expect(time.toString({ smallestUnit: 'minute', timeZoneName: 'never' })).toBe(local + offset);
  expect(toClocks(time.toInstant(), zone).toPlainDateTime().toString({ smallestUnit: 'minute' })).toBe(local);
});
