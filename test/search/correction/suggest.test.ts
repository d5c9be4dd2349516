import { expect, test } from 'vitest';
import { find } from '../../../src/search/find.ts';
import { indexProgramme } from '../../../src/search/index/index-programme.ts';
import { programme } from '../build.ts';

test('offers the filters of a query without its unknown words only where a talk passes them', () => {
  const index = indexProgramme(
    programme({ title: 'Knots', track: 'Ropes' }, { title: 'Tides', track: 'Water', level: 'expert' }),
  );
  const nearestOf = (query: string) => find(index, query).nearest;
  expect([nearestOf('zzzqqq track:water'), nearestOf('zzzqqq track:ropes level:expert')]).toEqual([
    ['track:water'],
    [],
  ]);
});

test('offers at most three words that are spelt most like one that nothing has', () => {
  const endings = ['a', 'e', 'i', 'o', 'u'];
  const index = indexProgramme(
    programme(...endings.map(ending => ({ title: 'Knots', speakers: [`Ada Maffull${ending}`] }))),
  );
  const { talks, nearest } = find(index, 'mafuly');
  expect([talks, nearest]).toEqual([[], ['maffulla', 'maffulle', 'maffulli']]);
});
