import { describe, expect, it } from 'vitest';
import { isTimeZone, offsetSecondsOf, zoneLabelOf } from '../../src/local-slack/time-zone.ts';

describe('offsetSecondsOf', () => {
  it.each([
    ['Europe/Madrid', '2027-01-01T00:00:00Z', 3600],
    ['Europe/Madrid', '2027-07-01T00:00:00.999Z', 7200],
    ['Europe/Madrid', '2027-03-28T00:59:59.999Z', 3600],
    ['Europe/Madrid', '2027-03-28T01:00:00Z', 7200],
    ['Europe/Madrid', '2027-10-31T00:59:59Z', 7200],
    ['Europe/Madrid', '2027-10-31T01:00:00Z', 3600],
    ['Asia/Kathmandu', '2027-01-01T00:00:00Z', 20_700],
    ['America/Los_Angeles', '2027-01-01T00:00:00Z', -28_800],
    ['America/Los_Angeles', '2026-12-31T23:59:59Z', -28_800],
    ['UTC', '2027-01-01T00:00:00Z', 0],
    ['UTC', '1969-12-31T23:59:59.5Z', 0],
  ])('%s %s', (zone, instant, expected) => {
    expect(offsetSecondsOf(zone, Date.parse(instant))).toBe(expected);
  });
});

describe('zoneLabelOf', () => {
  it.each([
    ['Europe/Madrid', '2027-07-01T00:00:00Z', 'Central European Summer Time'],
    ['Europe/Madrid', '2027-01-01T00:00:00Z', 'Central European Standard Time'],
    ['Asia/Tokyo', '2027-01-01T00:00:00Z', 'Japan Standard Time'],
    ['UTC', '2027-01-01T00:00:00Z', 'Coordinated Universal Time'],
  ])('%s %s', (zone, instant, expected) => {
    expect(zoneLabelOf(zone, Date.parse(instant))).toBe(expected);
  });
});

it('knows a zone from a town', () => {
  expect(['Europe/Madrid', 'UTC', 'Madrid', ''].map(isTimeZone)).toEqual([true, true, false, false]);
});
