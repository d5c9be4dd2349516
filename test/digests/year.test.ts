import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { dueDays } from '../../src/digests/plan/due.ts';
import type { Digest } from '../../src/store/digests.ts';
import { isThorough } from '../support/cases.ts';
import { digest } from '../support/digests.ts';
import { BEGIN, days, END, loaded, localTime, ZONES } from '../support/leap-year.ts';

const STEP_MS = (isThorough ? 1 : 12) * 60 * 60 * 1000;

/** What a clock that goes on in such steps finds due, each once: the day, and the local time for which it was due. */
function duesOf(given: Partial<Digest>): readonly string[] {
  const order = digest({ since: BEGIN, ...given });
  const dues: string[] = [];
  for (let now = BEGIN; now < END; now += STEP_MS)
    for (const { day, dueAt } of dueDays({ ...order, since: now - STEP_MS + 1 }, loaded, now)) {
      expect(now - dueAt).toBeLessThan(STEP_MS);
      dues.push(`${day}: ${localTime(dueAt, order.timeZone)}`);
    }
  return dues;
}

describe.each(ZONES)('over a leap year in %s', timeZone => {
  test('there is one digest a due day, at the local time asked for', () => {
    expect(duesOf({ timeZone })).toEqual(days.map(day => `${day}: ${day}T08:00`));
  });

  test('there is one the evening before', () => {
    const eve = (day: string) => Temporal.PlainDate.from(day).subtract({ days: 1 });
    const order = { timeZone, timeOfDay: '18:00', eve: true };
    expect(duesOf(order)).toEqual(days.map(day => `${day}: ${eve(day)}T18:00`));
  });

  test.each([[[1]], [[2, 7]], [[1, 2, 3, 4, 5]]])(
    'there is one on each of the weekdays %j alone',
    weekdays => {
      const chosen = days.filter(day => weekdays.includes(Temporal.PlainDate.from(day).dayOfWeek));
      expect(duesOf({ timeZone, weekdays })).toEqual(chosen.map(day => `${day}: ${day}T08:00`));
    },
  );

  // What clocks skip comes as much later as they are put forward; what they repeat comes once.
  test.each(['02:15', '02:45'])('there is one at %s, whatever the clocks do that night', timeOfDay => {
    const skipped = SKIPPED[timeZone]?.[timeOfDay] ?? {};
    expect(duesOf({ timeZone, timeOfDay })).toEqual(
      days.map(day => `${day}: ${day}T${skipped[day] ?? timeOfDay}`),
    );
  });
});

/** Times that there are not, by zone, time and day, and the times in their place. */
const SKIPPED: Record<string, Record<string, Record<string, string>>> = {
  'Australia/Lord_Howe': { '02:15': { '2024-10-06': '02:45' } },
  'Pacific/Chatham': { '02:45': { '2024-09-29': '03:45' } },
  'Africa/Casablanca': { '02:15': { '2024-04-14': '03:15' }, '02:45': { '2024-04-14': '03:45' } },
  'Europe/Madrid': { '02:15': { '2024-03-31': '03:15' }, '02:45': { '2024-03-31': '03:45' } },
  'America/New_York': { '02:15': { '2024-03-10': '03:15' }, '02:45': { '2024-03-10': '03:45' } },
  'America/St_Johns': { '02:15': { '2024-03-10': '03:15' }, '02:45': { '2024-03-10': '03:45' } },
};

test('the clocks of six of these zones change twice in that year, and the others not', () => {
  expect(ZONES.map(changesIn)).toEqual([2, 2, 0, 0, 0, 2, 2, 2, 0, 0, 2, 0]);
});

function changesIn(timeZone: string): number {
  let at = Temporal.Instant.fromEpochMilliseconds(BEGIN).toZonedDateTimeISO(timeZone);
  for (let count = 0; ; count += 1) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds > END) return count;
    at = next;
  }
}
