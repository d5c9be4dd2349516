import { describe, expect, test } from 'vitest';
import { find } from '../../../src/search/find.ts';
import { indexProgramme } from '../../../src/search/index/index-programme.ts';
import { programme } from '../build.ts';

const index = indexProgramme(
  programme(
    { title: 'Knots', speakers: ['Ada Lund'] },
    { title: 'Ropes', speakers: ['Ada Lund Berg'] },
    { title: 'Sails', speakers: ['Ada Holm', 'Rust Reed', 'Bo'] },
    { title: 'Rust on every hull' },
    { title: 'Masts', abstract: 'A reed in the wind, and reed baskets.' },
    { title: 'Reed again' },
  ),
);

/** `Ada Lund 1`: each person with the share of the longer of query and name that both have. */
const named = (query: string) =>
  find(index, query).speakers.map(({ speaker, score }) => `${speaker.name} ${Number(score.toFixed(2))}`);

describe('a query names', () => {
  test.each([
    ['two words of a name', 'ada lund', ['Ada Lund 1', 'Ada Lund Berg 0.67']],
    ['two words of names among others', 'ada lund knots', ['Ada Lund 0.67', 'Ada Lund Berg 0.67']],
    ['three words of a name', 'ada lund berg', ['Ada Lund Berg 1', 'Ada Lund 0.67']],
    ['one word, which is the whole name', 'bo knots', ['Bo 0.5']],
    ['one word that all have', 'ada', ['Ada Holm 0.5', 'Ada Lund 0.5', 'Ada Lund Berg 0.33']],
    ['a word that as many talks have in a name as are about it', 'rust', ['Rust Reed 0.5']],
    ['nobody by a word that more talks are about', 'reed', []],
    ['nobody by one word of a name among others', 'holm knots', []],
  ])('by %s', (_how, query, people) => {
    expect(named(query)).toEqual(people);
  });
});
