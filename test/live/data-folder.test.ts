import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDataFolder } from '../../src/live/data-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const talk = (title: string) => `${title}\n${'~'.repeat(title.length)}\n\n**Abstract:**\n\nHow.\n`;
const SAMPLE = { 'harbour/conference.yml': 'name: Harbour\nsample: true', 'harbour/a.txt': talk('Ships') };
const EMPTY = 'There are no talks yet; put a schedule or abstracts there.';

/** Conferences as `folder (name)` with the titles that each file gives, and the problems that no file carries. */
async function check(
  files: Readonly<Record<string, string | Uint8Array>>,
  conferences: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
  problems: readonly string[] = [],
) {
  await checkFolder(temporaryFolder(files), conferences, problems);
}

async function checkFolder(
  dataDir: string,
  conferences: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
  problems: readonly string[] = [],
) {
  const read = await readDataFolder(dataDir);
  const titles = read.conferences.map(({ conference, drafts }) => [
    `${conference.folder || '.'} (${conference.name ?? ''})`,
    Object.fromEntries(drafts.map(({ file, talks }) => [file, talks.map(each => each.title)])),
  ]);
  expect({
    conferences: Object.fromEntries(titles),
    problems: read.problems.map(({ severity, file, message }) => `${severity} ${file}: ${message}`),
  }).toEqual({ conferences, problems });
}

describe('a data folder', () => {
  test('of dropped files is one conference', () =>
    check(
      { 'a.txt': talk('Ceph'), 'b.txt': talk('Disks') },
      { '. ()': { 'a.txt': ['Ceph'], 'b.txt': ['Disks'] } },
    ));

  test('may have folders, at any depth', () =>
    check(
      { 'x/y/68/a.rst': talk('Ceph'), 'x/index.rst': '.. toctree::\n\n   y/68/*\n' },
      { '. ()': { 'x/index.rst': [], 'x/y/68/a.rst': ['Ceph'] } },
    ));

  test('may be a conference with a name', () =>
    check({ 'conference.yml': 'name: Days', 'a.txt': talk('Ceph') }, { '. (Days)': { 'a.txt': ['Ceph'] } }));

  test('may hold several conferences, and one of all the rest', () =>
    check(
      {
        '2026/conference.yml': 'name: Days 2026',
        '2026/68/a.txt': talk('Ceph'),
        '2027/conference.yaml': 'name: Days 2027',
        '2027/b.txt': talk('Disks'),
        'c.txt': talk('Crews'),
        'more/d.txt': talk('Ships'),
      },
      {
        '. ()': { 'c.txt': ['Crews'], 'more/d.txt': ['Ships'] },
        '2026 (Days 2026)': { '2026/68/a.txt': ['Ceph'] },
        '2027 (Days 2027)': { '2027/b.txt': ['Disks'] },
      },
    ));

  test('may be one file', () =>
    checkFolder(join(temporaryFolder({ 'a.txt': talk('Ceph'), 'b.txt': talk('Disks') }), 'a.txt'), {
      '. ()': { 'a.txt': ['Ceph'] },
    }));

  test('may be a link to one', async () => {
    const root = temporaryFolder({ 'real/a.txt': talk('Ceph') });
    symlinkSync(join(root, 'real'), join(root, 'link'));
    await checkFolder(join(root, 'link'), { '. ()': { 'a.txt': ['Ceph'] } });
  });

  test('that is empty says what to put there', () => check({ '.gitkeep': '' }, {}, [`warning : ${EMPTY}`]));

  test('that is not there is a fault with a remedy', async () => {
    const dataDir = join(temporaryFolder(), 'nowhere');
    await expect(readDataFolder(dataDir)).rejects.toThrow(
      `There is nothing at ${dataDir}. Check the spelling, or set DATA_DIR to the folder with the programme's files.`,
    );
  });
});

const LEFT_OUT =
  'warning harbour/conference.yml: Left out, since it is a sample (sample: true) and there is another conference.';

describe('the sample', () => {
  test('is there as long as it is alone', () =>
    check(SAMPLE, { 'harbour (Harbour)': { 'harbour/a.txt': ['Ships'] } }));

  test('steps aside for a file with talks', () =>
    check({ ...SAMPLE, 'a.txt': talk('Ceph') }, { '. ()': { 'a.txt': ['Ceph'] } }, [LEFT_OUT]));

  test('steps aside for a conference', () =>
    check({ ...SAMPLE, '2027/conference.yml': 'name: Days' }, { '2027 (Days)': {} }, [
      LEFT_OUT,
      `warning 2027: ${EMPTY}`,
    ]));

  test('stays beside a file that holds no talks, of which only the problem is left', async () => {
    const { conferences, problems } = await readDataFolder(
      temporaryFolder({ ...SAMPLE, 'README.txt': 'Read me.' }),
    );
    expect(conferences.map(({ conference }) => conference.name)).toEqual(['Harbour']);
    expect(problems.map(({ file }) => file)).toEqual(['README.txt']);
  });
});

describe('what cannot be read', () => {
  test('hides no other talk', async () => {
    const root = temporaryFolder({
      'a.txt': talk('Ceph'),
      'b.txt': '',
      'c.png': Uint8Array.of(0x89, 0x50, 0, 0),
      'z.txt': talk('Disks'),
    });
    symlinkSync(root, join(root, 'loop'));
    symlinkSync(join(root, 'nowhere'), join(root, 'gone.txt'));
    await checkFolder(root, { '. ()': { 'a.txt': ['Ceph'], 'b.txt': [], 'c.png': [], 'z.txt': ['Disks'] } }, [
      'error gone.txt: There is nothing, or a link that leads nowhere; it was left out.',
      'error loop: This link leads to a folder that is read already; it was not followed.',
    ]);
  });

  test('is a broken description, whose talks are there all the same', () =>
    check(
      { 'days/conference.yml': 'name: Days\ntimeZone: Mars', 'days/a.txt': talk('Ceph') },
      { 'days (Days)': { 'days/a.txt': ['Ceph'] } },
      [
        'error days/conference.yml: "timeZone" should be an IANA time zone such as "Europe/Madrid" and is "Mars". It was left out.',
      ],
    ));
});

test('reads sheets as the nearest conference.yml explains them', () =>
  check(
    {
      '2027/conference.yml': 'csv: { title: was }',
      '2027/talks/s.csv': 'was,talk\nCeph,1',
      'other/s.csv': 'was,talk,room\nDisks,Crews,Pier',
    },
    { '. ()': { 'other/s.csv': ['Crews'] }, '2027 ()': { '2027/talks/s.csv': ['Ceph'] } },
  ));
