import fc from 'fast-check';
import { expect, test } from 'vitest';
import { find } from '../../../src/search/find.ts';
import { indexProgramme } from '../../../src/search/index/index-programme.ts';
import { FILTER_NAMES, formatFilter } from '../../../src/search/query/filters.ts';
import { parseQuery } from '../../../src/search/query/parse-query.ts';
import { programme } from '../build.ts';

const SIGNS = [...'"“”„‟«»‹›「」『』″＂‘’‚\',|:：-.+#/ \n\u00ad\u200b', 'day:', 'room:', ' -', 'é', '5'];
const name = fc
  .array(fc.oneof(fc.constantFrom(...SIGNS), fc.string({ minLength: 1, maxLength: 4 })), { maxLength: 8 })
  .map(pieces => pieces.join(''))
  .filter(text => /[\p{L}\p{N}]/u.test(text));

test('a filter that is written is read as that filter', () => {
  fc.assert(
    fc.property(fc.constantFrom(...FILTER_NAMES), name, fc.boolean(), (filter, value, not) => {
      const { filters, words, phrases, without } = parseQuery(formatFilter({ name: filter, value, not }));
      const read = filters.map(one => ({ name: one.name, not: one.not, isEmpty: one.value === '' }));
      expect(read).toEqual([{ name: filter, not, isEmpty: false }]);
      expect([words, phrases, without]).toEqual([[], [], []]);
    }),
  );
});

test('a track is found by the filter that is written of it, whatever it is called', () => {
  fc.assert(
    fc.property(name, track => {
      const index = indexProgramme(programme({ id: 'its', title: 'Knots', track }));
      const query = formatFilter({ name: 'track', value: track, not: false });
      expect(find(index, query).talks.map(talk => talk.id)).toEqual(['its']);
    }),
  );
});

test.each([
  ['Storage', 'track:Storage'],
  ['Data stores', 'track:"Data stores"'],
  ['AI,data', 'track:"AI,data"'],
  ['-dev', 'track:"-dev"'],
  ['The “Big” "Hall"', 'track:"The Big Hall"'],
])('%s', (value, text) => {
  expect(formatFilter({ name: 'track', value, not: false })).toBe(text);
});
