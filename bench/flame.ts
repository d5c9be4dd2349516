/**
 * Draws where the time of an answer goes, as bench/flame.svg: Lectern and the canned Bolt app are profiled in turns under
 * the load of talk-command.ts.
 *
 *     npx tsx bench/flame.ts [--talks 1557] [--record]
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { drawFlame, type Profiled } from './flame-drawing.ts';
import { startBoth, takeTurns, warmUp } from './load.ts';
import { madeUpQueries } from './made-up-queries.ts';
import { writeTalks } from './made-up-talks.ts';
import { type CpuProfile, MEANINGS, type Meaning, sumByMeaning } from './profile.ts';
import { RECORD, report } from './record.ts';
import { sourceOf } from './source-of.ts';
import { startStandInSlack } from './stand-in-slack.ts';
import { median } from './statistics.ts';
import type { Row } from './table.ts';

const { values } = parseArgs({ options: { ...RECORD, talks: { type: 'string', default: '1557' } } });
const ROUNDS = 5;
const QUERIES = 1000;
/** Five samples a millisecond: several in each answer. */
const SAMPLE_US = 200;

/** A build whose functions can be traced to their sources, as deep below the repository as `dist`. */
const BUILD = 'dist-profiled';

await build({
  configFile: 'vite.server.config.ts',
  logLevel: 'error',
  build: { outDir: BUILD, sourcemap: true, rollupOptions: { output: { minify: false } } },
});
const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
const slack = await startStandInSlack();
try {
  const data = join(folder, 'data');
  const { titles, names } = writeTalks(data, Number(values.talks));
  const queries = madeUpQueries(titles, names, QUERIES);
  const flags = ['--cpu-prof', '--cpu-prof-dir', folder, '--cpu-prof-interval', String(SAMPLE_US)];
  const both = await startBoth({ way: 'http', slack, data, folder, flags, build: BUILD });
  await warmUp(both, queries);
  const from = nowUs();
  const pairs = await takeTurns(both, queries, { atOnce: 10, rounds: ROUNDS });
  const to = nowUs();
  await both.stop();
  const [lectern, peer] = (['lectern', 'peer'] as const).map(side => ({
    name: side === 'peer' ? 'A Bolt app that sends one canned answer' : 'Lectern',
    cpu: median(pairs.map(pair => pair[side].cpu)),
    byMeaning: sumByMeaning(readProfile(both[side].process.pid), { from, to, sourceOf }),
  })) as [Profiled, Profiled];
  writeFileSync(new URL('flame.svg', import.meta.url), drawFlame(lectern, peer));
  report('flame', {
    heading: `Where the time of an answer goes, ${values.talks} talks`,
    rows: rowsOf(lectern, peer),
    record: values.record,
  });
} finally {
  await slack.close();
  rmSync(folder, { recursive: true });
  rmSync(BUILD, { recursive: true });
}

/** The clock that profiles are written in. */
function nowUs(): number {
  return Number(process.hrtime.bigint() / 1000n);
}

/** The profile of a process's main thread. */
function readProfile(pid: number): CpuProfile {
  const file = readdirSync(folder).find(name => new RegExp(`\\.${pid}\\.0\\..*cpuprofile$`).test(name));
  if (file === undefined) throw new Error(`Node wrote no profile of process ${pid}.`);
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}

function rowsOf(lectern: Profiled, peer: Profiled): Row[] {
  const microseconds = ({ cpu, byMeaning }: Profiled, meaning: Meaning) =>
    cpu * 1000 * (byMeaning.get(meaning)?.share ?? 0);
  const rows = MEANINGS.map(meaning => ({
    part: meaning,
    'Lectern µs': microseconds(lectern, meaning).toFixed(0),
    'of it': `${((lectern.byMeaning.get(meaning)?.share ?? 0) * 100).toFixed(1)} %`,
    'canned µs': microseconds(peer, meaning).toFixed(0),
  }));
  const all = { 'Lectern µs': (lectern.cpu * 1000).toFixed(0), 'canned µs': (peer.cpu * 1000).toFixed(0) };
  return [...rows, { part: 'all', ...all }];
}
