import { describe, expect, test } from 'vitest';
import { familyMeans, mean, meanAveragePrecision, type Run } from '../../bench/measures.ts';
import { collection, familyQueries, hasSharedSearch, MISSING } from '../../bench/shared-search.ts';
import { find } from '../../src/search/find.ts';
import { type Index, indexProgramme } from '../../src/search/index/index-programme.ts';
import { isThorough } from '../support/cases.ts';
import { judgedTalks } from '../support/judged-talks.ts';

if (!hasSharedSearch) console.warn(`The quality of search is ${MISSING}`);

/** What was reached by the way that Lectern's search began from; a family may lie a hundredth below. */
const REACHED = {
  'title words': 0.943,
  'title words, one misspelt': 0.966,
  speaker: 1,
  surname: 0.987,
  'speaker, misspelt': 0.996,
  'still typing': 0.905,
  'other word form': 0.839,
  'exact title': 1,
  keyword: 0.982,
};
const MEAN = 0.957;

const runOn =
  (index: Index): Run =>
  query =>
    find(index, query).talks.map(talk => talk.id);

describe.skipIf(!hasSharedSearch)('on judged queries', () => {
  test('finds known talks as well as the best that was measured', async () => {
    const { index } = await judgedTalks();
    const means = familyMeans(familyQueries(), runOn(index));
    expect(mean([...means.values()])).toBeGreaterThanOrEqual(MEAN);
    const below = Object.entries(REACHED).filter(
      ([family, reached]) => (means.get(family) ?? 0) < reached - 0.01,
    );
    expect(below).toEqual([]);
  });

  test('puts a talk with the word in its title above one where only a bio has it', async () => {
    const { index } = await judgedTalks();
    const keywords = familyQueries().filter(({ family }) => family === 'keyword');
    const inverted = keywords.filter(({ query, relevant }) => {
      const ids = find(index, query).talks.map(talk => talk.id);
      // A talk is graded 3 where its title has the word, 1 where its abstract has it; where only a bio has it, not at all.
      const titled = ids.findLastIndex(id => relevant[id] === 3);
      const others = ids.findIndex(id => relevant[id] === undefined);
      return others >= 0 && others < titled;
    });
    expect(inverted.map(({ query }) => query)).toEqual([]);
  });

  test.runIf(isThorough).each([
    ['cran', 0.314],
    ['cacm', 0.35],
  ] as const)('answers the questions of %s', (name, floor) => {
    const { programme, queries } = collection(name);
    expect(meanAveragePrecision(queries, runOn(indexProgramme(programme)))).toBeGreaterThanOrEqual(floor);
  });
});
