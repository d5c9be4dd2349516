import { expect, test } from 'vitest';
import { find } from '../../../src/search/find.ts';
import { indexProgramme } from '../../../src/search/index/index-programme.ts';
import { programme, type Sketch } from '../build.ts';

const ids = (query: string, talks: readonly Sketch[]) =>
  find(indexProgramme(programme(...talks)), query).talks.map(({ id }) => id);

/** Twenty-five talks in the order of their titles; in one of them the words of the query stand together. */
function oneTogether(place: number): readonly Sketch[] {
  return Array.from({ length: 25 }, (_, at) => {
    const name = String.fromCharCode(97 + at).repeat(3);
    return {
      id: `${at + 1}`,
      title: at + 1 === place ? `${name} knots ceph tides` : `${name} ceph knots tides`,
    };
  });
}

test.each([
  ['and the last of these becomes the first', 20, '20'],
  ['and the next stays where it is', 21, '1'],
])('the twenty best are looked at word by word, %s', (_which, place, first) => {
  const found = ids('ceph tides', oneTogether(place));
  expect([found.length, found[0]]).toEqual([25, first]);
});

test.each([
  ['four fifths or more', 'ropes knots sails masts tides parts', ['named', 'abstract']],
  ['less', 'ropes knots tides parts', ['named', 'abstract', 'ports']],
])('a rare word may be a slip, unless names of a talk have %s of the query', (_share, query, expected) => {
  const title = query.replace(' parts', '');
  const talks = [
    { id: 'named', title },
    { id: 'abstract', title: 'Quiet harbour', abstract: 'Parts.' },
    { id: 'ports', title: 'Ports for crews' },
    ...Array.from({ length: 8 }, (_, at) => ({ id: `other${at}`, title: `Quiet harbour ${at}` })),
  ];
  expect(ids(query, talks).sort()).toEqual([...expected].sort());
});
