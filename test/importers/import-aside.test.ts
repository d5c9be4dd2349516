import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { importAside, importHere } from '../../src/importers/import-aside.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A sheet of so many rows. */
function sheet(rows: number): { readonly path: string; readonly bytes: Uint8Array } {
  const lines = Array.from({ length: rows }, (_, row) => `Ropes ${row},How they hold ships of size ${row}\n`);
  return { path: 'days.csv', bytes: Buffer.from(`title,abstract\n${lines.join('')}`) };
}

/** A script that does the work of import-worker.ts, in the language of the runtime. */
function threadThat(work: string): URL {
  const lines = [`import { parentPort, workerData } from 'node:worker_threads';`, work];
  return pathToFileURL(join(temporaryFolder({ 'thread.mjs': lines.join('\n') }), 'thread.mjs'));
}

test('a large file is read in a thread, and its talks come in their order', async () => {
  const thread = threadThat(`
    const { file, options, parts } = workerData;
    const title = options.timeZone + ' ' + file.path + ' ' + file.bytes.length;
    parts.postMessage([{ title: '1' }, { title: '2' }]);
    parts.postMessage([{ title: '3' }]);
    parentPort.postMessage({ conferenceName: title });
  `);
  const large = sheet(4000);
  expect(await importAside(thread)(large, { timeZone: 'Europe/Madrid' })).toEqual({
    conferenceName: `Europe/Madrid days.csv ${large.bytes.length}`,
    talks: [{ title: '1' }, { title: '2' }, { title: '3' }],
  });
});

test('a small file needs no thread', async () => {
  const small = sheet(40);
  const read = importAside(threadThat('throw new Error("This must not begin.")'));
  expect(await read(small)).toEqual(await importHere(small));
});

test('a thread that fails is a fault, and the next file is read all the same', async () => {
  const thread = threadThat(`
    if (workerData.file.path === 'bad.csv') throw new Error('It broke.');
    parentPort.postMessage({ file: workerData.file.path });
  `);
  const read = importAside(thread);
  const drafts = [{ ...sheet(4000), path: 'bad.csv' }, sheet(4000)].map(file => read(file));
  await expect(drafts[0]).rejects.toThrow('It broke.');
  expect(await drafts[1]).toEqual({ file: 'days.csv', talks: [] });
});
