import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chooser } from '../src/live/choose-programme.ts';
import { openLibrary } from '../src/live/library.ts';
import type { Timers } from '../src/live/timers.ts';
import { createVideo, videoPath, writeArchive } from './made-up-archive.ts';

/**
 * Measures how the server reads an archive in PyVideo's form and size, and how long it takes until it answers from one
 * changed file: `npx tsx bench/read-archive.ts [files] [folders]`. Looks are made at once instead of every few seconds.
 */
const [files = 21_715, folders = 540] = process.argv.slice(2).map(Number);
const NOW = Date.UTC(2027, 4, 11);
const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
let look = async () => {};
const timers: Timers = {
  after: (_, work) => {
    look = work;
    return () => {};
  },
};
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

  const before = chooser.choose(NOW);
  writeFileSync(
    join(folder, videoPath(7, folders)),
    JSON.stringify({ ...createVideo(7), title: 'Another harbour' }),
  );
  const unsettled = startClock();
  // A file is believed when a second look finds it as the first one did.
  await look();
  console.log(`a look at all files: ${unsettled()}`);
  const settled = startClock();
  await look();
  console.log(`read and joined anew: ${settled()}`);
  const after = chooser.choose(NOW);
  console.log(`and indexed: ${settled()}`);
  if (after === before || !after?.programme.talks.some(({ title }) => title === 'Another harbour'))
    throw new Error('The changed file does not answer.');
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
