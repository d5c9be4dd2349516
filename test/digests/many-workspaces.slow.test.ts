import { expect, test } from 'vitest';
import { desk } from '../support/desk.ts';
import { digest } from '../support/digests.ts';
import { lighthouse } from '../support/lighthouse-days.ts';
import { database, store } from '../support/store.ts';

const EIGHT = Date.parse('2027-05-11T08:00:00Z');
const LOOK_MS = 250;

test('of 1,000 workspaces with a digest at eight, each is told in time, beside 100 that have removed Lectern', async () => {
  const made = desk({ programme: lighthouse, at: EIGHT - 1000, store: store({ url: database() }) });
  const { post } = made.context;
  made.context.post = async (channel, message, to) =>
    Number(to.workspace.slice(1)) % 10 === 0
      ? { kind: 'uninstalled', reason: 'Lectern is not installed.' }
      : post(`${to.workspace} ${channel}`, message, to);
  for (let at = 0; at < 1000; at += 1)
    await made.store.digests.save(digest({ id: `d${at}`, workspace: `T${at}`, timeZone: 'UTC' }));
  const process = made.process();
  const heapBefore = globalThis.process.memoryUsage().heapUsed;
  let longest = 0;
  while (made.now < EIGHT + 120_000) {
    const begun = performance.now();
    await process.tick();
    await process.settled();
    longest = Math.max(longest, performance.now() - begun);
    made.now += LOOK_MS;
  }
  const heads = new Map<string, number>();
  for (const { channel, at } of made.posted) if (!heads.has(channel)) heads.set(channel, at - EIGHT);
  const late = [...heads.values()].sort((a, b) => a - b);
  expect(late.length).toBe(900);
  expect(late.at(-1)).toBeLessThan(60_000);
  expect(made.posted.length).toBe(1800);
  const growth = (globalThis.process.memoryUsage().heapUsed - heapBefore) / 1000 / 1024;
  console.log(
    `1,000 workspaces: half after ${late[450]} ms, p99 after ${late[891]} ms, last after ${late.at(-1)} ms by the clock; longest look ${Math.round(longest)} ms; ${Math.round(growth)} KB of heap a workspace before collection`,
  );
});
