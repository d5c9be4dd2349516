/**
 * Runs every bench, one after the other. With --record at all sizes, and what was measured is written down: tables and
 * drawings of docs/performance.md, and bench/search.svg. Names run only these. Needs `npm run build`.
 *
 *     npm run bench -- [talk-command start ...] [--record]
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { RECORD } from './record.ts';

interface Bench {
  readonly name: string;
  /** What it is asked for beyond its defaults when all is recorded. */
  readonly recording?: readonly string[];
  /** Draws what was recorded. */
  readonly draws?: boolean;
}

const BENCHES: readonly Bench[] = [
  { name: 'talk-command', recording: ['--record'] },
  { name: 'star', recording: ['--record'] },
  { name: 'assistant', recording: ['--record'] },
  { name: 'replicas', recording: ['--record'] },
  { name: 'start', recording: ['--record', 'sample', '1025', '20000', '100000'] },
  { name: 'reload', recording: ['--record'] },
  { name: 'first-paint' },
  { name: 'memory', recording: ['--record'] },
  { name: 'soak', recording: ['--record', '--minutes', '30'] },
  { name: 'growth', recording: ['--record', '--talks', '1000,10000,100000'] },
  { name: 'growth-chart', draws: true },
  { name: 'search-cold', recording: ['--record'] },
  { name: 'search', recording: ['--record', '--json', 'bench/search.json', '--sizes', '20000,100000'] },
  { name: 'chart', draws: true },
  { name: 'limit', recording: ['--record', '--talks', '1557,20000,100000'] },
  { name: 'flame', recording: ['--record'] },
  { name: 'tables', draws: true },
];

const { values, positionals } = parseArgs({ allowPositionals: true, options: RECORD });
const failed = BENCHES.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
  .filter(({ draws }) => values.record || draws !== true)
  .filter(bench => !succeeds(bench));
if (failed.length > 0) {
  console.error(`Failed: ${failed.map(({ name }) => name).join(', ')}.`);
  process.exitCode = 1;
}

function succeeds({ name, recording = [] }: Bench): boolean {
  const script = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  const args = ['--import', 'tsx', script, ...(values.record ? recording : [])];
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
}
