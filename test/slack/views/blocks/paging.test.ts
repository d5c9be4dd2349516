import { describe, expect, test } from 'vitest';
import { pageButtons, rangeOf } from '../../../../src/slack/views/blocks/paging.ts';
import { read } from '../../../support/read.ts';

const answer = { all: 25, size: 6, paged: true };

/** Each button's label, with the page that it leads to. */
function buttons(offset: number, shown: number, part = {}): Record<string, unknown> {
  const found = pageButtons({ query: 'ceph', offset }, { ...answer, shown, ...part }).flatMap(block =>
    block.type === 'actions' ? block.elements : [],
  );
  return Object.fromEntries(
    found.map(each => (each.type === 'button' ? [each.text.text, JSON.parse(each.value ?? '')] : [])),
  );
}

describe('the buttons below a page lead', () => {
  test.each<[string, number, number, Record<string, number>, object?]>([
    ['from the first page to the second', 0, 6, { More: 6 }],
    ['from the second page to the first and the third', 6, 6, { More: 12, Back: 0 }],
    ['from the third page to the second and the fourth', 12, 6, { More: 18, Back: 6 }],
    ['from the last page to the one before it', 24, 1, { Back: 18 }],
    ['from a page that shows less to what it left out', 6, 4, { More: 10, Back: 0 }],
    ['from a page in the midst of the first to the beginning', 4, 6, { More: 10, Back: 0 }],
    ['nowhere where all is shown', 0, 25, {}],
    ['from the last page to the next part', 24, 1, { Also: 25, Back: 18 }, { next: 'Also' }],
    ['from the first page of a part to the one before it', 14, 6, { More: 20, Back: 12 }, { from: 14 }],
    ['from a page of a part to its beginning', 17, 6, { More: 23, Back: 14 }, { from: 14 }],
  ])('%s', (_where, offset, shown, to, part = {}) => {
    expect(buttons(offset, shown, part)).toEqual(
      Object.fromEntries(Object.entries(to).map(([label, page]) => [label, { q: 'ceph', o: page }])),
    );
  });
});

test.each([
  ['how many more there are', 0, ['19 more: type /talk and the same words in the channel.']],
  ['nothing on the last page', 24, []],
])('where others see the page, a line says %s', (_what, offset, said) => {
  expect(read(pageButtons({ query: 'ceph', offset }, { ...answer, shown: 6, paged: false }))).toEqual(said);
});

test.each([
  ['the first of several', 12, 0, ' (1 to 12 of 13)'],
  ['one alone', 1, 12, ' (13 of 13)'],
  ['all of them', 13, 0, ''],
  ['none of them', 0, 20, ''],
])('a heading tells which are shown: %s', (_which, shown, offset, said) => {
  expect(rangeOf(shown, { total: 13, offset })).toBe(said);
});
