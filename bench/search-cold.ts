/**
 * What a search costs a process that has just begun, beside MiniSearch as it is by default: the second round of 1,080
 * queries over 1,025 talks, with each answer written out before the next query, so that little is compiled yet. Each
 * round is a process of its own, in turns. Both run built, as they are shipped: sources that are compiled as they are
 * loaded would cost Lectern alone a sixth more.
 *
 *     npx tsx bench/search-cold.ts [--rounds 5] [--record]
 */
import { execFileSync } from 'node:child_process';
import { openSync, rmSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { load } from '../src/live/load.ts';
import { LECTERN } from './engine.ts';
import { PEERS } from './peers.ts';
import { RECORD, report } from './record.ts';
import { familyQueries, hasSharedSearch, MISSING, TALKS_FOLDER } from './shared-search.ts';
import { median, quantile, spread } from './statistics.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { ...RECORD, rounds: { type: 'string', default: '5' } },
});
const engines = [LECTERN, ...PEERS].filter(({ name }) => name === LECTERN.name || name === 'MiniSearch');

/** Beside the sources, which look for the queries and the other libraries by their own place. */
const BUILT = fileURLToPath(new URL('search-cold.tmp.js', import.meta.url));

interface Times {
  readonly p50: number;
  readonly p99: number;
}

if (!hasSharedSearch) {
  console.error(MISSING);
  process.exitCode = 1;
} else if (positionals[0] === undefined) await compare();
else console.log(JSON.stringify(await askTwice(positionals[0])));

async function compare(): Promise<void> {
  await buildThis();
  const rounds = Array.from({ length: Number(values.rounds) }, () => ({
    peer: inProcess('MiniSearch'),
    lectern: inProcess(LECTERN.name),
  }));
  rmSync(BUILT);
  const of = (side: 'peer' | 'lectern', what: keyof Times) => median(rounds.map(round => round[side][what]));
  const ratio = (what: keyof Times) => spread(rounds.map(({ peer, lectern }) => lectern[what] / peer[what]));
  report('search-cold', {
    heading: `Second round of queries, answers written out between them; median of ${rounds.length} processes in turns`,
    rows: [
      { what: 'MiniSearch', 'p50 ms': of('peer', 'p50'), 'p99 ms': of('peer', 'p99') },
      { what: 'Lectern', 'p50 ms': of('lectern', 'p50'), 'p99 ms': of('lectern', 'p99') },
      { what: 'Lectern / MiniSearch', 'p50 ms': ratio('p50'), 'p99 ms': ratio('p99') },
    ],
    record: values.record,
  });
}

async function buildThis(): Promise<void> {
  // The processes that are measured do not load it.
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: fileURLToPath(import.meta.url),
      target: 'node20',
      outDir: dirname(BUILT),
      emptyOutDir: false,
      minify: false,
      rollupOptions: { output: { entryFileNames: basename(BUILT), codeSplitting: false } },
    },
  });
}

function inProcess(engine: string): Times {
  return JSON.parse(execFileSync(process.execPath, [BUILT, engine], { encoding: 'utf8' }));
}

/** Milliseconds of the second round. */
async function askTwice(name: string): Promise<Times> {
  const { programme } = await load(TALKS_FOLDER);
  const search = await engines.find(engine => engine.name === name)?.build(programme);
  const out = openSync(devNull, 'w');
  let times: number[] = [];
  for (const _ of ['first', 'second']) {
    times = [];
    for (const { query } of familyQueries()) {
      const before = performance.now();
      const ids = await search?.(query);
      times.push(performance.now() - before);
      writeSync(out, `${query}: ${ids?.join(' ')}\n`);
    }
  }
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}
