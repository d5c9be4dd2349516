import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPhrase } from '../../../src/search/filter/find-phrase.ts';
import { ABSTRACT, TITLE } from '../../../src/search/index/fields.ts';
import { indexProgramme } from '../../../src/search/index/index-programme.ts';
import { programme } from '../build.ts';

const word = fc.constantFrom('ceph', 'sea', 'open', 'stack', 'tide');
const text = fc.array(word, { maxLength: 6 }).map(words => words.join(' '));

test('finds the talks that have the words side by side in one of the fields, whatever they are', () => {
  const sketches = fc.array(fc.record({ title: text, abstract: text }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(sketches, fc.array(word, { minLength: 1, maxLength: 3 }), (talks, phrase) => {
      const index = indexProgramme(programme(...talks));
      const has = (of: string) => ` ${of} `.includes(` ${phrase.join(' ')} `);
      const withPhrase = (passes: (title: string, abstract: string) => boolean) =>
        index.talks.flatMap(({ title, abstract }, number) => (passes(title, abstract) ? [number] : []));
      expect([
        [...findPhrase(index, phrase)],
        [...findPhrase(index, phrase, [TITLE])],
        [...findPhrase(index, phrase, [ABSTRACT])],
      ]).toEqual([
        withPhrase((title, abstract) => has(title) || has(abstract)),
        withPhrase(title => has(title)),
        withPhrase((_title, abstract) => has(abstract)),
      ]);
    }),
  );
});

test('finds a word within a compound of a title', () => {
  const index = indexProgramme(programme({ title: 'Ropes of OpenStack' }, { title: 'Tides' }));
  const found = [['stack'], ['open', 'stack'], ['stack', 'open']].map(words => [
    ...findPhrase(index, words, [TITLE]),
  ]);
  expect(found).toEqual([[0], [0], []]);
});
