import { expect, test } from 'vitest';
import { load } from '../src/load.ts';
import { folderOf, LIGHTHOUSE } from './cli/support.ts';

const talk = LIGHTHOUSE['storage/ceph-at-sea.txt'];
const sample = { 'harbour/conference.yml': 'name: Sample Days\nsample: true\n', 'harbour/talk.txt': talk };

test.each([
  ['the sample where it is alone', sample, 'Sample Days', []],
  ['what was dropped beside the sample', { ...sample, 'own.txt': talk }, undefined, []],
  ['the sample where what lies beside it is no programme', { ...sample, 'README.md': '' }, 'Sample Days', []],
  [
    'the first of several by folder, while the others wait',
    {
      ...sample,
      'bow/conference.yml': 'name: Bow Days\n',
      'bow/talk.txt': talk,
      'aft/conference.yml': 'name: Aft Days\n',
      'aft/talk.txt': talk,
      'crow/conference.yml': 'timeZone: UTC\n',
      'crow/talk.txt': talk,
    },
    'Aft Days',
    ['Bow Days', 'crow'],
  ],
])('answers for %s', async (_, files, name, waiting) => {
  const loaded = await load(folderOf(files));
  expect({ name: loaded.programme.conference.name, waiting: loaded.waiting }).toEqual({ name, waiting });
  expect(loaded.index.programme).toBe(loaded.programme);
});

test('keeps what each file was found wrong with', async () => {
  const { problems } = await load(
    folderOf({ 'talk.txt': talk, 'conference.yml': 'nme: Us\n', 'empty.txt': '' }),
  );
  expect(problems.map(({ file, severity }) => `${severity} in ${file}`).sort()).toEqual([
    'error in conference.yml',
    'error in empty.txt',
  ]);
});

test('finds fault with a folder in which there is no talk', async () => {
  const folder = folderOf({ 'empty.txt': '' });
  await expect(load(folder)).rejects.toThrow(`There is no talk in ${folder}. Put a conference's abstracts`);
});
