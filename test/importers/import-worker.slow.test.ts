import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { importAside, importHere } from '../../src/importers/import-aside.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The thread as it stands in `src`, with a loader of its language. */
const lines = [
  `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))};`,
  'register();',
  `const { importOwnFile } = await import(${JSON.stringify(new URL('../../src/importers/import-worker.ts', import.meta.url).href)});`,
  'importOwnFile();',
];

test('a thread reads a file as it is read here', async () => {
  const script = join(temporaryFolder({ 'thread.mjs': lines.join('\n') }), 'thread.mjs');
  const rows = Array.from(
    { length: 4000 },
    (_, row) => `Ropes ${row},2027-05-11T09:00,Ada Lund,Quay ${row % 7}\n`,
  );
  const file = { path: 'days.csv', bytes: Buffer.from(`title,start,speaker,room\n${rows.join('')}`) };
  const options = { timeZone: 'Europe/Madrid' };
  expect(await importAside(pathToFileURL(script))(file, options)).toEqual(await importHere(file, options));
});
