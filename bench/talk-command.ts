/**
 * What an answer costs beside a Bolt app that sends one such answer, the same to everybody: 1,000 different queries, each
 * asked once a round, ten at once. Both are processes of their own and take turns in one run. Needs `npm run build`.
 *
 *     npx tsx bench/talk-command.ts [http|socket] [--talks 1557] [--rounds 7] [--at-once 10]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import type { WebSocket } from 'ws';
import { madeUpQueries } from './made-up-queries.ts';
import { writeTalks } from './made-up-talks.ts';
import { SECRET, ServerProcess } from './server-process.ts';
import { COMMAND, signedCommand } from './slack-request.ts';
import { startStandInSlack } from './stand-in-slack.ts';
import { median, quantile, spread } from './statistics.ts';
import { type Row, table } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    talks: { type: 'string', default: '1557' },
    rounds: { type: 'string', default: '7' },
    'at-once': { type: 'string', default: '10' },
  },
});
const QUERIES = 1000;
const ROUNDS = Number(values.rounds);
const AT_ONCE = Number(values['at-once']);
/** An answer of usual size is canned. */
const CANNED_QUERY = 'ceph';

/** Asks one query and resolves with the answer. */
type Ask = (query: string) => Promise<string>;

interface Measured {
  readonly rate: number;
  /** Milliseconds of the server's processor an answer. */
  readonly cpu: number;
  readonly p99: number;
}

const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
const slack = await startStandInSlack();
try {
  const data = join(folder, 'data');
  const { titles, names } = writeTalks(data, Number(values.talks));
  const queries = madeUpQueries(titles, names, QUERIES);
  const ways = positionals.length === 0 ? ['http', 'socket'] : positionals;
  const rows: Row[] = [];
  for (const way of ways) rows.push(...(await measureBySide(way, data, queries)));
  console.log(
    `${values.talks} talks, ${QUERIES} queries, ${AT_ONCE} at once, median of ${ROUNDS} rounds in turns\n`,
  );
  console.log(table(rows));
} finally {
  await slack.close();
  rmSync(folder, { recursive: true });
}

async function measureBySide(way: string, data: string, queries: readonly string[]): Promise<Row[]> {
  const lectern = await startServer(way, ['dist/main.js'], 4803, { DATA_DIR: data });
  const canned = join(folder, 'canned.json');
  writeFileSync(canned, await lectern.ask(CANNED_QUERY));
  const peer = await startServer(way, ['bench/canned-app.js'], 4804, { CANNED: canned });
  const rounds: { readonly peer: Measured; readonly lectern: Measured }[] = [];
  // The first round warms both up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const measured = { peer: await askAll(peer, queries), lectern: await askAll(lectern, queries) };
    if (round > 0) rounds.push(measured);
  }
  await Promise.all([lectern.stop(), peer.stop()]);
  return [
    rowOf(
      `${way}: canned Bolt`,
      rounds.map(round => round.peer),
    ),
    rowOf(
      `${way}: Lectern`,
      rounds.map(round => round.lectern),
    ),
    {
      what: `${way}: Lectern / canned (spread)`,
      'a second': spread(rounds.map(({ peer, lectern }) => lectern.rate / peer.rate)),
      'CPU ms': spread(rounds.map(({ peer, lectern }) => lectern.cpu / peer.cpu)),
      'p99 ms': spread(rounds.map(({ peer, lectern }) => lectern.p99 / peer.p99)),
    },
  ];
}

function rowOf(what: string, rounds: readonly Measured[]): Row {
  return {
    what,
    'a second': median(rounds.map(({ rate }) => rate)),
    'CPU ms': median(rounds.map(({ cpu }) => cpu)),
    'p99 ms': median(rounds.map(({ p99 }) => p99)),
  };
}

interface Server {
  readonly process: ServerProcess;
  readonly ask: Ask;
  stop(): Promise<void>;
}

async function startServer(
  way: string,
  args: readonly string[],
  port: number,
  env: Readonly<Record<string, string>>,
): Promise<Server> {
  const isSocket = way === 'socket';
  const secret: Record<string, string> = isSocket
    ? { SLACK_APP_TOKEN: 'xapp-bench' }
    : { SLACK_SIGNING_SECRET: SECRET };
  const connection = isSocket ? slack.nextConnection() : undefined;
  const process = new ServerProcess(args, port, { ...env, ...secret, SLACK_API_URL: slack.apiUrl });
  await process.ready();
  if (connection !== undefined)
    return { process, ask: askOver(await connection), stop: () => process.stop() };
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: AT_ONCE });
  return {
    process,
    ask: askBy(pool),
    stop: async () => {
      await pool.close();
      await process.stop();
    },
  };
}

async function askAll({ process, ask }: Server, queries: readonly string[]): Promise<Measured> {
  const times: number[] = [];
  const waiting = [...queries].reverse();
  const cpu = process.cpuSeconds;
  const from = performance.now();
  const askOneAfterAnother = async () => {
    for (let query = waiting.pop(); query !== undefined; query = waiting.pop()) {
      const asked = performance.now();
      await ask(query);
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askOneAfterAnother));
  const took = performance.now() - from;
  return {
    rate: (queries.length / took) * 1000,
    cpu: ((process.cpuSeconds - cpu) / queries.length) * 1000,
    p99: quantile(times, 0.99),
  };
}

function askBy(pool: Pool): Ask {
  return async query => {
    const response = await pool.request({ path: '/slack/events', method: 'POST', ...signedCommand(query) });
    const answer = await response.body.text();
    if (response.statusCode !== 200) throw new Error(`"${query}" was answered with ${response.statusCode}.`);
    return answer;
  };
}

function askOver(connection: WebSocket): Ask {
  const answers = new Map<string, (answer: string) => void>();
  connection.on('message', data => {
    const { envelope_id: id, payload } = JSON.parse(String(data));
    answers.get(id)?.(JSON.stringify(payload));
    answers.delete(id);
  });
  let asked = 0;
  return query =>
    new Promise(resolve => {
      asked += 1;
      const id = String(asked);
      answers.set(id, resolve);
      const payload = { ...COMMAND, text: query };
      connection.send(
        JSON.stringify({ envelope_id: id, type: 'slash_commands', accepts_response_payload: true, payload }),
      );
    });
}
