import { expect, test } from 'vitest';
import { find } from '../../../src/search/find.ts';
import { indexProgramme } from '../../../src/search/index/index-programme.ts';
import { programme } from '../build.ts';

/** `data` is in four titles, `knots` in three and `sails` in two. */
const index = indexProgramme(
  programme(
    { title: 'Data of knots and sails' },
    { title: 'Data of knots' },
    { title: 'Data of ropes' },
    { title: 'Data lost' },
    { title: 'Knots' },
    { title: 'Sails' },
    { title: 'Masts' },
    { title: 'Hulls' },
  ),
);

/** The titles of the talks that are weak matches, and the words that are too little. */
function weakFor(query: string) {
  const { talks, weak } = find(index, query);
  return (
    weak && [talks.filter((_, place) => weak.places[place] === 1).map(({ title }) => title), ...weak.words]
  );
}

test.each([
  ['data', undefined],
  ['masts hulls', undefined],
  ['sails data', [['Data lost', 'Data of knots', 'Data of ropes'], 'data']],
  ['daata sails', [['Data lost', 'Data of knots', 'Data of ropes'], 'data']],
  ['sails zzzqqq', undefined],
  ['knots sails data', [['Sails', 'Knots', 'Data lost', 'Data of ropes'], 'knots', 'sails', 'data']],
  ['data knots sails masts hulls ropes lost', undefined],
])('the weak matches of %j are %j', (query, weak) => {
  expect(weakFor(query)).toEqual(weak);
});
