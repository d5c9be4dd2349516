import { expect, test } from 'vitest';
import { desk } from '../support/desk.ts';
import { digest } from '../support/digests.ts';
import { BEGIN, days, END, leapYear, localTime, ZONES } from '../support/leap-year.ts';

const STEP_MS = 30 * 60 * 1000;

/** Where clocks are a quarter of an hour off, a digest is due at the quarter: the clock of the test knows half hours. */
function timeIn(timeZone: string): string {
  return ['Pacific/Chatham', 'Asia/Kathmandu'].includes(timeZone) ? '08:15' : '08:00';
}

test('over a leap year each of twelve zones has one post a due day, at the time asked for, and none besides', async () => {
  const made = desk({ programme: leapYear, at: BEGIN });
  for (const timeZone of ZONES) {
    const order = { id: timeZone, channel: timeZone, timeZone, timeOfDay: timeIn(timeZone), since: BEGIN };
    await made.store.digests.save(digest(order));
    const weekly = { ...order, id: `weekly ${timeZone}`, channel: `weekly ${timeZone}`, weekdays: [5, 7] };
    await made.store.digests.save(digest(weekly));
  }
  const process = made.process();
  for (; made.now < END; made.now += STEP_MS) {
    await process.tick();
    await process.settled();
  }
  for (const timeZone of ZONES) {
    const posts = made.posted.filter(({ channel }) => channel === timeZone);
    expect(posts.map(({ text, at }) => `${text.slice(0, 10)}: ${localTime(at, timeZone)}`)).toEqual(
      days.map(day => `${day}: ${day}T${timeIn(timeZone)}`),
    );
  }
  const fridaysAndSundays = days.filter(day => [5, 0].includes(new Date(day).getUTCDay()));
  for (const timeZone of ZONES) {
    const posts = made.posted.filter(({ channel }) => channel === `weekly ${timeZone}`);
    expect(posts.map(({ text, at }) => `${text.slice(0, 10)}: ${localTime(at, timeZone)}`)).toEqual(
      fridaysAndSundays.map(day => `${day}: ${day}T${timeIn(timeZone)}`),
    );
  }
  expect(made.posted.length).toBe(ZONES.length * (days.length + fridaysAndSundays.length));
});
