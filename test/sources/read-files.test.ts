import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFiles } from '../../src/sources/read-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const problem = (file: string, message: string) => ({
  severity: 'error',
  file,
  line: undefined,
  item: undefined,
  message,
});

test('opens many files and keeps their order', async () => {
  const paths = Array.from({ length: 100 }, (_, i) => `${i}.txt`);
  const root = temporaryFolder(Object.fromEntries(paths.map(path => [path, path])));
  const found = paths.map(path => ({
    location: join(root, path),
    path,
    size: statSync(join(root, path)).size,
    stamp: '',
  }));
  const { files, problems } = await readFiles(found);
  expect(files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()])).toEqual(
    paths.map(path => [path, path]),
  );
  expect(problems).toEqual([]);
});

test('opens no file that is larger than any programme', async () => {
  const found = [{ location: '/nowhere', path: 'film.txt', size: 32 * 2 ** 20 + 1, stamp: '' }];
  expect(await readFiles(found)).toEqual({
    files: [],
    problems: [problem('film.txt', 'The file is larger than 32 MB, which no programme is; it was not read.')],
  });
});

test('tells of a file that went away', async () => {
  const location = join(temporaryFolder(), 'gone.txt');
  expect(await readFiles([{ location, path: 'gone.txt', size: 1, stamp: '' }])).toEqual({
    files: [],
    problems: [problem('gone.txt', 'The file cannot be opened; it was left out.')],
  });
});
