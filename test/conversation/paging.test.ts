import fc from 'fast-check';
import { expect, test } from 'vitest';
import { QUERY_LENGTH, readPage, writePage } from '../../src/conversation/paging.ts';

test('a page survives its way through a button, within what Slack takes', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: QUERY_LENGTH }), fc.nat(), (query, offset) => {
      const value = writePage({ query, offset });
      expect(readPage(value)).toEqual({ query, offset });
    }),
  );
  expect(writePage({ query: '"'.repeat(QUERY_LENGTH), offset: 100_000 }).length).toBeLessThanOrEqual(2000);
});

test.each([undefined, '', 'null', '[]', '{"q":1,"o":0}', '{"q":"x","o":1.5}', '{"q":"x"', '7'])(
  'what is no page, %j, is the first page of nothing',
  value => {
    expect(readPage(value)).toEqual({ query: '', offset: 0 });
  },
);

test('there is nothing before the first page', () => {
  expect(readPage('{"q":"x","o":-5}')).toEqual({ query: 'x', offset: 0 });
});
