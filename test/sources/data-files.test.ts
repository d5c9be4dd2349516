import { symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findFiles, readDataFile } from '../../src/sources/data-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function check(root: string, paths: readonly string[], problems: readonly string[] = []) {
  for (const isAtOnce of [true, false]) {
    const found = await findFiles(root, { isAtOnce });
    expect({
      paths: found.files.map(file => file.path),
      problems: found.problems.map(({ file, message }) => `${file}: ${message}`),
    }).toEqual({ paths, problems });
  }
}

const folderOf = (...paths: string[]) => temporaryFolder(Object.fromEntries(paths.map(path => [path, 'x'])));

test('finds files at any depth, in the order in which people sort', async () => {
  await check(folderOf('talk10.txt', 'talk9.txt', 'b/c/d.txt', 'A.txt'), [
    'A.txt',
    'b/c/d.txt',
    'talk9.txt',
    'talk10.txt',
  ]);
});

test('finds the one file it is given', async () => {
  await check(join(folderOf('ceph.txt', 'disk.txt'), 'ceph.txt'), ['ceph.txt']);
});

test('finds nothing in an empty folder', async () => check(temporaryFolder(), []));

test('passes over what nobody means as a programme', async () => {
  const leftovers = [
    '.gitkeep',
    '.git/config',
    'a.txt~',
    '.a.txt.swp',
    'a.tmp',
    'a.md.tmp',
    '#a.txt#',
    '~$a.csv',
  ];
  await check(folderOf(...leftovers, 'node_modules/a/a.txt', 'Thumbs.db', 'a.txt'), ['a.txt']);
});

test('gives names as they are typed, however a disk spells them', async () => {
  await check(folderOf('Zoe\u0308.txt'), ['Zo\u00eb.txt']);
});

test('follows links, and a loop only once', async () => {
  const root = folderOf('a/ceph.txt');
  symlinkSync(join(root, 'a'), join(root, 'a', 'loop'));
  symlinkSync(join(root, 'a', 'ceph.txt'), join(root, 'b.txt'));
  await check(
    root,
    ['a/ceph.txt', 'b.txt'],
    ['a/loop: This link leads to a folder that is read already; it was not followed.'],
  );
});

test('follows no link that leads out of the folder', async () => {
  const outside = folderOf('secret.txt', 'folder/secret.txt');
  const root = folderOf('a.txt');
  symlinkSync(join(outside, 'secret.txt'), join(root, 'b.txt'));
  symlinkSync(join(outside, 'folder'), join(root, 'c'));
  symlinkSync(`${root}-other`, join(root, 'd'));
  const left = 'This link leads out of the folder of the programme; it was not followed.';
  await check(
    root,
    ['a.txt'],
    [`b.txt: ${left}`, `c: ${left}`, 'd: There is nothing, or a link that leads nowhere; it was left out.'],
  );
  const link = join(folderOf(), 'link');
  symlinkSync(root, link);
  expect((await findFiles(link, { isAtOnce: false })).files.map(({ path }) => path)).toEqual(['a.txt']);
});

test('tells of what cannot be opened, and finds the rest', async () => {
  const root = folderOf('a.txt', 'z.txt');
  symlinkSync(join(root, 'nowhere'), join(root, 'gone.txt'));
  const server = createServer();
  await new Promise<void>(resolve => server.listen(join(root, 'socket'), resolve));
  onTestFinished(() => void server.close());
  await check(
    root,
    ['a.txt', 'z.txt'],
    [
      'gone.txt: There is nothing, or a link that leads nowhere; it was left out.',
      'socket: This is neither a file nor a folder; it was left out.',
    ],
  );
});

const problem = (file: string, message: string) => ({
  severity: 'error',
  file,
  line: undefined,
  item: undefined,
  message,
});

test('reads a file whole, under its path', async () => {
  const root = folderOf('days/ceph.txt');
  const { files } = await findFiles(root, { isAtOnce: true });
  expect(await Promise.all(files.map(file => readDataFile(file, { isAtOnce: true })))).toEqual([
    { path: 'days/ceph.txt', bytes: Buffer.from('x') },
  ]);
});

test.each([
  ['as large as a programme may be', 32 * 2 ** 20, 'The file cannot be opened; it was left out.'],
  [
    'larger than any programme',
    32 * 2 ** 20 + 1,
    'The file is larger than 32 MB, which is too large for a programme; it was not read.',
  ],
])('says of a file %s that is not there', async (_, size, message) => {
  const location = join(temporaryFolder(), 'film.txt');
  expect(await readDataFile({ location, path: 'film.txt', size, stamp: '' }, { isAtOnce: false })).toEqual(
    problem('film.txt', message),
  );
});
