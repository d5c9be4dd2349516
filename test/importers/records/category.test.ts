import { expect, test } from 'vitest';
import { importFile } from '../../../src/importers/import-file.ts';
import { buildProgramme } from '../../../src/programme/joining/build.ts';
import { conference } from '../../support/conference.ts';

/** The name of a conference without a conference.yml, by its files. */
function nameOf(files: Readonly<Record<string, unknown>>) {
  const drafts = Object.entries(files).map(([path, value]) =>
    importFile({ path, bytes: Buffer.from(JSON.stringify(value)) }),
  );
  const { programme, problems } = buildProgramme(conference({ name: undefined }), drafts);
  return [programme.conference.name, ...[...drafts.flatMap(draft => draft.problems), ...problems]];
}

const TALK = { title: 'Ceph at sea', speakers: ['Ada Lund'], recorded: '2027-05-11' };

test.each([
  ['title', { 'a/category.json': { title: 'Harbour Days' } }, 'Harbour Days'],
  ['name', { 'a/category.json': { name: 'Harbour Days', slug: 'harbour' } }, 'Harbour Days'],
  [
    'title in each of several folders',
    { 'a/category.json': { title: 'Harbour Days' }, 'b/category.json': { title: 'Rope Days' } },
    undefined,
  ],
])('category.json names the conference by its %s', (_, files, name) =>
  expect(nameOf({ 'a/videos/ceph.json': TALK, ...files })).toEqual([name]),
);

test('a file of another name with a title alone is no category', () =>
  expect(nameOf({ 'a/site.json': { title: 'Harbour Days' } })).toHaveLength(2));
