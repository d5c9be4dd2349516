/**
 * How much three processes on one PostgreSQL answer beside one, and beside three and one of a Bolt app that sends a canned
 * answer: as many as the machine's cores and this script leave time for. And what the database costs: one process on
 * SQLite. All are processes of their own and take turns in one run. Needs `npm run build` and PostgreSQL's `initdb`.
 *
 *     npx tsx bench/replicas.ts [--talks 1557] [--rounds 7] [--at-once 30] [--record]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PostgresServer } from '../test/support/postgres.ts';
import {
  type AskedServer,
  askAll,
  type LoadedServer,
  type Round,
  startServer,
  WARM_UP,
  writeCanned,
} from './load.ts';
import { madeUpQueries } from './made-up-queries.ts';
import { writeTalks } from './made-up-talks.ts';
import { RECORD, report } from './record.ts';
import { startStandInSlack } from './stand-in-slack.ts';
import { median, spread } from './statistics.ts';
import type { Row } from './table.ts';

const { values } = parseArgs({
  options: {
    ...RECORD,
    talks: { type: 'string', default: '1557' },
    rounds: { type: 'string', default: '7' },
    'at-once': { type: 'string', default: '30' },
  },
});
const SIDES = [
  'canned, one process',
  'canned, three processes',
  'Lectern on PostgreSQL, one process',
  'Lectern on PostgreSQL, three processes',
  'Lectern on SQLite, one process',
] as const;
type Side = (typeof SIDES)[number];
/** A round of each side, one right after the other. */
type Turn = Record<Side, Round>;

const QUERIES = 1000;
const rounds = Number(values.rounds);
const atOnce = Number(values['at-once']);

const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
const slack = await startStandInSlack();
const postgres = await PostgresServer.start();
const servers: LoadedServer[] = [];
try {
  const data = join(folder, 'data');
  const { titles, names } = writeTalks(data, Number(values.talks));
  const queries = madeUpQueries(titles, names, QUERIES);
  const canned = join(folder, 'canned.json');
  const start = async (args: readonly string[], env: Readonly<Record<string, string>>) => {
    const server = await startServer({ way: 'http', slack, args, port: 4810 + servers.length, env });
    servers.push(server);
    return server;
  };
  const lectern = (url: string) => start(['dist/main.js'], { DATA_DIR: data, DATABASE_URL: url });
  const peer = () => start(['bench/canned-app.js'], { CANNED: canned });

  const sqlite = await lectern(`file:${join(folder, 'bench.sqlite')}`);
  await writeCanned(canned, sqlite);
  const url = postgres.newDatabase();
  const replicas = [await lectern(url), await lectern(url), await lectern(url)];
  const peers = [await peer(), await peer(), await peer()];
  const sides: Readonly<Record<Side, AskedServer>> = {
    'canned, one process': inTurn(peers.slice(0, 1)),
    'canned, three processes': inTurn(peers),
    'Lectern on PostgreSQL, one process': inTurn(replicas.slice(0, 1)),
    'Lectern on PostgreSQL, three processes': inTurn(replicas),
    'Lectern on SQLite, one process': inTurn([sqlite]),
  };
  // Each by itself: asked in turns, three processes would have compiled a third as much as one.
  for (const server of servers)
    for (let round = 0; round < WARM_UP; round += 1) await askAll(server, queries, atOnce);
  const turns: Turn[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const turn: Partial<Turn> = {};
    for (const side of SIDES) turn[side] = await askAll(sides[side], queries, atOnce);
    turns.push(turn as Turn);
  }
  const heading = `${values.talks} talks, ${QUERIES} queries, ${atOnce} at once, median of ${rounds} rounds in turns`;
  report('replicas', { heading, rows: rowsOf(turns), record: values.record });
} finally {
  for (const server of servers) await server.stop();
  await slack.close();
  await postgres.remove();
  rmSync(folder, { recursive: true });
}

function rowsOf(turns: readonly Turn[]): Row[] {
  const ratio = (what: string, above: Side, below: Side): Row => ({
    what,
    'answers a second': spread(turns.map(turn => turn[above].rate / turn[below].rate)),
    'CPU ms an answer': spread(turns.map(turn => turn[above].cpu / turn[below].cpu)),
  });
  return [
    ...SIDES.map(side => ({
      what: side,
      'answers a second': median(turns.map(turn => turn[side].rate)).toFixed(0),
      'CPU ms an answer': median(turns.map(turn => turn[side].cpu)).toFixed(2),
    })),
    ratio('canned: three / one', 'canned, three processes', 'canned, one process'),
    ratio(
      'Lectern: three / one',
      'Lectern on PostgreSQL, three processes',
      'Lectern on PostgreSQL, one process',
    ),
    ratio(
      'Lectern: SQLite / PostgreSQL',
      'Lectern on SQLite, one process',
      'Lectern on PostgreSQL, one process',
    ),
  ];
}

/** Asks several servers one after the other, as a balancer does. */
function inTurn(group: readonly LoadedServer[]): AskedServer {
  let asked = 0;
  return {
    process: {
      get cpuMs() {
        return group.reduce((sum, { process }) => sum + process.cpuMs, 0);
      },
    },
    ask: (query: string) => {
      asked += 1;
      const server = group[asked % group.length];
      if (server === undefined) throw new Error('No server is there to ask.');
      return server.ask(query);
    },
  };
}
