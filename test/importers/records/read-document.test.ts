import { expect, test } from 'vitest';
import { createReport } from '../../../src/importers/reading/report.ts';
import { searchDocument } from '../../../src/importers/records/finding/search-document.ts';
import { readFound } from '../../../src/importers/records/read-document.ts';

/** The talks of a document by title, and the messages about them. */
function read(document: unknown, settings = {}) {
  const report = createReport('a.json');
  const { talks = [], people } = readFound(searchDocument(document), settings, report);
  return { talks, people, problems: report.problems.map(({ message }) => message) };
}

test('reads the keys that conference.yml names', () => {
  const { talks } = read([{ title: 'Ceph', teacher: 'Ada Lund' }], {
    csv: { columns: { speakers: 'teacher' } },
  });
  expect(talks.map(({ speakers }) => speakers)).toEqual([[{ name: 'Ada Lund', bio: '' }]]);
});

test.each([
  [
    'among its papers',
    [
      { title: 'Storage', start: '2027-05-11T09:00', papers: [{ title: 'Ceph', speakers: ['Ada Lund'] }] },
      { title: 'Rust', start: '2027-05-11T09:00', speakers: ['Bo Ek'] },
    ],
    ['Storage', 'Ceph in Storage', 'Rust'],
  ],
  [
    'to which a paper with a title of its own refers',
    [
      { id: 's1', title: 'Storage', start: '2027-05-11T09:00' },
      { id: 'p1', title: 'Ceph', session: 's1', start: '2027-05-11T09:00' },
    ],
    ['Storage', 'Ceph in Storage'],
  ],
  [
    'whose time stands elsewhere',
    [
      { id: 's1', title: 'Storage' },
      { session: 's1', start: '2027-05-11T09:00' },
    ],
    ['Storage'],
  ],
])('reads a session %s', (_, document, expected) =>
  expect(
    read(document).talks.map(({ title, within }) => (within === undefined ? title : `${title} in ${within}`)),
  ).toEqual(expected),
);
