import { expect, test } from 'vitest';
import { desk } from '../support/desk.ts';
import { digest } from '../support/digests.ts';
import { lighthouse } from '../support/lighthouse-days.ts';
import { database, store } from '../support/store.ts';

const EIGHT = Date.parse('2027-05-11T08:00:00Z');
const LOOK_MS = 250;
const HOUR_MS = 3_600_000;

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

/** Each is at another hour at the same time, from +12 to -8. */
const ZONES = [
  'Pacific/Auckland',
  'Asia/Tokyo',
  'Asia/Dubai',
  'Europe/Helsinki',
  'Europe/Lisbon',
  'America/Sao_Paulo',
  'America/New_York',
  'America/Los_Angeles',
];

test('of 1,000 workspaces with three digests each at eight in their zones, 900 are told in time, and 100 without a token once it is renewed', async () => {
  const begin = Date.parse('2027-05-10T19:59:00Z');
  const renewed = Date.parse('2027-05-11T16:30:00Z');
  const made = desk({ programme: lighthouse, at: begin, store: store({ url: database() }) });
  const { post } = made.context;
  const hasToken = (workspace: string) => Number(workspace.slice(1)) % 10 !== 0 || made.now >= renewed;
  made.context.post = async (channel, message, to) =>
    hasToken(to.workspace)
      ? post(`${to.workspace} ${channel}`, message, to)
      : { kind: 'revoked', reason: 'token_revoked' };
  for (let at = 0; at < 3000; at += 1) {
    const workspace = Math.floor(at / 3);
    await made.store.digests.save(
      digest({
        id: `d${at}`,
        workspace: `T${workspace}`,
        channel: `C${at % 3}`,
        owner: `U${workspace}`,
        timeZone: ZONES[workspace % ZONES.length] ?? 'UTC',
      }),
    );
  }
  const process = made.process();
  let longest = 0;
  while (made.now < renewed + HOUR_MS) {
    const begun = performance.now();
    await process.tick();
    await process.settled();
    longest = Math.max(longest, performance.now() - begun);
    const intoHour = made.now % HOUR_MS;
    made.now += intoHour < 4000 ? LOOK_MS : Math.min(5 * 60_000, HOUR_MS - intoHour);
  }
  const toChannels = made.posted.filter(
    ({ threadTs, channel }) => threadTs === undefined && / C/.test(channel),
  );
  const late = toChannels.map(({ at }) => at % HOUR_MS).sort((a, b) => a - b);
  const notices = made.posted.map(({ channel }) => channel).filter(channel => / U/.test(channel));
  expect(late.length).toBe(2700);
  expect(late.at(-1)).toBeLessThan(60_000);
  // An owner has three digests, and each was missed: its posts came too late when Slack took the token again.
  expect(notices.length).toBe(100);
  expect(new Set(notices).size).toBe(100);
  console.log(
    `3,000 digests of 1,000 workspaces: half after ${late[1350]} ms, p99 after ${late[2672]} ms, last after ${late.at(-1)} ms by the clock; longest look ${Math.round(longest)} ms`,
  );
});
