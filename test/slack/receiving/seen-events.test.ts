import { expect, test } from 'vitest';
import { SeenEvents } from '../../../src/slack/receiving/seen-events.ts';

const HOUR_MS = 60 * 60 * 1000;

test('knows an event again by any of its names', () => {
  const seen = new SeenEvents(() => 0);
  expect([['a', 'x'], ['a'], ['b', 'x'], ['b'], ['c']].map(names => seen.isNew(names))).toEqual([
    true,
    false,
    false,
    false,
    true,
  ]);
});

test('forgets after a day, when Slack has stopped repeating', () => {
  let now = 0;
  const seen = new SeenEvents(() => now);
  seen.isNew(['a']);
  now = 24 * HOUR_MS - 1;
  expect(seen.isNew(['a'])).toBe(false);
  now = 24 * HOUR_MS;
  expect(seen.isNew(['a'])).toBe(true);
});
