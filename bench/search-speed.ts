import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { load } from '../src/live/load.ts';
import type { Programme } from '../src/programme/programme.ts';
import { type Engine, LECTERN_PAGE, type Search } from './engine.ts';
import { recombined } from './recombine.ts';
import { familyQueries, TALKS_FOLDER } from './shared-search.ts';
import { quantile } from './statistics.ts';
import type { Row } from './table.ts';

/** What one engine leaves behind is cleared away before the next is timed, and not in its time. */
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Each engine is built and each query asked so often; what counts is the median. */
interface Rounds {
  readonly builds: number;
  readonly rounds: number;
}

/** The runtime compiles what is asked often, so the median of many rounds is that of a bot which runs for days. */
const MANY: Rounds = { builds: 5, rounds: 15 };
/** A hundred thousand talks are compiled for by one round. */
const FEW: Rounds = { builds: 1, rounds: 5 };
const UNIT = 'MiniSearch';

/**
 * How fast each engine is with a thousand talks, and Lectern with as many as `sizes` say: milliseconds and, where MiniSearch ran
 * beside, how many times its own. Only these ratios mean something on another machine.
 */
export async function speed(
  engines: readonly Engine[],
  sizes: readonly number[],
): Promise<{ readonly thousand: readonly Row[]; readonly large: readonly Row[] }> {
  const { programme } = await load(TALKS_FOLDER);
  const queries = familyQueries().map(({ query }) => query);
  const times = await timed(engines, programme, queries, MANY);
  const unit = times.find(({ engine }) => engine.name === UNIT);
  const thousand = times.map(row => ({ ...shown(row), ...(unit === undefined ? {} : ratios(row, unit)) }));
  const large: Row[] = [];
  for (const talks of sizes) {
    const rows = await timed([LECTERN_PAGE], recombined(programme, talks), queries, FEW);
    large.push(...rows.map(row => ({ ...shown(row), talks })));
  }
  return { thousand, large };
}

interface Times {
  readonly engine: Engine;
  readonly buildMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

function shown({ engine, buildMs, p50Ms, p99Ms }: Times) {
  return { system: engine.name, 'build ms': buildMs, 'p50 ms': p50Ms, 'p99 ms': p99Ms };
}

function ratios(row: Times, unit: Times) {
  return {
    'build ratio': row.buildMs / unit.buildMs,
    'p50 ratio': row.p50Ms / unit.p50Ms,
    'p99 ratio': row.p99Ms / unit.p99Ms,
  };
}

/** The engines take turns, so that what else the machine does falls on all of them. */
async function timed(
  engines: readonly Engine[],
  programme: Programme,
  queries: readonly string[],
  { builds, rounds }: Rounds,
): Promise<Times[]> {
  const built = new Map<Engine, number[]>(engines.map(engine => [engine, []]));
  const searches = new Map<Engine, Search>();
  for (let round = 0; round < builds; round++) {
    for (const engine of engines) {
      collectGarbage();
      const before = performance.now();
      searches.set(engine, await engine.build(programme));
      built.get(engine)?.push(performance.now() - before);
    }
  }
  const asked = new Map<Engine, number[][]>(engines.map(engine => [engine, queries.map(() => [])]));
  for (let round = 0; round < rounds; round++) {
    for (const [engine, search] of searches)
      await ask(search, queries, { everyNth: engine.everyNth ?? 1, times: asked.get(engine) ?? [] });
  }
  return engines.map(engine => {
    const perQuery = (asked.get(engine) ?? [])
      .filter(times => times.length > 0)
      .map(times => quantile(times, 0.5));
    return {
      engine,
      buildMs: quantile(built.get(engine) ?? [], 0.5),
      p50Ms: quantile(perQuery, 0.5),
      p99Ms: quantile(perQuery, 0.99),
    };
  });
}

async function ask(
  search: Search,
  queries: readonly string[],
  { everyNth, times }: { everyNth: number; times: number[][] },
): Promise<void> {
  for (const [place, query] of queries.entries()) {
    if (place % everyNth !== 0) continue;
    const before = performance.now();
    const answer = search(query);
    if (answer instanceof Promise) await answer;
    times[place]?.push(performance.now() - before);
  }
}
