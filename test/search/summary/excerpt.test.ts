import fc from 'fast-check';
import { expect, test } from 'vitest';
import { find } from '../../../src/search/find.ts';
import { indexProgramme } from '../../../src/search/index/index-programme.ts';
import { cutExcerpt, type Excerpt, textOf } from '../../../src/search/summary/excerpt.ts';
import { highlight, highlightExcerpt } from '../../../src/search/summary/highlight.ts';
import { summarise, summariseInParts } from '../../../src/search/summary/summarise.ts';
import { programme, talk } from '../../support/conference.ts';

const EXCERPT: Excerpt = {
  text: 'Ceph at sea. The tide. A lamp burns.',
  parts: [
    { start: 0, end: 12 },
    { start: 23, end: 36 },
  ],
  before: '',
  after: '',
  matches: [],
};

test.each([
  [27, 'Ceph at sea. … A lamp burns…'],
  [16, 'Ceph at sea. … A…'],
  [15, 'Ceph at sea. … …'],
  [14, 'Ceph at sea. ……'],
  [12, 'Ceph at sea.…'],
  [4, 'Ceph…'],
  [0, '…'],
])('is cut after %i characters', (length, text) => {
  expect(textOf(cutExcerpt(EXCERPT, length))).toBe(text);
});

test('is cut within what stands before it', () => {
  expect(textOf(cutExcerpt({ ...EXCERPT, before: '…' }, 5))).toBe('…Ceph…');
  expect(textOf(cutExcerpt({ ...EXCERPT, before: '…' }, 0))).toBe('…');
});

const WORDS =
  'ceph Ceph ferry ferries the .NET C++ SR-IOV OpenStack don’t l’école 東京で話す東京タワー (ceph) “ferry” ceph, lamp. sea! … —';
const abstracts = fc
  .array(fc.constantFrom(...WORDS.split(' '), '\n'), { minLength: 1, maxLength: 60 })
  .map(words => words.join(' '));

test('has the words of a query where its text has them, wherever it is cut', () => {
  fc.assert(
    fc.property(
      abstracts,
      fc.constantFrom('ceph', 'net', '.NET', 'ferry f', '東京', '話す', 'open', 'sriov ecole dont'),
      fc.integer({ min: 1, max: 150 }),
      fc.nat(150),
      (abstract, query, length, end) => {
        const { words } = find(indexProgramme(programme([talk({ abstract })])), query);
        const whole = summariseInParts(abstract, { words, length });
        const text = textOf(whole);
        expect(text).toBe(summarise(abstract, { words, length }));
        for (const excerpt of [whole, ...(end < text.length ? [cutExcerpt(whole, end)] : [])])
          expect(highlightExcerpt(excerpt, words)).toEqual(highlight(textOf(excerpt), words));
      },
    ),
  );
});
