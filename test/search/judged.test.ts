import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { familyMeans } from '../../bench/measures.ts';
import { load } from '../../src/live/load.ts';
import { find } from '../../src/search/find.ts';
import { indexProgramme } from '../../src/search/index/index-programme.ts';
import { judgedQueries } from './judged-queries.ts';

/** MRR@10 of each family, or nDCG@10 where answers are graded. */
const MEANS = {
  'title words': 1,
  'title words, one misspelt': 1,
  speaker: 1,
  surname: 1,
  'speaker, misspelt': 1,
  'still typing': 0.917,
  'other word form': 0.955,
  'exact title': 1,
  keyword: 0.981,
  topic: 0.847,
};

/** Every other query is answered as well as can be. */
const NOT_PERFECT: Readonly<Record<string, number>> = {
  run: 0.5,
  mon: 0.5,
  cost: 0.5,
  prometheus: 0.972,
  backup: 0.939,
  latency: 0.955,
  incident: 0.979,
  'on call at night': 0.945,
  'hiring and teaching people': 0.931,
  'live migration': 0.871,
  'object storage': 0.97,
  'disks fail': 0.967,
  'network packets': 0.998,
  'shared clusters for many teams': 0.825,
  'open source maintainers': 0.968,
  'database on kubernetes': 0.791,
  'learn ceph': 0.786,
  'bare metal kubernetes': 0.939,
  'upgrades without downtime': 0.625,
  'machine learning': 0.387,
  'edge computing': 0.705,
};

const { programme } = await load(
  fileURLToPath(new URL('../../data/harbour-cloud-days-2027', import.meta.url)),
);
const fileOf = (id: string) => id.slice(id.indexOf('/') + 1);

test('each judged talk is in the sample conference', () => {
  const files = new Set(programme.talks.map(({ id }) => fileOf(id)));
  const judged = judgedQueries.flatMap(({ relevant }) => Object.keys(relevant));
  expect(judged.filter(file => !files.has(file))).toEqual([]);
});

test('the sample conference is searched as well as ever, query by query', () => {
  const index = indexProgramme(programme);
  const run = (query: string) => find(index, query).talks.map(({ id }) => fileOf(id));
  const measures = judgedQueries.map(judged => {
    const [measure = 0] = familyMeans([judged], run).values();
    return { query: judged.query, measure: rounded(measure), was: NOT_PERFECT[judged.query] ?? 1 };
  });
  const changed = measures
    .filter(({ measure, was }) => measure !== was)
    .map(({ query, measure, was }) => `“${query}” ${measure < was ? 'fell' : 'rose'}: ${was} → ${measure}`);
  expect(changed, 'A query that rose for good reason gets its new figure above').toEqual([]);
  const means = [...familyMeans(judgedQueries, run)].map(([family, mean]) => [family, rounded(mean)]);
  expect(Object.fromEntries(means)).toEqual(MEANS);
});

function rounded(measure: number): number {
  return Math.round(measure * 1000) / 1000;
}
