import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dueDays } from '../../src/digest/due.ts';
import { programme, talk } from '../support/conference.ts';
import { digest } from '../support/digests.ts';
import { loadedWith } from '../support/loaded.ts';

/** With and without daylight saving, by half an hour, in both halves of the world, by quarters of an hour, around the date line. */
const ZONES = [
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Asia/Tehran',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Europe/Madrid',
  'America/New_York',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'America/St_Johns',
  'UTC',
];

const STEP_MS = 15 * 60 * 1000;

/** Every day of a leap year but Mondays; some begin before midnight and end after it. */
const days = Array.from({ length: 366 }, (_, index) =>
  Temporal.PlainDate.from('2028-01-01').add({ days: index }),
)
  .filter(date => date.dayOfWeek !== 1)
  .map(String);
const year = programme(
  days.map(day => {
    const next = Temporal.PlainDate.from(day).add({ days: 1 });
    const slot = { start: `${day}T23:30:00+00:00`, end: `${next}T01:00:00+00:00`, rooms: [], day };
    return talk({ id: day, slots: [slot] });
  }),
);
const loaded = loadedWith(year);

/** What a clock that goes from one quarter of an hour to the next finds due, each day once: the day, and the local time. */
function postsOf(timeZone: string, timeOfDay: string): readonly string[] {
  const from = Date.parse('2027-12-30T00:00Z');
  const order = digest({ timeZone, timeOfDay, since: from });
  const posts = new Map<string, string>();
  let known = 0;
  for (let now = from; now < Date.parse('2029-01-03T00:00Z'); now += STEP_MS) {
    const due = dueDays({ ...order, since: now - STEP_MS + 1 }, loaded, now);
    known += due.length;
    for (const { day } of due) posts.set(day, localTime(now, timeZone));
  }
  expect(known).toBe(posts.size);
  return [...posts].map(([day, at]) => `${day}: ${at}`);
}

function localTime(now: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

test.each(ZONES)('over a year in %s there is one post a due day, at the local time asked for', timeZone => {
  expect(postsOf(timeZone, '08:00')).toEqual(days.map(day => `${day}: ${day}T08:00`));
});
