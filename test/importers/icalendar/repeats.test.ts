import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRepeats } from '../../../src/importers/icalendar/repeats.ts';
import { cases } from '../../support/cases.ts';

/** Tuesday, the first of a conference that ends on Friday. */
const [START, LAST] = ['2027-05-11T09:00:00', '2027-05-14'];
const read = (rule: Readonly<Record<string, unknown>>, start = START) =>
  readRepeats(rule, { start, lastDay: LAST, place: local => `${local.replace('Z', '')}Z`, zone: undefined });
const ENDLESS = 'It repeats without an end; it is listed up to the last day of the other events.';
const UNREAD = 'It repeats by a rule that Lectern does not read; only its first time is listed.';
const TOO_LONG = 'It repeats for too long; only its first times are listed.';

describe('an event repeats', () => {
  it.each<[Readonly<Record<string, unknown>>, readonly number[]]>([
    [{ freq: 'DAILY', count: 3 }, [1, 2]],
    [{ freq: 'DAILY', count: 1 }, []],
    [{ freq: 'DAILY', count: 3, interval: 2 }, [2, 4]],
    [{ freq: 'DAILY', count: 3, interval: 0 }, [1, 2]],
    [{ freq: 'DAILY', until: '2027-05-13T09:00:00Z' }, [1, 2]],
    [{ freq: 'DAILY', until: '2027-05-10' }, []],
    [
      { freq: 'DAILY', until: '2027-06-30', byday: ['WE', 'FR'], interval: 1 },
      [1, 3, 8, 10, 15, 17, 22, 24, 29, 31, 36, 38, 43, 45, 50],
    ],
    [{ freq: 'WEEKLY', count: 3 }, [7, 14]],
    [{ freq: 'WEEKLY', count: 4, byday: ['TU', 'TH'] }, [2, 7, 9]],
    [{ freq: 'WEEKLY', count: 3, byday: 'TH' }, [2, 9]],
    [{ freq: 'WEEKLY', count: 4, interval: 2, byday: ['MO', 'TU'] }, [13, 14, 27]],
    [{ freq: 'WEEKLY', count: 2, wkst: 1 }, [7]],
    // The example of RFC 5545, 3.3.10: the week begins on Sunday.
    [{ freq: 'WEEKLY', count: 3, interval: 2, byday: ['TU', 'SU'], wkst: 1 }, [12, 14]],
    [{ freq: 'DAILY', count: 3, bymonth: 5 }, [1, 2]],
    [{ freq: 'DAILY', count: 3, bymonthday: [12, -1] }, [1, 20]],
    [{ freq: 'MONTHLY', count: 3 }, [31, 61]],
    [{ freq: 'MONTHLY', count: 3, bymonthday: [11, 13] }, [2, 31]],
    [{ freq: 'MONTHLY', count: 3, bymonthday: -1 }, [20, 50]],
    [{ freq: 'MONTHLY', count: 2, byday: '2TU' }, [28]],
    [{ freq: 'MONTHLY', count: 2, byday: '-3TU' }, [35]],
    [{ freq: 'MONTHLY', count: 3, byday: ['TU', 'WE', 'TH'], bysetpos: [4, 5, 6] }, [1, 2]],
    [{ freq: 'MONTHLY', count: 2, byday: ['MO', 'TU', 'WE', 'TH', 'FR'], bysetpos: -1 }, [20]],
    [{ freq: 'YEARLY', count: 1 }, []],
    [{ freq: 'YEARLY', count: 2 }, [366]],
    [{ freq: 'YEARLY', count: 3, bymonth: 5, bymonthday: [11, 12, 13] }, [1, 2]],
    [{ freq: 'YEARLY', count: 2, bymonth: [5, 6], byday: '2TU' }, [28]],
    [{ freq: 'YEARLY', count: 2, byday: '20TU' }, [7]],
    [{ freq: 'DAILY', count: 60 }, Array.from({ length: 59 }, (_, at) => at + 1)],
  ])('%j', (rule, days) => expect(read(rule)).toEqual({ days, doubt: undefined }));

  it('up to the last day of the others if the rule has no end', () => {
    expect(read({ freq: 'DAILY' })).toEqual({ days: [1, 2, 3], doubt: ENDLESS });
    expect(read({ freq: 'WEEKLY' })).toEqual({ days: [], doubt: ENDLESS });
  });

  it.each<Readonly<Record<string, unknown>>>([
    { freq: 'HOURLY', count: 3 },
    { freq: 'DAILY', count: 3, byhour: [9, 14] },
    { freq: 'YEARLY', count: 3, byweekno: 20 },
    { freq: 'WEEKLY', count: 3, byday: ['XX'] },
    { freq: 'WEEKLY', count: 3, byday: ['1MO'] },
    {},
  ])('but not by %j', rule => expect(read(rule)).toEqual({ days: [], doubt: UNREAD }));

  it.each<[Readonly<Record<string, unknown>>, number]>([
    [{ freq: 'DAILY', count: 61 }, 59],
    [{ freq: 'DAILY', until: '2037-01-01' }, 59],
    [{ freq: 'WEEKLY', count: 60 }, 52],
  ])('but not as long as %j', (rule, times) => {
    const { days, doubt } = read(rule);
    expect([days.length, doubt]).toEqual([times, TOO_LONG]);
  });

  it('but not without a day to count from', () =>
    expect(read({ freq: 'DAILY', count: 3 }, 'soon')).toEqual({ days: [], doubt: undefined }));

  it('at most once a day and sixty times, whatever the rule', () => {
    const rule = fc.record(
      {
        freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', ''),
        interval: fc.integer({ min: -1, max: 400 }),
        count: fc.integer({ min: -1, max: 1e9 }),
        until: fc.constantFrom('2027-05-20', '9999-01-01', ''),
        byday: fc.subarray(['MO', 'TU', 'SA', '-1FR', 'XX']),
        bymonthday: fc.subarray([1, 31, -1]),
        bysetpos: fc.subarray([1, 2, -1, 400]),
      },
      { requiredKeys: ['freq'] },
    );
    fc.assert(
      fc.property(rule, given => {
        const { days } = read(given);
        expect(days.length).toBeLessThan(60);
        expect([...new Set(days)].sort((a, b) => a - b)).toEqual(days);
        expect(days.filter(day => day < 1 || day > 366)).toEqual([]);
      }),
      { numRuns: cases(200) },
    );
  });
});
