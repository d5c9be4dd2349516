import { setTimeout as passed } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fault, FaultOptions } from '../../src/local-slack/state/faults.ts';
import { startWorkspace, type Workspace } from '../../src/local-slack/workspace.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { bigDayFiles } from '../support/big-day.ts';
import { answerAll, areTold, timesThere } from '../support/digest-owner.ts';
import { digest } from '../support/digests.ts';
import { bundled, type LecternProcess, startProcess } from '../support/lectern-process.ts';
import { PostgresServer } from '../support/postgres.ts';
import { databaseFile } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const DAY = '2027-05-11';
const KILLS = Number(process.env.KILLS ?? 200);
/** Slack takes its time, so that a kill often comes while a message, or the answer to it, is on its way. */
const SLACK_MS = 250;
/** Lectern's clock leaps at each start, so that what was sent and not answered is asked about soon. */
const SPEED = 5;
/** As many digests as are sent while they are killed; one in three has all of the day, the others a track of it. */
const DIGESTS = Math.ceil(KILLS / 10);
/** More calls than are made. */
const CALLS = 10_000;
const MINUTES = 15 * 60 * 1000;
const PIER = 'C0PIER0001';

let lectern: Awaited<ReturnType<typeof bundled>>;
let server: PostgresServer;
beforeAll(async () => {
  lectern = await bundled();
  server = await PostgresServer.start();
}, 120_000);
afterAll(async () => {
  lectern.remove();
  await server.remove();
});

interface Scene {
  readonly workspace: Workspace;
  readonly store: Store;
  now(): number;
  /** Lets Lectern's clock leap. */
  leap(ms: number): void;
  start(): LecternProcess;
  close(): Promise<void>;
}

/** A day of 1,007 sessions, told in channel after channel, two a minute of Lectern's clock. */
async function scene(url: string): Promise<Scene> {
  const data = temporaryFolder({ ...bigDayFiles(DAY), ...pierFiles() });
  const workspace = await startWorkspace();
  addChannel(PIER, workspace);
  workspace.limitRates(true);
  for (let call = 0; call < CALLS; call += 1) workspace.fail('chat.postMessage', ...mishap(call));
  const store = openStore({ url, run: 'rehearsal' });
  for (let index = 0; index < DIGESTS; index += 1) await order(index, { workspace, store });
  const begin = performance.now();
  let leapt = 0;
  const now = () => Date.parse(`${DAY}T07:59:55Z`) + Math.round(SPEED * (performance.now() - begin)) + leapt;
  const { bot, app } = workspace.tokens;
  return {
    workspace,
    store,
    now,
    leap: ms => {
      leapt += ms;
    },
    start: () =>
      startProcess(
        lectern.main,
        {
          SLACK_BOT_TOKEN: bot,
          SLACK_APP_TOKEN: app,
          SLACK_API_URL: workspace.apiUrl,
          DATA_DIR: data,
          DATABASE_URL: url,
          CLOCK: new Date(now()).toISOString(),
        },
        data,
      ),
    close: async () => {
      await store.close();
      await workspace.close();
    },
  };
}

/** Talks at one pier, a minute each, whose channel has a notice before each of them. */
function pierFiles(): Record<string, string> {
  const rows = Array.from({ length: 240 }, (_, index) => {
    const minute = (at: number) =>
      `${DAY} ${String(8 + Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
    return `Knot number ${index + 1},${minute(index)},${minute(index + 1)},Pier`;
  });
  return {
    'conference.yml': `name: Lighthouse Days\ntimeZone: UTC\nrooms: { Pier: { channel: ${PIER} } }\n`,
    'pier.csv': ['title,start,end,room', ...rows].join('\n'),
  };
}

function addChannel(id: string, { bot, directory }: Workspace): void {
  const members = new Set([bot.userId]);
  directory.add({ id, name: id.toLowerCase(), kind: 'public', members, archived: false });
}

/** Calls take their time before they are carried out, or after; some are cut off, before or after. */
function mishap(call: number): [Fault, FaultOptions] {
  const isCut = call % 20 >= 18;
  return [isCut ? { kind: 'reset' } : { kind: 'slow', delayMs: SLACK_MS }, { afterDoing: call % 2 === 0 }];
}

async function order(index: number, { workspace, store }: Pick<Scene, 'workspace' | 'store'>): Promise<void> {
  const id = `C0KILLED${String(index).padStart(2, '0')}`;
  addChannel(id, workspace);
  const timeOfDay = `08:${String(Math.floor(index / 2)).padStart(2, '0')}`;
  const filters = index % 3 === 0 ? '' : `track:"Track ${(index % 7) + 1}"`;
  await store.digests.save(digest({ id, channel: id, timeZone: 'UTC', timeOfDay, filters }));
}

/** Kills processes at random until there were so many kills; returns how often an owner was asked. */
async function killed(count: number, { processes, by }: { processes: number; by: Scene }): Promise<number> {
  let left = count;
  let asked = 0;
  const one = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const running = by.start();
      await momentToKill(running, by.workspace);
      await running.kill('SIGKILL');
      asked += await answerAll(by);
    }
  };
  await Promise.all(Array.from({ length: processes }, one));
  return asked;
}

/** While it starts, while it composes and claims, or, half of the times, while it sends and records. */
async function momentToKill({ ready }: LecternProcess, workspace: Workspace): Promise<void> {
  const chance = Math.random();
  if (chance < 0.2) return passed(Math.random() * 1000);
  await ready;
  if (chance < 0.5) return passed(Math.random() * 400);
  const calls = () => workspace.callsOf('chat.postMessage').length;
  const before = calls();
  // Where nothing is to be sent just now, it is killed all the same.
  await workspace.when(() => calls() > before || undefined, 1000).catch(() => {});
  await passed(Math.random() * 1.2 * SLACK_MS);
}

/** Lets one process finish what is left. */
async function finished(by: Scene): Promise<void> {
  by.leap(60_000);
  const last = by.start();
  await last.ready;
  while (!(await areTold(DIGESTS, DAY, by.store))) {
    await passed(500);
    await answerAll(by);
  }
  // Whatever would be posted twice, is by then.
  await passed(3000);
  await last.kill('SIGTERM');
}

test.concurrent.each([
  ['one process', 1, () => `file:${databaseFile()}`],
  ['three processes on one file', 3, () => `file:${databaseFile()}`],
  ['five processes on one PostgreSQL', 5, () => server.newDatabase()],
])(
  `${KILLS} kills of %s lose nothing and repeat nothing`,
  { timeout: MINUTES },
  async (_name, processes, database) => {
    const by = await scene(database());
    const begun = performance.now();
    const asked = await killed(KILLS, { processes, by });
    const killing = performance.now() - begun;
    await finished(by);
    const rows = await by.store.deliveries.daysFrom(DAY);
    expect(new Set(rows.map(({ channel, message }) => channel + message.text)).size).toBe(rows.length);
    expect(rows.map(row => timesThere(row, by.workspace))).toEqual(rows.map(() => 1));
    const here = by.workspace.messages.filter(({ channel }) => channel.startsWith('C'));
    expect(here.filter(({ channel }) => channel !== PIER).length).toBe(rows.length);
    const notices = here.filter(({ channel }) => channel === PIER).map(({ text }) => text);
    expect(notices.length).toBeGreaterThan(0);
    expect(new Set(notices).size).toBe(notices.length);
    console.log(
      `${KILLS} kills, ${processes} at a time: ${rows.length} messages, each once; ${notices.length} notices at the pier, none twice; ${asked} times the owner was asked. ${Math.round(killing)} ms of kills, ${Math.round(performance.now() - begun)} ms altogether.`,
    );
    await by.close();
  },
);
