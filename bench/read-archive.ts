import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chooser } from '../src/live/choose-programme.ts';
import { openLibrary } from '../src/live/library.ts';
import { writeArchive } from './made-up-archive.ts';

/**
 * Measures how the server reads an archive in PyVideo's form and size: `npx tsx bench/read-archive.ts [files] [folders]`.
 * For a reload of it see reload.ts.
 */
const [files = 21_715, folders = 540] = process.argv.slice(2).map(Number);
const NOW = Date.UTC(2027, 4, 11);
const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
// No look comes in between.
const timers = { after: () => () => {} };
const fail = (error: unknown) => {
  throw error;
};

try {
  writeArchive(folder, { files, folders });
  const begin = startClock();
  const library = await openLibrary({
    dataDir: folder,
    keptIn: join(folder, 'kept'),
    variable: () => undefined,
    onFault: fail,
    timers,
  });
  const chooser = new Chooser(library);
  console.log(`read: ${begin()}`);
  const index = startClock();
  console.log(`${chooser.choose(NOW)?.programme.talks.length} talks`);
  console.log(`indexed: ${index()}`);
  console.log(`largest: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
  await library.close();
  console.log(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`);
} finally {
  rmSync(folder, { recursive: true });
}

function startClock(): () => string {
  const start = performance.now();
  const cpu = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return `${((performance.now() - start) / 1000).toFixed(2)} s, ${((user + system) / 1e6).toFixed(2)} s of CPU`;
  };
}
