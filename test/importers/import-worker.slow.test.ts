import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { importAside, importHere } from '../../src/importers/import-aside.ts';
import { importBeside } from '../../src/importers/import-beside.ts';
import { realTimers } from '../../src/live/timers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The thread as it stands in `src`, with a loader of its language. */
const lines = [
  `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))};`,
  'register();',
  `const { importInWorker } = await import(${JSON.stringify(new URL('../../src/importers/import-worker.ts', import.meta.url).href)});`,
  'importInWorker();',
];

const script = pathToFileURL(join(temporaryFolder({ 'thread.mjs': lines.join('\n') }), 'thread.mjs'));

test('a thread reads a file as it is read here', async () => {
  const rows = Array.from(
    { length: 4000 },
    (_, row) => `Ropes ${row},2027-05-11T09:00,Ada Lund,Quay ${row % 7}\n`,
  );
  const file = { path: 'days.csv', bytes: Buffer.from(`title,start,speaker,room\n${rows.join('')}`) };
  const options = { timeZone: 'Europe/Madrid' };
  expect(await importAside(script)(file, options)).toEqual(await importHere(file, options));
});

test('a process beside reads many files as they are read here', async () => {
  const onFault = (error: unknown) => expect.unreachable(String(error));
  const { importFile, end } = importBeside(script, onFault, { timers: realTimers, cores: 2 })(4000);
  const files = Array.from({ length: 200 }, (_, number) => ({
    path: `talks/${number}.rst`,
    bytes: Buffer.from(
      `Ropes ${number}\n~~~~~~~~~\n\n**Abstract:**\n\nHow they hold.\n\n* **Ada Lund** *(She sails.)*\n`,
    ),
  }));
  const drafts = await Promise.all(files.map(file => importFile(file)));
  await end();
  expect(drafts).toEqual(await Promise.all(files.map(file => importHere(file))));
});

test('a process beside ends without a word if the one that began it has ended', () => {
  const parent = [
    ...lines.slice(0, 2),
    `const { importBeside } = await import(${JSON.stringify(new URL('../../src/importers/import-beside.ts', import.meta.url).href)});`,
    `const { importFile } = importBeside(new URL(${JSON.stringify(script.href)}), console.error, { timers: { after: () => () => {} }, cores: 2 })(4000);`,
    `const file = { path: 'talk.txt', bytes: Buffer.from('Ropes\\n\\n' + 'They hold.\\n'.repeat(500)) };`,
    'await importFile(file);',
    'for (let count = 0; count < 100; count += 1) void importFile(file);',
    // In the turn after that in which they are sent.
    'setImmediate(() => setImmediate(() => process.exit(0)));',
  ];
  const path = join(temporaryFolder({ 'parent.mjs': parent.join('\n') }), 'parent.mjs');
  // Until both processes have closed it.
  const { status, stderr } = spawnSync(process.execPath, [path], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
