import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeSchedule } from './made-up-schedule.ts';

/**
 * Measures `lectern check` of a schedule.xml with 28,000 talks, by this build (`npm run build`) and, beside it, by an
 * earlier one in another folder: `npx tsx bench/read-schedule.ts ../earlier`. Each is run three times in turn and the
 * best counts; the load of the machine is printed, because a busy one takes longer.
 */
const TALKS = 28_000;
const RUNS = 3;

const builds = ['.', ...process.argv.slice(2)].map(folder => resolve(folder));
const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
try {
  // Longer abstracts would make the file larger than the 16 MB that are read.
  writeSchedule(folder, TALKS, 1);
  const runs = Array.from({ length: RUNS }, () => builds.map(build => measure(build))).flat();
  for (const build of builds) {
    const own = runs.filter(run => run.build === build).map(({ seconds }) => seconds);
    console.log(`${build}: ${Math.min(...own).toFixed(1)} s`);
  }
  console.log(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`);
} finally {
  rmSync(folder, { recursive: true });
}

function measure(build: string): { readonly build: string; readonly seconds: number } {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, [join(build, 'dist/cli/lectern.js'), 'check', folder]);
  if (status !== 0) throw new Error(`lectern check failed in ${build}; run "npm run build" there.`);
  return { build, seconds: (performance.now() - start) / 1000 };
}
