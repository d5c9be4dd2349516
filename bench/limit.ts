/**
 * How far a search is from one pass over the postings of its words: to read the number of each talk and what the word
 * weighs in it, and to add that up, is the least that any order by words must do.
 *
 *     npx tsx bench/limit.ts [--talks 1557,20000] [--record]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { load } from '../src/live/load.ts';
import { find } from '../src/search/find.ts';
import { indexProgramme } from '../src/search/index/index-programme.ts';
import { madeUpQueries } from './made-up-queries.ts';
import { writeTalks } from './made-up-talks.ts';
import { RECORD, report } from './record.ts';
import { median, spread } from './statistics.ts';
import type { Row } from './table.ts';

const { values } = parseArgs({ options: { ...RECORD, talks: { type: 'string', default: '1557,20000' } } });
const QUERIES = 1000;
/** The runtime compiles during the first rounds. */
const WARM_UP = 5;
const ROUNDS = 5;
/** A pass is long enough to be timed. */
const PASS = 1_000_000;

const rows: Row[] = [];
for (const talks of values.talks.split(',').map(Number)) rows.push(await measure(talks));
report('limit', {
  heading: `A search beside one pass over its postings, the mean of ${QUERIES} queries, median of ${ROUNDS} rounds`,
  rows,
  record: values.record,
});

async function measure(talks: number): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  const { titles, names } = writeTalks(folder, talks);
  const { programme } = await load(folder);
  rmSync(folder, { recursive: true });
  const index = indexProgramme(programme);
  const queries = madeUpQueries(titles, names, QUERIES);
  const work = { postings: 0, comparisons: 0 };
  for (const query of queries) find(index, query, { work });
  const postings = work.postings / QUERIES;
  const passUs = timed(createPass(talks)).map(us => (us / PASS) * postings);
  const searchUs = timed(() => {
    for (const query of queries) find(index, query);
  }).map(us => us / QUERIES);
  return {
    talks: talks.toLocaleString('en'),
    'postings read': postings.toFixed(0),
    'one pass µs': median(passUs).toFixed(1),
    'search µs': median(searchUs).toFixed(0),
    'search / pass': spread(
      searchUs.map((us, round) => us / (passUs[round] ?? Number.NaN)),
      0,
    ),
  };
}

/** Microseconds of processor time of each round after the warm-up. */
function timed(work: () => void): number[] {
  const times = Array.from({ length: WARM_UP + ROUNDS }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return times.slice(WARM_UP);
}

/** Makes what adds up postings in the order in which an index keeps them, ascending by talk. */
function createPass(talks: number): () => void {
  const numbers = Int32Array.from({ length: PASS }, (_, place) => place % talks);
  const impacts = new Float32Array(PASS).fill(0.5);
  const sums = new Float32Array(talks);
  return () => {
    for (let place = 0; place < PASS; place++) {
      const talk = numbers[place] ?? 0;
      sums[talk] = (sums[talk] ?? 0) + (impacts[place] ?? 0);
    }
  };
}
