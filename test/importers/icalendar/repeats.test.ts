import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRepeats } from '../../../src/importers/icalendar/repeats.ts';
import { cases } from '../../support/cases.ts';

/** Tuesday, the first of a conference that ends on Friday. */
const [START, LAST] = ['2027-05-11T09:00:00', '2027-05-14'];
const readTimes = (rule: Readonly<Record<string, unknown>>, start = START) =>
  readRepeats(rule, { start, lastDay: LAST, place: local => `${local.replace('Z', '')}Z`, zone: undefined });
/** In days after the first. */
const read = (rule: Readonly<Record<string, unknown>>, start = START) => {
  const { times, doubt } = readTimes(rule, start);
  return { days: times.map(time => (Date.parse(time) - Date.parse(start)) / 86_400_000), doubt };
};
const ENDLESS = 'It repeats without an end; it is listed up to the last day of the other events.';
const unread = (parts: string) =>
  `Its repetition cannot be read (${parts}); only its first date is listed. Write the other dates as RDATE or as events of their own.`;
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

  it.each<[Readonly<Record<string, unknown>>, readonly string[]]>([
    [{ freq: 'HOURLY', count: 3, interval: 2 }, ['11T11:00', '11T13:00']],
    [{ freq: 'HOURLY', count: 4, byhour: [9, 10] }, ['11T10:00', '12T09:00', '12T10:00']],
    [{ freq: 'HOURLY', count: 4, byminute: [0, 30] }, ['11T09:30', '11T10:00', '11T10:30']],
    [{ freq: 'HOURLY', count: 2, byday: ['WE'] }, ['12T00:00']],
    [{ freq: 'HOURLY', until: '2027-05-11T11:00:00Z' }, ['11T10:00', '11T11:00']],
    [{ freq: 'MINUTELY', count: 3, interval: 20 }, ['11T09:20', '11T09:40']],
    [{ freq: 'MINUTELY', count: 3, byminute: [15, 45] }, ['11T09:15', '11T09:45']],
    [{ freq: 'DAILY', count: 4, byhour: [14, 9] }, ['11T14:00', '12T09:00', '12T14:00']],
    [{ freq: 'DAILY', count: 3, byhour: 8, bysecond: 0 }, ['12T08:00', '13T08:00']],
    [{ freq: 'DAILY', count: 4, byhour: [9, 10], byminute: [0, 30] }, ['11T09:30', '11T10:00', '11T10:30']],
    [{ freq: 'WEEKLY', count: 3, byday: ['TU', 'TH'], byhour: [9, 13] }, ['11T13:00', '13T09:00']],
    [{ freq: 'DAILY', count: 2, 'x-ours': '1', rscale: 'GREGORIAN' }, ['12T09:00']],
    [{ freq: 'YEARLY', count: 3, byweekno: [19, 20] }, ['18T09:00']],
    [{ freq: 'YEARLY', count: 3, byyearday: [131, 132, -233] }, ['12T09:00', '13T09:00']],
  ])('within days: %j', (rule, times) =>
    expect(
      readTimes(rule)
        .times.map(time => time.slice(8, 16))
        .slice(0, times.length),
    ).toEqual(times),
  );

  it('by the hours of a time in UTC, and not by those of a date', () =>
    expect([
      readTimes({ freq: 'HOURLY', count: 2 }, `${START}Z`).times,
      readTimes({ freq: 'DAILY', count: 2, byhour: [9, 10] }, '2027-05-11').times,
    ]).toEqual([['2027-05-11T10:00:00Z'], ['2027-05-12']]));

  it.each<[Readonly<Record<string, unknown>>, string]>([
    [{ freq: 'SECONDLY', count: 3 }, 'FREQ=SECONDLY'],
    [{ freq: 'DAILY', count: 3, bysecond: 30 }, 'BYSECOND'],
    [{ freq: 'DAILY', count: 3, byhour: [9, 14], bysetpos: 1 }, 'BYSETPOS'],
    [{ freq: 'DAILY', count: 3, byweekno: 20 }, 'BYWEEKNO'],
    [{ freq: 'WEEKLY', count: 3, byday: ['XX'] }, 'BYDAY'],
    [{ freq: 'WEEKLY', count: 3, byday: ['1MO'] }, 'BYDAY'],
    [{ freq: 'DAILY', count: 3, by: 1, skip: 'OMIT' }, 'BY, SKIP'],
    [{}, 'no FREQ'],
  ])('but not by %j', (rule, parts) => expect(read(rule)).toEqual({ days: [], doubt: unread(parts) }));

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
