import { expect, test } from 'vitest';
import { tellableFrom } from '../../../src/digests/mine/quiet-hours.ts';

const tellable = (now: string, from: string, to: string, zone = 'Europe/Madrid') =>
  new Date(tellableFrom(Date.parse(now), { from, to }, zone)).toISOString();

test.each([
  ['before the evening', '2027-05-11T19:59:00Z', '2027-05-11T19:59:00.000Z'],
  ['in the evening', '2027-05-11T20:00:00Z', '2027-05-12T05:30:00.000Z'],
  ['after midnight', '2027-05-11T22:30:00Z', '2027-05-12T05:30:00.000Z'],
  ['in the last quiet minute', '2027-05-12T05:29:59Z', '2027-05-12T05:30:00.000Z'],
  ['in the morning', '2027-05-12T05:30:00Z', '2027-05-12T05:30:00.000Z'],
])('quiet hours over midnight, %s', (_when, now, from) => {
  expect(tellable(now, '22:00', '07:30')).toBe(from);
});

test('quiet hours within a day end on it', () => {
  expect(tellable('2027-05-11T11:15:00Z', '13:00', '14:00')).toBe('2027-05-11T12:00:00.000Z');
  expect(tellable('2027-05-11T12:00:00Z', '13:00', '14:00')).toBe('2027-05-11T12:00:00.000Z');
});

test('quiet hours are those of the person, wherever the conference is', () => {
  expect(tellable('2027-05-11T14:00:00Z', '22:00', '07:00', 'Asia/Tokyo')).toBe('2027-05-11T22:00:00.000Z');
});

test('no hours, and hours that end as they begin, are never quiet', () => {
  const now = Date.parse('2027-05-11T23:00:00Z');
  expect(tellableFrom(now, undefined, 'UTC')).toBe(now);
  expect(tellable('2027-05-11T23:00:00Z', '08:00', '08:00')).toBe('2027-05-11T23:00:00.000Z');
});

test('hours that end when clocks are put forward end with them', () => {
  expect(tellable('2027-03-28T00:30:00Z', '22:00', '02:30')).toBe('2027-03-28T01:30:00.000Z');
});
