import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerQuestion } from '../../src/digest/answer.ts';
import { startWorkspace, type Workspace } from '../../src/local/workspace.ts';
import type { Delivery } from '../../src/store/delivery.ts';
import type { Store } from '../../src/store/open.ts';
import { folderOf } from '../cli/support.ts';
import { bigDayFiles } from '../support/big-day.ts';
import { digest } from '../support/digests.ts';
import { built, type LecternProcess, startProcess } from '../support/lectern-process.ts';
import { databaseFile, store as openStore } from '../support/store.ts';

const DAY = '2027-05-11';
const KILLS = Number(process.env.KILLS ?? 200);
/** Slack takes its time, so that a kill often comes while a message is on its way. */
const SLACK_MS = 150;
const MINUTES = 15 * 60 * 1000;

let lectern: ReturnType<typeof built>;
beforeAll(() => {
  lectern = built();
}, 120_000);
afterAll(() => lectern.remove());

interface Scene {
  readonly workspace: Workspace;
  readonly store: Store;
  /** Lectern's clock, which runs on over all restarts. */
  readonly now: () => number;
  readonly data: string;
  start(): LecternProcess;
}

/** The whole day in the lobby, and each of seven tracks in a channel of its own, a minute apart. */
async function scene(): Promise<Scene> {
  const data = folderOf(bigDayFiles(DAY));
  const path = databaseFile();
  const workspace = await startWorkspace();
  workspace.limitRates(true);
  workspace.fail(
    'chat.postMessage',
    { kind: 'slow', delayMs: SLACK_MS },
    { times: Number.POSITIVE_INFINITY },
  );
  const store = openStore({ path, run: 'rehearsal' });
  await store.digests.save(digest({ timeZone: 'UTC' }));
  for (const track of [1, 2, 3, 4, 5, 6, 7]) {
    const channel = `C0TRACK00${track}`;
    const members = new Set([workspace.bot.userId]);
    workspace.directory.add({
      id: channel,
      name: `track-${track}`,
      kind: 'public',
      members,
      archived: false,
    });
    const order = { id: `track ${track}`, channel, timeZone: 'UTC', timeOfDay: `08:0${track % 4}` };
    await store.digests.save(digest({ ...order, filters: `track:"Track ${track}"` }));
  }
  const begin = performance.now();
  const now = () => Date.parse(`${DAY}T07:59:55Z`) + Math.round(performance.now() - begin);
  const { bot, app } = workspace.tokens;
  return {
    workspace,
    store,
    now,
    data,
    start: () =>
      startProcess(
        lectern.main,
        {
          SLACK_BOT_TOKEN: bot,
          SLACK_APP_TOKEN: app,
          SLACK_API_URL: workspace.apiUrl,
          DATA_DIR: data,
          DATABASE_URL: `file:${path}`,
          CLOCK: new Date(now()).toISOString(),
        },
        data,
      ),
  };
}

/** The owner looks into the channel whenever there is a question, and says what is there. */
async function answerAll({ store, workspace, now }: Scene): Promise<number> {
  const asked = await store.sending.unanswered(Number.MAX_SAFE_INTEGER);
  for (const delivery of asked)
    await answerQuestion(delivery, timesThere(delivery, workspace) > 0 ? 'it is there' : 'post it', {
      store,
      now,
    });
  return asked.length;
}

function timesThere({ channel, message }: Delivery, { messages }: Workspace): number {
  return messages.filter(each => each.channel === channel && each.text === message.text).length;
}

/** Kills processes at random until there were so many kills; returns how often an owner was asked. */
async function killed(count: number, { processes, by }: { processes: number; by: Scene }): Promise<number> {
  let left = count;
  let asked = 0;
  const one = async (): Promise<void> => {
    while (left > 0) {
      const running = by.start();
      await running.ready;
      await passed(Math.random() * 1500);
      await running.kill('SIGKILL');
      left -= 1;
      asked += await answerAll(by);
    }
  };
  await Promise.all(Array.from({ length: processes }, one));
  return asked;
}

/** Lets one process finish what is left. */
async function finished(by: Scene): Promise<void> {
  const last = by.start();
  await last.ready;
  for (let quiet = 0; quiet < 10; quiet = (await isDone(by)) ? quiet + 1 : 0) {
    await answerAll(by);
    await passed(1000);
  }
  await last.kill('SIGTERM');
}

async function isDone({ store, now }: Scene): Promise<boolean> {
  const rows = await store.deliveries.since(DAY);
  const digests = new Set(rows.map(({ digest: id }) => id));
  return (
    now() > Date.parse(`${DAY}T08:03:05Z`) &&
    digests.size === 8 &&
    rows.every(({ state }) => state === 'posted')
  );
}

function passed(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}

test.each([
  ['one process', 1],
  ['three processes on one file', 3],
])(`${KILLS} kills of %s lose nothing and repeat nothing`, { timeout: MINUTES }, async (_name, processes) => {
  const by = await scene();
  const asked = await killed(KILLS, { processes, by });
  await finished(by);
  const rows = await by.store.deliveries.since(DAY);
  expect(new Set(rows.map(({ channel, message }) => channel + message.text)).size).toBe(rows.length);
  expect(rows.map(row => timesThere(row, by.workspace))).toEqual(rows.map(() => 1));
  const here = by.workspace.messages.filter(({ channel }) => channel.startsWith('C'));
  expect(here.length).toBe(rows.length);
  console.log(
    `${KILLS} kills, ${processes} at a time: ${rows.length} messages, each once; ${asked} times the owner was asked.`,
  );
  await by.workspace.close();
});
