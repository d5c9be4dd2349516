import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importHere } from '../../src/importers/import-aside.ts';
import { openFolder } from '../../src/live/folder-reader.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const talk = (title: string) => `${title}\n${'~'.repeat(title.length)}\n\n**Abstract:**\n\nHow.\n`;

/** Opens a folder of these files. `look` tells whether the content is new, and the titles of its talks. */
async function open(files: Readonly<Record<string, string>>) {
  const root = temporaryFolder(files);
  const reader = await openFolder(root);
  return {
    reader,
    write: (path: string, text: string) => {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    remove: (path: string) => rmSync(join(root, path)),
    look: async () => {
      const isNew = await reader.look();
      const titles = reader.content().drafts.flatMap(({ talks }) => talks.map(({ title }) => title));
      return [isNew, ...titles];
    },
  };
}

test('takes all files at the first look, and says nothing new at the next', async () => {
  const { look } = await open({ 'a.txt': talk('Ceph'), 'b/c.txt': talk('Disks') });
  expect([await look(), await look()]).toEqual([
    [true, 'Ceph', 'Disks'],
    [false, 'Ceph', 'Disks'],
  ]);
});

test('files are in their order, whichever was read first, and the reading is ended', async () => {
  const root = temporaryFolder({ 'a.txt': talk('Ceph'), 'b.txt': talk('Disks'), 'c.txt': talk('Crews') });
  const done: string[] = [];
  let readB = () => {};
  const untilB = new Promise<void>(resolve => {
    readB = resolve;
  });
  const reader = await openFolder(root, {
    importMany: count => ({
      importFile: async file => {
        if (file.path === 'a.txt') await untilB;
        else if (file.path === 'b.txt') readB();
        done.push(file.path);
        return importHere(file);
      },
      end: async () => done.push(`end of ${count}`),
    }),
  });
  await reader.look();
  const titles = reader.content().drafts.flatMap(({ talks }) => talks.map(({ title }) => title));
  expect([done.at(-1), done.indexOf('b.txt') < done.indexOf('a.txt'), titles]).toEqual([
    'end of 3',
    true,
    ['Ceph', 'Disks', 'Crews'],
  ]);
});

test('believes a file that is new, changed or gone at the second look', async () => {
  const { look, write, remove } = await open({ 'a.txt': talk('Ceph'), 'c.txt': talk('Crews') });
  await look();
  write('a.txt', talk('Ceph at sea'));
  write('b.txt', talk('Disks'));
  remove('c.txt');
  expect([await look(), await look(), await look()]).toEqual([
    [false, 'Ceph', 'Crews'],
    [true, 'Ceph at sea', 'Disks'],
    [false, 'Ceph at sea', 'Disks'],
  ]);
});

test('finds nothing new in a file that was saved again with the same text', async () => {
  const { look, write, reader } = await open({ 'a.txt': talk('Ceph') });
  await look();
  const before = reader.content().drafts[0];
  write('a.txt', talk('Ceph'));
  expect([await look(), await look()]).toEqual([
    [false, 'Ceph'],
    [false, 'Ceph'],
  ]);
  expect(reader.content().drafts[0]).toBe(before);
});

test('reads a sheet anew if only its conference.yml changed', async () => {
  const { look, write } = await open({
    'conference.yml': 'name: Days',
    's.csv': 'was,talk,room\nCrews,Ceph,Pier',
  });
  await look();
  write('conference.yml', 'name: Days\ncsv: { title: was }\n');
  expect([await look(), await look()]).toEqual([
    [false, 'Ceph'],
    [true, 'Crews'],
  ]);
});

test('tells how many programme files have been read, each once', async () => {
  const files = Array.from({ length: 40 }, (_, i) => [`${i}.txt`, talk(`Talk ${i}`)] as const);
  const { reader } = await open({ 'conference.yml': 'name: Days', ...Object.fromEntries(files) });
  const told: string[] = [];
  await reader.look((done, all) => told.push(`${done} of ${all}`));
  expect(told).toEqual(files.map((_, i) => `${i + 1} of 40`));
});

test('believes no file that is written while others are read', async () => {
  const names = Array.from({ length: 33 }, (_, i) => `${10 + i}.txt`);
  const filesOf = (title: string) => names.map(name => [name, talk(title)] as const);
  const { reader, look, write } = await open(Object.fromEntries(filesOf('Ceph')));
  await look();
  for (const [name, text] of filesOf('Ceph at sea')) write(name, text);
  await look();
  await reader.look(done => {
    if (done === 1) write('42.txt', talk('Half of a tit'));
  });
  const titles = () => reader.content().drafts.map(({ talks }) => talks[0]?.title);
  expect(titles()).toEqual([...names.slice(1).map(() => 'Ceph at sea'), 'Ceph']);
  await look();
  await look();
  expect(titles().at(-1)).toBe('Half of a tit');
});

test('refuses a place at which there is nothing', async () => {
  const dataDir = join(temporaryFolder(), 'nowhere');
  await expect(openFolder(dataDir)).rejects.toThrow(
    `There is nothing at ${dataDir}. Check the spelling, or set DATA_DIR to the folder with the programme's files.`,
  );
});
