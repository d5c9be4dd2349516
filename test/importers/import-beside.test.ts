import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { importHere } from '../../src/importers/import-aside.ts';
import { importBeside } from '../../src/importers/import-beside.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const fileOf = (number: number) => ({ path: `${number}.txt`, bytes: Buffer.from(`Ropes ${number}\n`) });
const files = Array.from({ length: 150 }, (_, number) => fileOf(number));

/** A script that does the work of import-worker.ts, in the language of the runtime. */
function threadThat(work: string): URL {
  const lines = [`import { parentPort } from 'node:worker_threads';`, work];
  return pathToFileURL(join(temporaryFolder({ 'thread.mjs': lines.join('\n') }), 'thread.mjs'));
}

/** Reads all files with a thread that does this work. Tells the drafts, and the faults of the thread. */
async function readAll(work: string, { count = 20_000, cores = 2 } = {}) {
  const faults: string[] = [];
  const thread = threadThat(work);
  const { importFile, end } = importBeside(
    thread,
    error => faults.push((error as Error).message),
    cores,
  )(count);
  const drafts = await Promise.all(files.map(file => importFile(file, { timeZone: 'Europe/Madrid' })));
  await end();
  return { drafts, faults };
}

const readHere = await Promise.all(files.map(file => importHere(file)));

test('a thread reads as many files as it has time for, and this one all others', async () => {
  const { drafts, faults } = await readAll(`
    parentPort.on('message', tasks =>
      parentPort.postMessage(
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
])('no thread begins if %s', async (_why, options) => {
  const work = 'throw new Error("This must not begin.")';
  expect(await readAll(work, options)).toEqual({ drafts: readHere, faults: [] });
});

test('the files of a thread that fails are read here, and its fault is told', async () => {
  const work = `parentPort.on('message', () => { throw new Error('It broke.'); });`;
  expect(await readAll(work)).toEqual({ drafts: readHere, faults: ['It broke.'] });
});
