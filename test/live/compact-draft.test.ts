import { expect, test } from 'vitest';
import { importFile } from '../../src/importers/import-file.ts';
import { compactDrafts } from '../../src/live/compact-draft.ts';

const read = (number: number, speaker: string) =>
  importFile({
    path: `talks/${number}.rst`,
    bytes: Buffer.from(`Ropes ${number}\n~~~~~~~\n\n**Abstract:**\n\nHow they hold.\n\n${speaker}\n`),
  });
const ADA = '* **Ada Lund** *(She sails.)*';

test('a draft says the same when it takes less memory', () => {
  const compact = compactDrafts();
  const drafts = [read(1, ADA), read(2, `${ADA}\n\n* **Bo Ek** *(She sails.)*`), read(3, '')];
  expect(drafts.map(compact)).toEqual(drafts);
});

test('a speaker of several files is one object, and people who only have the same bio stay two', () => {
  const compact = compactDrafts();
  const drafts = [ADA, `${ADA}\n\n* **Bo Ek** *(She sails.)*`].map((speaker, at) =>
    compact(read(at, speaker)),
  );
  const [[ada], [again, bo]] = drafts.map(({ talks }) => talks[0]?.speakers ?? []) as [object[], object[]];
  expect(again).toBe(ada);
  expect(bo).toEqual({ name: 'Bo Ek', bio: 'She sails.' });
});
