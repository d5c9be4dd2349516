import { setTimeout as passed } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorkspace, type Workspace } from '../../src/local-slack/workspace.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { type Balancer, startBalancer } from '../support/balancer.ts';
import { bigDayFiles } from '../support/big-day.ts';
import { answerAll, areTold, timesThere } from '../support/digest-owner.ts';
import { digest } from '../support/digests.ts';
import { bundled, type LecternProcess, startProcess } from '../support/lectern-process.ts';
import { PostgresServer } from '../support/postgres.ts';
import { buttonsOf, LOBBY, typeTalk } from '../support/slack-people.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** `SECONDS=600 DIGESTS=300` is the long form. */
const SECONDS = Number(process.env.SECONDS ?? 24);
/** Commands a second; one in five stars a talk that it has found. */
const RATE = Number(process.env.RATE ?? 50);
const DIGESTS = Number(process.env.DIGESTS ?? 20);
const PROCESSES = 5;
/** A process takes one request a second of each person, four take four: two commands, and a press on each fifth. */
const PEOPLE = Array.from(
  { length: Math.ceil(RATE / 2) },
  (_, index) => `U0ASKS${String(index).padStart(4, '0')}`,
);
const KILL_EVERY_MS = 4000;
const LATE_MS = 2900;
const DAY = '2027-05-11';

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
  readonly balancer: Balancer;
  now(): number;
  start(): LecternProcess;
}

async function scene(): Promise<Scene> {
  const data = temporaryFolder(bigDayFiles(DAY));
  const url = server.newDatabase();
  const workspace = await startWorkspace();
  workspace.limitRates(true);
  for (const id of PEOPLE) {
    workspace.directory.addPerson({
      id,
      handle: id.toLowerCase(),
      name: id,
      timeZone: 'UTC',
      locale: 'en-GB',
    });
    workspace.directory.join(LOBBY, id);
  }
  const balancer = await startBalancer();
  workspace.deliverTo(`${balancer.url}/slack/events`);
  const store = openStore({ url, run: 'rehearsal' });
  for (let index = 0; index < DIGESTS; index += 1) {
    const id = `C0SHARED${String(index).padStart(3, '0')}`;
    const members = new Set([workspace.bot.userId]);
    workspace.directory.add({ id, name: id.toLowerCase(), kind: 'public', members, archived: false });
    const filters = `track:"Track ${(index % 7) + 1}"`;
    await store.digests.save(digest({ id, channel: id, timeZone: 'UTC', timeOfDay: '08:00', filters }));
  }
  const begun = performance.now();
  const now = () => Date.parse(`${DAY}T07:59:50Z`) + Math.round(performance.now() - begun);
  const { bot, signingSecret } = workspace.tokens;
  const start = () => {
    const env = {
      SLACK_BOT_TOKEN: bot,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: workspace.apiUrl,
      DATA_DIR: data,
      DATABASE_URL: url,
      CLOCK: new Date(now()).toISOString(),
    };
    return startProcess(lectern.main, env, data);
  };
  return { workspace, store, balancer, now, start };
}

/** Keeps one place among the processes taken, and returns how often its process was killed. */
async function replica(by: Scene, isOver: () => boolean, place: number): Promise<number> {
  for (let kills = 0; ; kills += 1) {
    const running = by.start();
    await running.ready;
    const port = portOf(running);
    by.balancer.ports.add(port);
    // One of the processes after the other.
    const lives = kills === 0 ? (place + 1) * KILL_EVERY_MS : PROCESSES * KILL_EVERY_MS;
    for (let waited = 0; waited < lives && !isOver(); waited += 100) await passed(100);
    await running.kill(isOver() ? 'SIGTERM' : 'SIGKILL');
    by.balancer.ports.delete(port);
    if (isOver()) return kills;
  }
}

function portOf({ lines }: LecternProcess): number {
  const ready = lines.find(line => line.includes('Lectern is ready.'));
  return Number(new URL(JSON.parse(ready ?? '{}').url).port);
}

interface Answered {
  requests: number;
  /** What people were told instead of an answer. */
  readonly failed: string[];
  /** How many waited for more than Slack's three seconds, as on a machine that is too busy for five processes. */
  late: number;
  readonly latencies: number[];
  /** The stars that people saw, as `person talk`. */
  readonly stars: Set<string>;
}

/** People who type and press at a steady pace, whatever becomes of what they typed before. */
async function load({ workspace }: Scene, isOver: () => boolean): Promise<Answered> {
  const answered: Answered = { requests: 0, failed: [], late: 0, latencies: [], stars: new Set() };
  const ask = async (count: number) => {
    const user = PEOPLE[count % PEOPLE.length] ?? '';
    const round = Math.floor(count / PEOPLE.length);
    const begun = performance.now();
    answered.requests += 1;
    const { message, error } = await typeTalk(workspace, `session ${(count * 7) % 1007} lamp`, { user });
    const took = performance.now() - begun;
    answered.latencies.push(took);
    if (took > LATE_MS) answered.late += 1;
    else if (message === undefined) answered.failed.push(JSON.stringify(error));
    if (message !== undefined && (count + round) % 5 === 0)
      await starIn(message, { user, workspace, answered });
  };
  const begun = performance.now();
  const asked: Promise<void>[] = [];
  for (let count = 0; !isOver(); count += 1) {
    asked.push(ask(count));
    await passed(begun + ((count + 1) * 1000) / RATE - performance.now());
  }
  await Promise.all(asked);
  return answered;
}

type Shown = Workspace['messages'][number];

async function starIn(
  shown: Shown,
  {
    user,
    workspace,
    answered,
  }: { readonly user: string; readonly workspace: Workspace; readonly answered: Answered },
): Promise<void> {
  const value = buttonsOf(shown, 'talk:star')[0]?.value;
  if (value === undefined) return;
  answered.requests += 1;
  const begun = performance.now();
  const { error } = await workspace.click({
    user,
    in: shown,
    actionId: 'talk:star',
    value,
  });
  if (performance.now() - begun > LATE_MS) answered.late += 1;
  else if (error !== undefined) answered.failed.push(JSON.stringify(error));
  const isStarred = () =>
    workspace.messages.some(
      each => each.ts === shown.ts && buttonsOf(each, 'talk:unstar').some(unstar => unstar.value === value),
    );
  // Not at each change, of which there are a hundred a second: there are tens of thousands of messages to look through.
  let seen = isStarred();
  for (let looks = 0; !seen && looks < 20; looks += 1) {
    await passed(250);
    seen = isStarred();
  }
  if (seen) answered.stars.add(`${user} ${JSON.parse(value).t}`);
}

async function finished(by: Scene): Promise<void> {
  for (;;) {
    await answerAll(by);
    if (await areTold(DIGESTS, DAY, by.store)) return;
    await passed(500);
  }
}

test(
  `of ${PROCESSES} processes behind a balancer one is killed every ${KILL_EVERY_MS / 1000} s: no star is lost, nothing is posted twice, and only what was under way fails`,
  async () => {
    const by = await scene();
    let isOver = false;
    let isQuiet = false;
    const replicas = Array.from({ length: PROCESSES }, (_, place) => replica(by, () => isQuiet, place));
    while (by.balancer.ports.size < PROCESSES) await passed(100);
    const loading = load(by, () => isOver);
    await passed(SECONDS * 1000);
    isOver = true;
    const answered = await loading;
    isQuiet = true;
    const kills = (await Promise.all(replicas)).reduce((sum, each) => sum + each, 0);
    const last = by.start();
    await last.ready;
    await finished(by);
    // Whatever would be posted twice, is by then.
    await passed(3000);
    await last.kill('SIGTERM');
    const rows = await by.store.deliveries.daysFrom(DAY);
    const latencies = answered.latencies.sort((a, b) => a - b);
    const at = (share: number) => Math.round(latencies[Math.floor(latencies.length * share)] ?? 0);
    console.log(
      `${kills} kills in ${SECONDS} s: ${answered.requests} requests, ${answered.failed.length} failed (${by.balancer.lost} were under way), ${answered.late} late, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms; ${answered.stars.size} stars seen; ${rows.length} messages of ${DIGESTS} digests.`,
    );
    expect(rows.map(row => timesThere(row, by.workspace))).toEqual(rows.map(() => 1));
    const kept = await Promise.all(
      PEOPLE.map(async person => {
        const stars = await by.store.stars.starsOf({ workspace: by.workspace.team.id, person });
        return [...stars.values()].flatMap(talks => [...talks].map(talk => `${person} ${talk}`));
      }),
    );
    expect([...answered.stars].filter(star => !kept.flat().includes(star))).toEqual([]);
    expect(answered.stars.size).toBeGreaterThan(0);
    expect(kills).toBeGreaterThan(0);
    expect(answered.late).toBeLessThan(answered.requests / 2);
    // As many as were under way, and no more.
    expect(answered.failed.slice(by.balancer.lost)).toEqual([]);
    await by.store.close();
    await by.balancer.close();
    await by.workspace.close();
  },
  SECONDS * 1000 + 300_000,
);
