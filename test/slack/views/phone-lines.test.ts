import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Excerpt, textOf } from '../../../src/search/summary/excerpt.ts';
import { countLines, cutExcerptToLines, cutToLines } from '../../../src/slack/views/phone-lines.ts';

test.each([
  ['', 1],
  ['Ceph at sea', 1],
  ['How a ferry line runs Ceph on board of its boats', 2],
  ['x'.repeat(100), 3],
  ['東京'.repeat(11), 2],
])('%j takes %i lines', (text, lines) => {
  expect(countLines(text)).toBe(lines);
});

test.each([
  [1, 'How a ferry line runs Ceph on board of its…'],
  [2, 'How a ferry line runs Ceph on board of its boats while they are at sea, and what it…'],
])('is cut between words to %i lines', (lines, shown) => {
  const text = 'How a ferry line runs Ceph on board of its boats while they are at sea, and what it learnt.';
  expect(cutToLines(text, lines)).toBe(shown);
});

const texts = fc
  .array(
    fc.constantFrom(...'ceph at sea, 東京 – “lamp” 👩🏽‍🚀 wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww …'.split(' ')),
    { maxLength: 40 },
  )
  .map(words => words.join(' '));

test('an excerpt is cut as its text is', () => {
  fc.assert(
    fc.property(
      texts,
      fc.nat(200),
      fc.nat(200),
      fc.constantFrom('', '…'),
      fc.integer({ min: 1, max: 3 }),
      (text, a, b, sign, lines) => {
        const [end, start] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        const parts = [
          { start: 0, end },
          { start, end: text.length },
        ];
        const excerpt: Excerpt = { text, parts, before: sign, after: sign, matches: [] };
        const cut = cutToLines(textOf(excerpt), lines);
        expect(textOf(cutExcerptToLines(excerpt, lines))).toBe(cut);
        expect(countLines(cut)).toBeLessThanOrEqual(lines);
      },
    ),
  );
});
