import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dueInstant } from '../../src/digests/plan/due.ts';
import { groupByEach } from '../../src/text/keys.ts';
import { desk } from '../support/desk.ts';
import { digest } from '../support/digests.ts';
import { BEGIN, days, END, leapYear, localTime } from '../support/leap-year.ts';

const STEP_MS = 30 * 60 * 1000;
const ALL_ZONES = Intl.supportedValuesOf('timeZone');

/** One of the zones whose clocks went alike all that year, for each way in which clocks went: most zones do as others do. */
const ZONES = [...groupByEach(ALL_ZONES, timeZone => [clocksOf(timeZone)]).values()].flatMap(alike =>
  alike.slice(0, 1),
);

/** The offset at the beginning, and each change after it. */
function clocksOf(timeZone: string): string {
  const clocks = [];
  let at = Temporal.Instant.fromEpochMilliseconds(BEGIN).toZonedDateTimeISO(timeZone);
  while (at.epochMilliseconds < END) {
    clocks.push(`${at.epochMilliseconds} ${at.offset}`);
    const next = at.getTimeZoneTransition('next');
    if (next === null) break;
    at = next;
  }
  return clocks.join(', ');
}

/** Where clocks are a quarter of an hour off, a digest is due at the quarter: the clock of the test knows half hours. */
function timeIn(timeZone: string): string {
  const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(BEGIN).toZonedDateTimeISO(timeZone);
  return (offsetNanoseconds / 1e6) % STEP_MS === 0 ? '08:00' : '08:15';
}

test('over a leap year each zone with clocks of its own has one post a due day, at the time asked for, and none besides', async () => {
  const made = desk({ programme: leapYear, at: BEGIN });
  const weekly = ZONES.filter((_, place) => place % 6 === 0);
  for (const timeZone of ZONES) {
    const order = { id: timeZone, channel: timeZone, timeZone, timeOfDay: timeIn(timeZone), since: BEGIN };
    await made.store.digests.save(digest(order));
    const channel = `weekly ${timeZone}`;
    if (weekly.includes(timeZone))
      await made.store.digests.save(digest({ ...order, id: channel, channel, weekdays: [5, 7] }));
  }
  const process = made.process();
  for (; made.now < END; made.now += STEP_MS) {
    await process.tick();
    await process.settled();
  }
  const byChannel = groupByEach(made.posted, ({ channel }) => [channel]);
  const postsIn = (channel: string, timeZone: string) =>
    (byChannel.get(channel) ?? []).map(({ text, at }) => `${text.slice(0, 10)}: ${localTime(at, timeZone)}`);
  const fridaysAndSundays = days.filter(day => [5, 0].includes(new Date(day).getUTCDay()));
  for (const timeZone of ZONES) {
    const due = (day: string) => `${day}: ${day}T${timeIn(timeZone)}`;
    expect(postsIn(timeZone, timeZone)).toEqual(days.map(due));
    expect(postsIn(`weekly ${timeZone}`, timeZone)).toEqual(
      weekly.includes(timeZone) ? fridaysAndSundays.map(due) : [],
    );
  }
  expect(made.posted.length).toBe(ZONES.length * days.length + weekly.length * fridaysAndSundays.length);
  expect(ZONES.length).toBeGreaterThan(60);
});

test.each(['00:00', '02:30', '08:00', '23:45'])(
  'in every zone a digest for %s is due when its clocks first show that time, each day of a leap year',
  timeOfDay => {
    for (const timeZone of ALL_ZONES) {
      const offsetAt = offsets(timeZone);
      const order = digest({ timeZone, timeOfDay });
      expect([timeZone, ...days.map(day => dueInstant(day, order))]).toEqual([
        timeZone,
        ...days.map(day => instantOf(`${day}T${timeOfDay}Z`, offsetAt)),
      ]);
    }
    expect(ALL_ZONES.length).toBeGreaterThan(400);
  },
);

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * By the offsets of the day before and of the day after alone: the first that gives the time back is that of the time's first
 * coming. A time that clocks skip is read as if they had not been put forward.
 */
function instantOf(local: string, offsetAt: (instant: number) => number): number {
  const clock = Date.parse(local);
  const before = clock - offsetAt(clock - DAY_MS);
  const after = clock - offsetAt(clock + DAY_MS);
  return [before, after].find(instant => instant + offsetAt(instant) === clock) ?? before;
}

/** Milliseconds by which the clocks of a zone are ahead of UTC, as Intl shows them. */
function offsets(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return instant => Date.parse(`${format.format(instant).replace(' ', 'T')}Z`) - instant;
}
