import { expect, test } from 'vitest';
import { searchText } from '../../src/cli/search.ts';
import type { SearchResult } from '../../src/search/search-result.ts';
import { searchJson } from '../../src/search/talk-json.ts';
import { programme, speaker, talk } from '../support/conference.ts';
import { queryWords } from '../support/query-words.ts';

const ada = speaker({ affiliation: 'Dock Ltd' });
const lighthouse = programme([
  talk({ speakers: [ada] }),
  talk({ id: 'b', title: 'Ceph ashore', speakers: [ada] }),
]);
const nothing: SearchResult = {
  query: 'cehp',
  total: 0,
  talks: [],
  scores: new Float32Array(),
  speakers: [],
  weak: undefined,
  correction: undefined,
  nearest: [],
  notes: [],
  words: queryWords(word => (word === 'storage' ? 1 : 0)),
};
const text = (answer: Partial<SearchResult>, limit = 10) =>
  searchText(
    { result: { ...nothing, ...answer }, tookMs: 1, programme: lighthouse },
    {
      limit,
      paint: (_, words) => words,
    },
  );

test('a person is summed up, with the ids of all their talks', () => {
  const result = { ...nothing, speakers: [{ speaker: ada, score: 2 }] };
  expect(searchJson({ result, tookMs: 0.5, programme: lighthouse }, 10)).toEqual({
    query: 'cehp',
    total: 0,
    tookMs: 0.5,
    suggestion: null,
    notes: [],
    talks: [],
    speakers: [
      {
        name: 'Ada Lund',
        affiliation: 'Dock Ltd',
        summary: 'Ada keeps the storage of a small harbour afloat.',
        talks: ['storage/ceph-at-sea', 'b'],
      },
    ],
  });
});

test.each([
  ['the query as it was mended', { correction: 'ceph', nearest: ['cephfs'] }, 'ceph'],
  ['the nearest query where nothing was found', { nearest: ['cephfs', 'rgw'] }, 'cephfs'],
  ['nothing where the query was understood', {}, null],
])('suggests %s', (_, answer, suggestion) => {
  const found = { result: { ...nothing, ...answer }, tookMs: 1, programme: lighthouse };
  expect(searchJson(found, 10)).toMatchObject({ suggestion });
});

test.each<[string, Partial<SearchResult>, number, string]>([
  ['that nothing matches', {}, 10, 'Nothing matches "cehp".'],
  [
    'what would have matched',
    { nearest: ['ceph', 'rgw'] },
    10,
    'Nothing matches "cehp". Perhaps: ceph, rgw.',
  ],
  ['how many match', { total: 2, talks: lighthouse.talks }, 10, '2 talks for "cehp"'],
  ['that there are more', { total: 2, talks: lighthouse.talks }, 1, '2 talks for "cehp", the best 1'],
  [
    'how it was understood',
    { total: 2, talks: lighthouse.talks, correction: 'ceph' },
    10,
    '2 talks for "ceph" (you typed "cehp")',
  ],
])('tells people %s', (_, answer, limit, heading) => {
  expect(text(answer, limit).split('\n')[0]).toBe(heading);
});

test('tells people who is meant and what they give, and what was read otherwise', () => {
  expect(
    text({ speakers: [{ speaker: ada, score: 1 }], notes: ['There is no room called Attic.'] }),
  ).toBe(`0 talks for "cehp"
There is no room called Attic.

Ada Lund, Dock Ltd
Ada keeps the storage of a small harbour afloat.
- Ceph at sea
- Ceph ashore
`);
});

test('says first of a cancelled talk that it is', () => {
  const cancelled = talk({ status: 'cancelled', abstract: '' });
  expect(text({ total: 1, talks: [cancelled] })).toBe(`1 talk for "cehp"

Ceph at sea
cancelled · Ada Lund · Storage
storage/ceph-at-sea
`);
});
