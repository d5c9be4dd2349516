import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';
import { importHere } from '../../src/importers/import-aside.ts';
import { importBeside } from '../../src/importers/import-beside.ts';
import { type ManualTimers, manualTimers } from '../support/manual-timers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const fileOf = (number: number) => ({ path: `${number}.txt`, bytes: Buffer.from(`Ropes ${number}\n`) });
const files = Array.from({ length: 150 }, (_, number) => fileOf(number));

/** A script that does the work of import-worker.ts, in the language of the runtime. */
function processThat(work: string): URL {
  return pathToFileURL(join(temporaryFolder({ 'process.mjs': work }), 'process.mjs'));
}

/** Reads all files with a process that does this work, while this happens. Tells the drafts, and the faults of the process. */
async function readAll(
  work: string,
  { count = 20_000, cores = 2 } = {},
  meanwhile: (timers: ManualTimers) => Promise<void> = async () => {},
) {
  const faults: string[] = [];
  const script = processThat(work);
  const timers = manualTimers();
  const onFault = (error: unknown) => faults.push((error as Error).message);
  const { importFile, end } = importBeside(script, onFault, { timers, cores })(count);
  const reading = Promise.all(files.map(file => importFile(file, { timeZone: 'Europe/Madrid' })));
  await meanwhile(timers);
  const drafts = await reading;
  await end();
  return { drafts, faults };
}

const readHere = await Promise.all(files.map(file => importHere(file)));

test('a process reads as many files as it has time for, and this one all others', async () => {
  const { drafts, faults } = await readAll(`
    process.on('message', tasks =>
      process.send(
        tasks.map(({ file, options }) => ({ file: [file.path, Buffer.from(file.bytes), options.timeZone].join(' ') })),
      ),
    );
  `);
  const beside = files.slice(0, 128).map(({ path, bytes }) => ({ file: `${path} ${bytes} Europe/Madrid` }));
  expect({ drafts, faults }).toEqual({ drafts: [...beside, ...readHere.slice(128)], faults: [] });
});

test.each([
  ['there are few files', { count: 3999 }],
  ['there is one core', { cores: 1 }],
])('no process begins if %s', async (_why, options) => {
  const work = 'throw new Error("This must not begin.")';
  expect(await readAll(work, options)).toEqual({ drafts: readHere, faults: [] });
});

test('the files of a process that fails are read here, and its fault is told', async () => {
  const work = `process.on('message', () => process.exit(7));`;
  expect(await readAll(work)).toEqual({
    drafts: readHere,
    faults: ['The process that reads files ended with 7.'],
  });
});

test('the files of a process that is silent for a minute are read here, and its fault is told', async () => {
  const silent = "process.on('message', () => {}); process.on('SIGTERM', () => {});";
  expect(await readAll(silent, {}, timers => timers.pass(60_000))).toEqual({
    drafts: readHere,
    faults: ['The process that reads files has sent nothing for 30 seconds.'],
  });
});

test('all files are read here if the system makes no process, and its reason is told', async () => {
  // The system takes no variable of this length, as it takes no process that there is no memory for.
  vi.stubEnv('TOO_LONG', 'x'.repeat(200_000));
  const { drafts, faults } = await readAll('');
  vi.unstubAllEnvs();
  expect({ drafts, faults }).toEqual({ drafts: readHere, faults: ['spawn E2BIG'] });
});
