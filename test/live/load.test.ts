import { expect, test } from 'vitest';
import { load } from '../../src/live/load.ts';
import { LIGHTHOUSE } from '../cli/support.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const talk = LIGHTHOUSE['storage/ceph-at-sea.txt'];
const onDay = (day: string) => `title,start,end,room\nCeph at sea,${day}T09:00,${day}T09:45,Quay Hall\n`;
const sample = { 'harbour/conference.yml': 'name: Sample Days\nsample: true\n', 'harbour/talk.txt': talk };

test.each([
  ['the sample where it is alone', sample, 'Sample Days', []],
  ['what was dropped beside the sample', { ...sample, 'own.txt': talk }, undefined, []],
  ['the sample where what lies beside it is no programme', { ...sample, 'README.md': '' }, 'Sample Days', []],
  [
    'the one of several that is next, while the others wait',
    {
      ...sample,
      'bow/conference.yml': 'name: Bow Days\n',
      'bow/days.csv': onDay('2027-10-04'),
      'aft/conference.yml': 'name: Aft Days\n',
      'aft/days.csv': onDay('2027-05-12'),
      'crow/conference.yml': 'timeZone: UTC\n',
      'crow/days.csv': onDay('2028-01-10'),
    },
    'Bow Days',
    ['Aft Days', 'crow'],
  ],
])('answers for %s', async (_, files, name, waiting) => {
  const loaded = await load(temporaryFolder(files), { nowMs: Date.UTC(2027, 6, 1) });
  expect({ name: loaded.programme.conference.name, waiting: loaded.others.map(other => other.name) }).toEqual(
    { name, waiting },
  );
  expect(loaded.index.programme).toBe(loaded.programme);
});

test('answers from all that has no dates, under an id of its own each, and from each by its name', async () => {
  const { programme, others, index } = await load(
    temporaryFolder({
      'bow/conference.yml': 'name: Bow Days\n',
      'bow/talk.txt': talk,
      'aft/conference.yml': 'name: Aft Days\n',
      'aft/talk.txt': talk,
      'crow/conference.yml': 'name: Crow Days\n',
      'crow/days.csv': onDay('2027-05-12'),
    }),
  );
  const said = programme.talks.map(({ id, file }) => [id, file]);
  const byName = others.map(({ name, open }) => [name, open().programme.talks.map(({ id }) => id)]);
  expect({ name: programme.conference.name, byName, said }).toEqual({
    name: 'Crow Days',
    byName: [
      ['Aft Days', ['talk']],
      ['Bow Days', ['talk']],
    ],
    said: [
      [expect.any(String), 'crow/days.csv'],
      ['talk', 'aft/talk.txt'],
      ['talk-2', 'bow/talk.txt'],
    ],
  });
  expect(index.programme).toBe(programme);
});

test('keeps what each file was found wrong with', async () => {
  const { problems } = await load(
    temporaryFolder({ 'talk.txt': talk, 'conference.yml': 'nme: Us\n', 'empty.txt': '' }),
  );
  expect(problems.map(({ file, severity }) => `${severity} in ${file}`).sort()).toEqual([
    'error in conference.yml',
    'error in empty.txt',
  ]);
});

test('finds fault with a folder in which there is no talk', async () => {
  const folder = temporaryFolder({ 'empty.txt': '' });
  await expect(load(folder)).rejects.toThrow(`There is no talk in ${folder}. Put a conference's abstracts`);
});
