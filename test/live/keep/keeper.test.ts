import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { importManyHere } from '../../../src/importers/import-beside.ts';
import { openDataFolder } from '../../../src/live/load.ts';
import { find } from '../../../src/search/find.ts';
import { listTexts } from '../../../src/search/index/indexed-texts.ts';
import { LIGHTHOUSE } from '../../cli/support.ts';
import { manualTimers } from '../../support/manual-timers.ts';
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts';

afterAll(removeTemporaryFolders);

const TALK = LIGHTHOUSE['storage/ceph-at-sea.txt'];
const FILES = {
  'conference.yml': 'name: Quay Days\ntimeZone: Europe/Oslo\n',
  'storage/ceph-at-sea.txt': TALK,
  'storage/ropes.txt': TALK.replaceAll('Ceph', 'Rope'),
  'days.csv': 'title,start,end,room\nKnots and norns,2027-05-11T09:00,2027-05-11T09:45,Quay Hall\n',
  // More talks than are written at once.
  'long.csv': `title,abstract\n${Array.from({ length: 120 }, (_, at) => `Buoy ${at},Light ${at % 7}`).join('\n')}\n`,
  'broken.json': '{"talks": [',
  'empty.txt': '',
  'logo.png': new Uint8Array([0x89, 0x50, 0, 0]),
};

interface Opened {
  readonly answers: unknown;
  /** The files that were not kept. */
  readonly imported: readonly string[];
  readonly said: readonly string[];
}

/** Opens a folder as a start does, and lets it keep what it read; without `keptIn` all is read. */
async function openOnce(dataDir: string, keptIn: string | undefined): Promise<Opened> {
  const [imported, said, timers]: [string[], string[], ReturnType<typeof manualTimers>] = [
    [],
    [],
    manualTimers(),
  ];
  const say = (_: unknown, sentence: string) => said.push(sentence);
  const { library, first, keepSoon } = await openDataFolder(dataDir, {
    nowMs: Date.UTC(2027, 4, 1),
    onFault: error => expect.fail(String(error)),
    importMany: count => {
      const here = importManyHere(count);
      return {
        ...here,
        importFile: (file, options) => {
          imported.push(file.path);
          return here.importFile(file, options);
        },
      };
    },
    kept: keptIn === undefined ? undefined : { folder: keptIn, program: 'a', log: { warn: say, info: say } },
  });
  const stop = keepSoon(timers);
  await timers.pass(2000);
  await stop();
  await library.close();
  const { index, problems } = first;
  const { conference, talks: all, speakers, tracks } = first.programme;
  const programme = { conference, talks: all, speakers, tracks };
  const found = ['ceph', 'ropes at sea', 'knotts', 'norn', '"at sea"'].map(words => find(index, words));
  return { answers: { programme, problems, texts: listTexts(index), found }, imported, said };
}

test('a second start answers the same and imports nothing', async () => {
  const [data, kept] = [temporaryFolder(FILES), join(temporaryFolder(), 'kept')];
  const first = await openOnce(data, kept);
  const second = await openOnce(data, kept);
  expect(first.imported.toSorted()).toEqual(Object.keys(FILES).slice(1).toSorted());
  expect(second.answers).toStrictEqual(first.answers);
  expect(second).toEqual({ answers: first.answers, imported: [], said: [] });
});

test('takes two files for two, even if their names and bytes are the same to a reader', async () => {
  const talks = 'title,abstract\nBuoy 1,Light\nBuoy 2,Lamp\n';
  const data = temporaryFolder({ 'caf\u00e9.csv': talks, 'cafe\u0301.csv': talks });
  const kept = join(temporaryFolder(), 'kept');
  const { answers } = await openOnce(data, kept);
  expect((await openOnce(data, kept)).answers).toStrictEqual(answers);
  expect((await openOnce(data, kept)).answers).toStrictEqual(answers);
});

/** A change of a file between two starts. */
const EDIT = fc.record({
  path: fc.constantFrom(
    'storage/ceph-at-sea.txt',
    'storage/ropes.txt',
    'days.csv',
    'new.txt',
    'conference.yml',
  ),
  // Of the same length as another, so that only the content tells them apart.
  content: fc.constantFrom(
    undefined,
    TALK,
    TALK.replaceAll('sea', 'see'),
    'name: Oslo\n',
    'name: Rome\n',
    FILES['days.csv'],
  ),
  keepsTime: fc.boolean(),
});

test('never answers from what a file said before, whatever changed and whatever its time is', async () => {
  const [data, kept] = [temporaryFolder(FILES), join(temporaryFolder(), 'kept')];
  await openOnce(data, kept);
  await fc.assert(
    fc.asyncProperty(fc.array(EDIT, { minLength: 1, maxLength: 3 }), async edits => {
      for (const edit of edits) apply(data, edit);
      const [again, fresh] = [await openOnce(data, kept), await openOnce(data, undefined)];
      expect(again.answers).toStrictEqual(fresh.answers);
      expect(again.said).toEqual([]);
      expect(await openOnce(data, kept)).toEqual({ ...again, imported: [] });
    }),
    { numRuns: 12 },
  );
});

function apply(
  data: string,
  { path, content, keepsTime }: typeof EDIT extends fc.Arbitrary<infer T> ? T : never,
): void {
  const location = join(data, path);
  const before = statSync(location, { throwIfNoEntry: false });
  if (content === undefined) rmSync(location, { force: true });
  else writeFileSync(location, content);
  if (content !== undefined && before !== undefined && keepsTime)
    utimesSync(location, before.atime, before.mtime);
}

test('reads all anew where what was kept is damaged, and keeps that', async () => {
  const [data, kept] = [temporaryFolder(FILES), join(temporaryFolder(), 'kept')];
  const first = await openOnce(data, kept);
  for (const name of ['drafts', 'index']) {
    const path = join(kept, name);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.with(bytes.length >> 1, 0x55));
  }
  const said = ['drafts', 'index'].map(
    name => `${join(kept, name)} is damaged; it is written anew, and this start takes longer.`,
  );
  expect(await openOnce(data, kept)).toEqual({ ...first, imported: expect.any(Array), said });
  expect(await openOnce(data, kept)).toEqual({ ...first, imported: [] });
});

test('keeps nothing where it is not told where', async () => {
  const data = temporaryFolder(FILES);
  const first = await openOnce(data, undefined);
  expect(await openOnce(data, undefined)).toEqual(first);
});
