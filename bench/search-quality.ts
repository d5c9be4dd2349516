import { load } from '../src/live/load.ts';
import type { Engine, Search } from './engine.ts';
import { familyMeans, mean, meanAveragePrecision } from './measures.ts';
import { collection, familyQueries, type JudgedQuery, TALKS_FOLDER } from './shared-search.ts';
import type { Row } from './table.ts';

/**
 * How well each engine finds what is looked for: the measure of each family of queries, their mean, and mean average
 * precision on two judged collections.
 */
export async function quality(engines: readonly Engine[]): Promise<Row[]> {
  const { programme } = await load(TALKS_FOLDER);
  const queries = familyQueries();
  const rows: Row[] = [];
  for (const engine of engines) {
    const { everyNth = 1 } = engine;
    const asked = queries.filter((_, place) => place % everyNth === 0);
    const means = familyMeans(asked, await answers(engine, programme, asked));
    rows.push({
      system: engine.name,
      ...Object.fromEntries(means),
      mean: mean([...means.values()]),
      ...(everyNth === 1 ? await collections(engine) : {}),
      settings: engine.settings,
    });
  }
  return rows;
}

async function collections(engine: Engine): Promise<Record<string, number>> {
  const { cran, cacm } = { cran: collection('cran'), cacm: collection('cacm') };
  return {
    'MAP cran': meanAveragePrecision(cran.queries, await answers(engine, cran.programme, cran.queries)),
    'MAP cacm': meanAveragePrecision(cacm.queries, await answers(engine, cacm.programme, cacm.queries)),
  };
}

/** Asks every query once beforehand, since some libraries answer in their own time. */
async function answers(
  engine: Engine,
  programme: Parameters<Engine['build']>[0],
  queries: readonly JudgedQuery[],
): Promise<(query: string) => readonly string[]> {
  const search: Search = await engine.build(programme);
  const found = new Map<string, readonly string[]>();
  for (const { query } of queries) found.set(query, await search(query));
  return query => found.get(query) ?? [];
}
