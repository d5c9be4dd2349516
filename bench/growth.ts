/**
 * How the cost of an answer grows with the talks and with how many people ask at the same time, beside the canned Bolt
 * app, in turns; drawn as bench/growth.svg by growth-chart.ts. Needs `npm run build`.
 *
 *     npx tsx bench/growth.ts [--talks 1000,10000,100000] [--at-once 1,10,100] [--rounds 5] [--record]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Pair, startBoth, takeTurns, warmUp } from './load.ts';
import { madeUpQueries } from './made-up-queries.ts';
import { writeTalks } from './made-up-talks.ts';
import { RECORD, report } from './record.ts';
import { startStandInSlack } from './stand-in-slack.ts';
import { median, spread } from './statistics.ts';
import type { Row } from './table.ts';

const { values } = parseArgs({
  options: {
    ...RECORD,
    talks: { type: 'string', default: '1000,10000' },
    'at-once': { type: 'string', default: '1,10,100' },
    rounds: { type: 'string', default: '5' },
  },
});
const QUERIES = 1000;
const sizes = values.talks.split(',').map(Number);
const loads = values['at-once'].split(',').map(Number);
const rounds = Number(values.rounds);

const slack = await startStandInSlack();
try {
  const rows: Row[] = [];
  for (const talks of sizes) rows.push(...(await measure(talks)));
  const heading = `${QUERIES} queries, median of ${rounds} rounds in turns`;
  report('growth', { heading, rows, record: values.record });
} finally {
  await slack.close();
}

async function measure(talks: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  const data = join(folder, 'data');
  const { titles, names } = writeTalks(data, talks);
  const queries = madeUpQueries(titles, names, QUERIES);
  const both = await startBoth({ way: 'http', slack, data, folder });
  await warmUp(both, queries);
  const rows: Row[] = [];
  for (const atOnce of loads)
    rows.push(rowOf({ talks, 'at once': atOnce }, await takeTurns(both, queries, { atOnce, rounds })));
  await both.stop();
  rmSync(folder, { recursive: true });
  return rows;
}

function rowOf(load: Row, pairs: readonly Pair[]): Row {
  const of = (side: keyof Pair, what: 'rate' | 'cpu' | 'p50' | 'p99') =>
    median(pairs.map(pair => pair[side][what]));
  const ratio = (what: 'rate' | 'cpu') =>
    spread(pairs.map(({ peer, lectern }) => lectern[what] / peer[what]));
  return {
    ...load,
    'CPU ms': of('lectern', 'cpu'),
    'canned CPU ms': of('peer', 'cpu'),
    'p50 ms': of('lectern', 'p50'),
    'p99 ms': of('lectern', 'p99'),
    'canned p99 ms': of('peer', 'p99'),
    'CPU / canned': ratio('cpu'),
    'answers a second / canned': ratio('rate'),
  };
}
