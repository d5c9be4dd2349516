import { expect, test } from 'vitest';
import { SeenEvents, skipRepeats } from '../../../src/slack/receiving/seen-events.ts';

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

test('a message of another workspace is another one, although its channel and time are the same', async () => {
  const seen: string[] = [];
  const once = skipRepeats(
    async ({ context }) => void seen.push(context.teamId ?? ''),
    new SeenEvents(() => 0),
  );
  for (const teamId of ['T1', 'T2', 'T1'])
    await once({
      event: { type: 'message', channel: 'C1', ts: '1.1' },
      body: { event_id: 'Ev1' },
      context: { teamId, isEnterpriseInstall: false },
    } as never);
  expect(seen).toEqual(['T1', 'T2']);
});
