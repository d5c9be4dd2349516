import { expect, test } from 'vitest';
import { find } from '../../../src/search/find.ts';
import { indexProgramme } from '../../../src/search/index/index-programme.ts';
import { programme } from '../build.ts';

test.each([
  ['three small words at the least, not two', 'Sturm und Flut nicht', ['t0']],
  ['three small words', 'Sturm und Flut nicht oder', []],
])('a text has German words with %s', (_how, abstract, ids) => {
  const talks = [{ title: 'Testing', abstract }, { title: 'Knots for the crews of that ship' }];
  // Only in English is "tests" another form of "testing".
  const index = indexProgramme(programme(...talks));
  expect(find(index, 'tests').talks.map(({ id }) => id)).toEqual(ids);
});
