import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { askJson } from '../src/cli/answer-json.ts';
import { answer, requestContext } from '../src/conversation/answer.ts';
import { RESULTS_A_PAGE } from '../src/conversation/paging.ts';
import { readRequest } from '../src/conversation/request.ts';
import type { RequestContext } from '../src/conversation/search.ts';
import { load } from '../src/live/load.ts';
import { parseInstant } from '../src/programme/moment.ts';
import { hostileLines } from './hostile-lines.ts';
import { table } from './table.ts';

/**
 * How many of the labelled phrases are answered as people expect, by family. `--failed` lists the others. The phrases are
 * asked of the sample, as `lectern ask --limit 60` would.
 */
const PHRASES = fileURLToPath(new URL('../../shared/phrases/dev.jsonl', import.meta.url));
const QUERIES = fileURLToPath(new URL('../../shared/search/queries.jsonl', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../data', import.meta.url));
const LIMIT = 60;

interface Phrase {
  readonly id: string;
  readonly family: string;
  readonly at: string;
  readonly typed: string;
  readonly expect: Expected;
}

interface Expected {
  readonly kind?: string;
  readonly day?: string;
  readonly from?: string;
  readonly to?: string;
  readonly first?: string;
  readonly only?: readonly string[];
  readonly all?: readonly string[];
  readonly none_of?: readonly string[];
  readonly max?: number;
  readonly notCorrected?: boolean;
  readonly says?: string;
}

type Answered = ReturnType<typeof askJson>;

if (!existsSync(PHRASES)) {
  console.warn(`NOT MEASURED: there are no labelled phrases at ${PHRASES}.`);
  process.exit(0);
}
const phrases = readFileSync(PHRASES, 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Phrase);
const loaded = await load(SAMPLE);
const failed: string[] = [];
const families = new Map<string, { held: number; all: number }>();
for (const { id, family, at, typed, expect } of phrases) {
  const now = parseInstant(at);
  if (now === undefined) throw new Error(`${id} has no instant.`);
  const answered = answer(typed, {
    ...loaded,
    now,
    reader: { zone: undefined, place: 'apart', stars: undefined },
    prefix: '',
    resultsMax: RESULTS_A_PAGE,
  });
  const faults = faultsIn(askJson(typed, answered, LIMIT), expect);
  const counts = families.get(family) ?? { held: 0, all: 0 };
  families.set(family, { held: counts.held + (faults.length === 0 ? 1 : 0), all: counts.all + 1 });
  if (faults.length > 0) failed.push(`${id} “${typed}”: ${faults.join('; ')}`);
}
const held = phrases.length - failed.length;
console.log(
  table([
    ...[...families].map(([family, counts]) => ({
      family,
      held: String(counts.held),
      of: String(counts.all),
    })),
    { family: 'all', held: String(held), of: String(phrases.length) },
  ]),
);
if (process.argv.includes('--failed')) console.log(failed.join('\n'));
measureReading();
measureHostile();

/** Prints the time in which requests are read: each query's best of five, after a warm-up, in microseconds. */
function measureReading(): void {
  if (!existsSync(QUERIES)) {
    console.warn(`NOT MEASURED: there are no queries at ${QUERIES}.`);
    return;
  }
  const queries = readFileSync(QUERIES, 'utf8')
    .trim()
    .split('\n')
    .map(line => (JSON.parse(line) as { query: string }).query);
  const context = requestContext({ ...loaded, now: Date.parse('2027-05-11T10:40+02:00') });
  for (let round = 0; round < 10; round++) for (const query of queries) readRequest(query, context);
  const times = queries
    .map(query => Math.min(...Array.from({ length: 5 }, () => timeToRead(query, context))))
    .sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(0);
  console.log(`Reading a request: ${at(0.5)} µs at p50, ${at(0.99)} µs at p99, of ${queries.length} queries`);
}

/** Prints the slowest of many hostile lines: each line's best of five rounds, in milliseconds. */
function measureHostile(): void {
  const context = requestContext({ ...loaded, now: Date.parse('2027-05-11T10:40+02:00') });
  const lines = hostileLines(5000);
  const best = lines.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < 5; round++)
    lines.forEach((line, at) => {
      best[at] = Math.min(best[at] ?? 0, timeToRead(line, context) / 1000);
    });
  const slowest = best.sort((a, b) => b - a).slice(0, 3);
  console.log(
    `Of ${lines.length} hostile lines of 3,000 characters the slowest take ${slowest.map(ms => ms.toFixed(1)).join(', ')} ms`,
  );
}

function timeToRead(query: string, context: RequestContext): number {
  const start = performance.now();
  readRequest(query, context);
  return (performance.now() - start) * 1000;
}

function faultsIn(answered: Answered, expect: Expected): readonly string[] {
  const titles: readonly string[] = answered.talks.map(({ title }) => title);
  const begins = (beginning: string) => titles.findIndex(title => title.startsWith(beginning));
  const isKind =
    expect.kind === undefined ||
    expect.kind === answered.kind ||
    (expect.kind === 'none' && titles.length === 0) ||
    (answered.kind === 'agenda' && expect.only !== undefined);
  const fault = (isWrong: boolean, words: string) => (isWrong ? [words] : []);
  return [
    ...fault(!isKind, `it is ${answered.kind}, not ${expect.kind}`),
    ...(['day', 'from', 'to'] as const).flatMap(name =>
      fault(
        expect[name] !== undefined && expect[name] !== answered[name],
        `${name} is ${answered[name]}, not ${expect[name]}`,
      ),
    ),
    ...fault(expect.first !== undefined && begins(expect.first) !== 0, `the first is ${titles[0]}`),
    ...(expect.only ?? []).flatMap(title => fault(begins(title) < 0, `it lacks ${title}`)),
    ...fault(
      expect.only !== undefined && titles.length !== expect.only.length,
      `there are ${titles.length}, not ${expect.only?.length}`,
    ),
    ...(expect.all ?? []).flatMap(title =>
      fault(begins(title) < 0 || begins(title) > 4, `${title} is at ${begins(title)}`),
    ),
    ...(expect.none_of ?? []).flatMap(title => fault(begins(title) >= 0, `it has ${title}`)).slice(0, 2),
    ...fault(expect.max !== undefined && answered.total > expect.max, `there are ${answered.total}`),
    ...fault(
      expect.notCorrected === true && answered.correction !== null,
      `it is corrected to ${answered.correction}`,
    ),
    ...fault(
      expect.says !== undefined &&
        !JSON.stringify(answered).toLowerCase().includes(expect.says.toLowerCase()),
      `it does not say ${expect.says}`,
    ),
  ];
}
