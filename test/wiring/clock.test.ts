import { expect, test } from 'vitest';
import { chooseClockStart, RunningClock } from '../../src/wiring/clock.ts';
import { conference } from '../support/conference.ts';

const MORNING = Date.parse('2027-05-11T08:55+02:00');

/** A clock over a real one that stands still until it is moved. */
function clockAt(start: number) {
  let real = start;
  const clock = new RunningClock(() => real);
  const pass = (milliseconds: number) => {
    real += milliseconds;
  };
  return { clock, pass };
}

test('is the real one until it is set', () => {
  const { clock, pass } = clockAt(1_000_000);
  pass(90_000);
  expect(clock.now()).toBe(1_090_000);
});

test('shows what it is set to, and runs on from there in real time', () => {
  const { clock, pass } = clockAt(1_000_000);
  clock.set(MORNING);
  expect(clock.now()).toBe(MORNING);
  pass(90_000);
  expect(clock.now()).toBe(MORNING + 90_000);
});

test('runs faster from where it is, and goes on at that speed when it is set', () => {
  const { clock, pass } = clockAt(1_000_000);
  pass(1000);
  clock.run(60);
  pass(1000);
  expect(clock.now()).toBe(1_001_000 + 60_000);
  clock.set(MORNING);
  pass(1000);
  expect(clock.now()).toBe(MORNING + 60_000);
});

test('tells how it has run since when', () => {
  const { clock, pass } = clockAt(1_000_000);
  pass(500);
  clock.set(MORNING);
  pass(500);
  clock.run(600);
  expect(clock.runs).toEqual([
    { from: 1_000_000, shows: 1_000_000, speed: 1 },
    { from: 1_000_500, shows: MORNING, speed: 1 },
    { from: 1_001_000, shows: MORNING + 500, speed: 600 },
  ]);
});

const SAMPLE_BEGINS = Date.parse('2027-05-11T08:55+02:00');

test.each([
  [
    'the sample, served without credentials, is tried on its first day',
    'local',
    true,
    undefined,
    SAMPLE_BEGINS,
  ],
  ['CLOCK holds for the sample too', 'local', true, 5, 5],
  ['the sample in Slack keeps to the real time', 'socket', true, undefined, undefined],
  ["an organiser's own conference keeps to the real time", 'local', false, undefined, undefined],
  ['CLOCK holds in Slack', 'http', false, 5, 5],
])('%s', (_, kind, sample, clock, start) => {
  expect(chooseClockStart({ clock, slack: { kind } }, conference({ sample }))).toBe(start);
});
