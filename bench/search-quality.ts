/**
 * How well Lectern and its peers find what is looked for. `npx tsx bench/search-quality.ts [--peers] [--json]`
 */
import { parseArgs } from 'node:util';
import { load } from '../src/load.ts';
import { type Engine, LECTERN, type Search } from './engine.ts';
import { familyMeans, mean, meanAveragePrecision } from './measures.ts';
import { PEERS } from './peers.ts';
import {
  collection,
  familyQueries,
  hasSharedSearch,
  type JudgedQuery,
  MISSING,
  TALKS_FOLDER,
} from './shared-search.ts';
import { table } from './table.ts';

const { values } = parseArgs({ options: { peers: { type: 'boolean' }, json: { type: 'boolean' } } });
if (hasSharedSearch) await measure();
else {
  console.error(MISSING);
  process.exitCode = 1;
}

async function measure(): Promise<void> {
  const { programme } = await load(TALKS_FOLDER);
  const queries = familyQueries();
  const rows: Record<string, number | string>[] = [];
  for (const engine of values.peers ? [LECTERN, ...PEERS] : [LECTERN]) {
    const asked =
      engine.everyNth === undefined
        ? queries
        : queries.filter((_, place) => place % (engine.everyNth ?? 1) === 0);
    const means = familyMeans(asked, await answers(engine, programme, asked));
    const row = { system: engine.name, ...Object.fromEntries(means), mean: mean([...means.values()]) };
    rows.push({
      ...row,
      ...(engine.everyNth === undefined ? await collections(engine) : {}),
      settings: engine.settings,
    });
  }
  console.log(values.json ? JSON.stringify(rows, undefined, 2) : table(rows));
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
