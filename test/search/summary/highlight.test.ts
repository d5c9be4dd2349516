import { expect, test } from 'vitest';
import { highlight } from '../../../src/search/summary/highlight.ts';
import { queryWords } from '../../support/query-words.ts';

const words = queryWords(word => (/^(ceph|東京)/iu.test(word) ? 1 : 0));

test.each([
  [
    'Ceph at sea',
    [
      ['Ceph', true],
      [' at sea', false],
    ],
  ],
  [
    'at sea: Ceph.',
    [
      ['at sea: ', false],
      ['Ceph', true],
      ['.', false],
    ],
  ],
  [
    '東京で',
    [
      ['東京', true],
      ['で', false],
    ],
  ],
  ['nothing', [['nothing', false]]],
  ['', []],
] as const)('marks what was asked for in %j', (text, pieces) => {
  expect(highlight(text, words).map(piece => [piece.text, piece.strong])).toEqual(pieces);
});
