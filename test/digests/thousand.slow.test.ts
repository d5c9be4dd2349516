import { pino } from 'pino';
import { expect, test } from 'vitest';
import { Deliverer } from '../../src/digests/deliver/deliverer.ts';
import type { DeliveryContext } from '../../src/digests/delivery-context.ts';
import type { Call } from '../../src/local-slack/state/calls.ts';
import { startWorkspace, type Workspace } from '../../src/local-slack/workspace.ts';
import { posterTo } from '../../src/slack/post.ts';
import { configuredToken } from '../../src/slack/workspace-tokens.ts';
import type { Store } from '../../src/store/open.ts';
import { digestMessages } from '../../src/wiring/digests.ts';
import { manualClock } from '../local-slack/support.ts';
import { digest, digestKey } from '../support/digests.ts';
import { lighthouse } from '../support/lighthouse-days.ts';
import { loadedWith } from '../support/loaded.ts';
import { database, store as openStore } from '../support/store.ts';

const EIGHT = Date.parse('2027-05-11T08:00:00Z');
const TICK_MS = 250;

interface Running {
  readonly workspace: Workspace;
  readonly store: Store;
  readonly clock: ReturnType<typeof manualClock>;
  /** Lets time pass until this is so. */
  until(isSo: () => boolean): Promise<void>;
  close(): Promise<void>;
}

/** Digests and Slack by one clock, which a test moves. */
async function running(port = 0, at = EIGHT - 1000): Promise<Running> {
  const clock = manualClock(at);
  const workspace = await startWorkspace({ clock, port });
  workspace.limitRates(true);
  const store = openStore({ url: database() });
  const log = pino({ level: 'silent' });
  const poster = posterTo({ tokens: configuredToken(workspace.tokens.bot), apiUrl: workspace.apiUrl, log });
  const loaded = loadedWith(lighthouse);
  const context: DeliveryContext = {
    store,
    current: () => loaded,
    currentIn: () => loaded,
    areChoicesKnown: () => true,
    remember: async () => {},
    messages: digestMessages,
    zoneOf: async () => 'UTC',
    post: poster.post,
    edit: poster.edit,
    setTopic: poster.setTopic,
    homeWorkspace: () => workspace.team.id,
    organisersOf: () => [],
    now: () => clock.now(),
    random: Math.random,
    rehearsal: false,
    log,
  };
  const delivering = new Deliverer(context);
  return {
    workspace,
    store,
    clock,
    until: async isSo => {
      while (!isSo()) {
        await delivering.tick();
        await delivering.settled();
        clock.advance(TICK_MS);
      }
    },
    close: async () => {
      await poster.close();
      await workspace.close();
    },
  };
}

function statuses(calls: readonly Call[]): Readonly<Record<number, number>> {
  const counts: Record<number, number> = {};
  for (const { response: answer } of calls)
    counts[answer?.status ?? 0] = (counts[answer?.status ?? 0] ?? 0) + 1;
  return counts;
}

test('a thousand digests that are due in the same minute are all posted, in fair order, within the limits', async () => {
  const { workspace, store, clock, until, close } = await running();
  const members = new Set([workspace.bot.userId]);
  const ids = Array.from({ length: 1000 }, (_, index) => `C1${String(index).padStart(6, '0')}`);
  for (const id of ids) {
    workspace.directory.add({ id, name: id.toLowerCase(), kind: 'public', members, archived: false });
    await store.digests.save(digest({ id, channel: id, timeZone: 'UTC' }));
  }
  const begun = performance.now();
  await until(
    () => new Set(workspace.callsOf('chat.postMessage').map(call => call.arguments.channel)).size === 1000,
  );
  const calls = workspace.callsOf('chat.postMessage');
  expect(statuses(calls)).toEqual({ 200: 1000 });
  expect(workspace.messages.map(({ channel }) => channel).sort()).toEqual(ids);
  const lateMs = calls.map(call => call.at - EIGHT);
  // 280 a minute: 1,000 need the first instants of four minutes.
  expect(Math.max(...lateMs)).toBeLessThan(3.2 * 60_000);
  expect(lateMs.slice(0, 280).every(ms => ms < 10_000)).toBe(true);
  console.log(
    `1,000 digests: first after ${Math.min(...lateMs)} ms, 280th after ${lateMs[279]} ms, last after ${Math.max(...lateMs)} ms by the clock; ${Math.round(performance.now() - begun)} ms of work; until ${new Date(clock.now()).toISOString()}`,
  );
  await close();
});

test('Slack that refuses connections for 90 minutes has each digest once when it is back', async () => {
  const away = await running();
  const port = Number(new URL(away.workspace.url).port);
  await away.workspace.close();
  await away.store.digests.save(digest({ timeZone: 'UTC' }));
  await away.until(() => away.clock.now() >= EIGHT + 90 * 60_000);
  expect((await away.store.deliveries.ofDay(digestKey(), '2027-05-11')).map(({ state }) => state)).toEqual([
    'claimed',
  ]);
  const back = await startWorkspace({ clock: away.clock, port, tokens: away.workspace.tokens });
  await away.until(() => back.messages.length > 0);
  const late = Math.round((away.clock.now() - EIGHT) / 1000 - 90 * 60);
  await away.until(() => away.clock.now() >= EIGHT + 120 * 60_000);
  expect(back.messages.map(({ channel }) => channel)).toEqual(['C0LOBBY001']);
  expect(late).toBeLessThan(65);
  console.log(`Slack away for 90 minutes: posted ${late} s after it was back.`);
  await back.close();
});
