import { expect, test } from 'vitest';
import { createReport } from '../../../src/importers/reading/report.ts';
import { searchDocument } from '../../../src/importers/records/finding/search-document.ts';
import { readFound } from '../../../src/importers/records/read-document.ts';

const CEPH = { title: 'Ceph' };

/** The talks of a document by title, and the messages about them. */
function read(document: unknown, settings = {}) {
  const report = createReport('a.json');
  const { talks = [], people } = readFound(searchDocument(document), settings, report);
  return { talks, people, problems: report.problems.map(({ message }) => message) };
}

test('reads 20,000 talks at most', () => {
  const many = Array.from({ length: 20_001 }, (_, id) => ({ ...CEPH, id }));
  const whole = read(many.slice(1));
  expect([whole.talks.length, whole.problems]).toEqual([20_000, []]);
  const cut = read(many);
  expect([cut.talks.length, cut.problems]).toEqual([
    20_000,
    ['The list has more than 20,000 entries; the rest were left out.'],
  ]);
});

test('reads the keys that conference.yml names', () => {
  const { talks } = read([{ title: 'Ceph', teacher: 'Ada Lund' }], {
    csv: { columns: { speakers: 'teacher' } },
  });
  expect(talks.map(({ speakers }) => speakers)).toEqual([[{ name: 'Ada Lund', bio: '' }]]);
});
