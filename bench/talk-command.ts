/**
 * What an answer costs beside a Bolt app that sends one such answer, the same to everybody: 1,000 different queries, each
 * asked once a round, ten at once. Both are processes of their own and take turns in one run. Needs `npm run build`.
 *
 *     npx tsx bench/talk-command.ts [http|socket] [--talks 1557] [--rounds 15] [--at-once 10] [--record]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Pair, startBoth, takeTurns, type Way, warmUp } from './load.ts';
import { madeUpQueries } from './made-up-queries.ts';
import { writeTalks } from './made-up-talks.ts';
import { RECORD, report } from './record.ts';
import { startStandInSlack } from './stand-in-slack.ts';
import { median, spread } from './statistics.ts';
import type { Row } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...RECORD,
    talks: { type: 'string', default: '1557' },
    rounds: { type: 'string', default: '15' },
    'at-once': { type: 'string', default: '10' },
  },
});
const QUERIES = 1000;
const rounds = Number(values.rounds);
const atOnce = Number(values['at-once']);

const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
const slack = await startStandInSlack();
try {
  const data = join(folder, 'data');
  const { titles, names } = writeTalks(data, Number(values.talks));
  const queries = madeUpQueries(titles, names, QUERIES);
  const ways = (positionals.length === 0 ? ['http', 'socket'] : positionals) as Way[];
  const heading = `${values.talks} talks, ${QUERIES} queries, ${atOnce} at once, median of ${rounds} rounds in turns`;
  for (const way of ways) {
    const both = await startBoth({ way, slack, data, folder });
    await warmUp(both, queries);
    const rows = rowsOf(way, await takeTurns(both, queries, { atOnce, rounds }));
    await both.stop();
    report(`talk-command-${way}`, { heading, rows, record: values.record });
  }
} finally {
  await slack.close();
  rmSync(folder, { recursive: true });
}

function rowsOf(way: Way, pairs: readonly Pair[]): Row[] {
  const name = way === 'http' ? 'HTTP' : 'Socket Mode';
  const of = (side: keyof Pair, what: 'rate' | 'cpu' | 'p99') => median(pairs.map(pair => pair[side][what]));
  const ratio = (what: 'rate' | 'cpu' | 'p99') =>
    spread(pairs.map(({ peer, lectern }) => lectern[what] / peer[what]));
  const row = (what: string, side: keyof Pair): Row => ({
    what,
    'answers a second': of(side, 'rate').toFixed(0),
    'CPU ms an answer': of(side, 'cpu').toFixed(2),
    'p99 ms': of(side, 'p99').toFixed(1),
  });
  return [
    row(`${name}: canned Bolt app`, 'peer'),
    row(`${name}: Lectern`, 'lectern'),
    {
      what: `${name}: Lectern / canned`,
      'answers a second': ratio('rate'),
      'CPU ms an answer': ratio('cpu'),
      'p99 ms': ratio('p99'),
    },
  ];
}
