import { describe, expect, it } from 'vitest';
import { formatDate } from '../../../src/local-slack/text/dates.ts';

const NOW = Date.UTC(2027, 4, 18, 6);
const inMadrid = { timeZone: 'Europe/Madrid', now: NOW };
/** Tuesday 18 May 2027, 08:00:05 in Madrid. */
const SECONDS = NOW / 1000 + 5;

const format = (pattern: string, reader: Parameters<typeof formatDate>[1] = inMadrid, seconds = SECONDS) =>
  formatDate({ seconds, format: pattern, fallback: 'fallback' }, reader);

describe('each token of Slack’s', () => {
  it.each([
    ['{date_num}', '2027-05-18'],
    ['{date_slash}', '05/18/2027'],
    ['{date_long}', 'Tuesday, May 18, 2027'],
    ['{day_divider}', 'Tuesday, May 18, 2027'],
    ['{date_long_full}', 'May 18, 2027'],
    ['{date}', 'May 18'],
    ['{date_short}', 'May 18, 2027'],
    ['{time}', '08:00'],
    ['{time_secs}', '08:00:05'],
    ['{date} at {time}', 'May 18 at 08:00'],
    ['{nonsense} {Date}', '{nonsense} {Date}'],
    ['no token', 'no token'],
  ])('%s', (pattern, expected) => {
    expect(format(pattern)).toBe(expected);
  });
});

it('writes dates as another country does, if the reader is there', () => {
  const there = { ...inMadrid, locale: 'en-GB' };
  const all = ['{date_slash}', '{date_long}', '{date}', '{date_short}', '{time}'].map(each =>
    format(each, there),
  );
  expect(all).toEqual(['18/05/2027', 'Tuesday, 18 May 2027', '18 May', '18 May 2027', '08:00']);
});

describe('near days, by the reader’s calendar', () => {
  const day = 86_400;
  it.each([
    ['yesterday', SECONDS - day],
    ['today', SECONDS],
    ['tomorrow', SECONDS + day],
    ['May 20', SECONDS + 2 * day],
    ['May 16', SECONDS - 2 * day],
    // 23:59 in Madrid, and 00:00.
    ['today', Date.UTC(2027, 4, 18, 21, 59) / 1000],
    ['tomorrow', Date.UTC(2027, 4, 18, 22) / 1000],
  ])('%s', (expected, seconds) => {
    expect(format('{date_pretty}', inMadrid, seconds)).toBe(expected);
  });

  it('are dates if the time is not known', () => {
    expect(format('{date_long_pretty}', { timeZone: 'Europe/Madrid' })).toBe('Tuesday, May 18, 2027');
  });
});

describe('an age', () => {
  it.each([
    [0, '0 minutes ago'],
    [1, '1 minute ago'],
    [59, '59 minutes ago'],
    [60, '1 hour ago'],
    [119, '2 hours ago'],
    [1439, '24 hours ago'],
    [1440, '1 day ago'],
    [4320, '3 days ago'],
    [-10, 'in 10 minutes'],
    [-1440, 'in 1 day'],
  ])('%i minutes', (minutes, expected) => {
    expect(format('{ago}', inMadrid, NOW / 1000 - minutes * 60)).toBe(expected);
  });
});

describe('the fallback', () => {
  it.each([
    ['without a zone', { now: NOW }, SECONDS],
    ['for no number', inMadrid, Number.NaN],
    ['for a date after the last one', inMadrid, 9e12],
  ])('%s', (_name, reader, seconds) => {
    expect(format('{date} {time}', reader, seconds)).toBe('fallback');
  });

  it('is not needed for the last date of all', () => {
    expect(format('{date_num}', { timeZone: 'UTC' }, 253_402_300_799)).toBe('9999-12-31');
  });
});
