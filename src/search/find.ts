import type { Talk } from '../programme/talk.ts';
import { standingToday } from '../text/read-day.ts';
import type { Answer } from './answer.ts';
import { mendNames } from './correction/mend-names.ts';
import { nearestQueries } from './correction/nearest.ts';
import { allowedBy } from './filter/allowed.ts';
import type { Sieve } from './filter/filter.ts';
import { inSchedule } from './filter/in-schedule.ts';
import { asValue } from './filter/read-filter.ts';
import { withoutPauses } from './filter/without-pauses.ts';
import type { Index } from './index/index-programme.ts';
import { queryWords } from './query/query-words.ts';
import { type Query, readQuery } from './query/read-query.ts';
import { type Term, termsOf } from './query/terms.ts';
import { doubtRare } from './rank/doubt.ts';
import { peopleNamed } from './rank/people-named.ts';
import { rank } from './rank/rank.ts';
import type { Work } from './rank/work.ts';

/**
 * Answers a query; any text is one. `today` is the date on the conference's calendar, for `day:today`. What the answer
 * cost is added to `work`.
 */
export function find(index: Index, typed: string, options: { today?: string; work?: Work } = {}): Answer {
  const { today = standingToday(index.programme), work = { postings: 0, comparisons: 0 } } = options;
  const query = readQuery(typed);
  const allowed = allowedBy(index, query, today);
  const { terms, order } = ranked(index, { query, allowed: allowed.talks }, work);
  const { talks, scores } = talksIn(index, withoutPauses(index, order));
  const speakers = peopleNamed(index, terms);
  return {
    query: typed,
    talks,
    scores,
    speakers,
    correction: talks.length > 0 ? corrected(query, terms, allowed.mended) : undefined,
    nearest:
      talks.length + speakers.length > 0
        ? []
        : nearestQueries(index, query, { terms, allowed: allowed.talks }),
    notes: [...query.notes, ...allowed.notes],
    words: queryWords(index, terms),
  };
}

/** The talks that a query finds; where none is named so, it may be that a slip has made one known word of another. */
function ranked(
  index: Index,
  { query, allowed }: { query: Query; allowed: Uint8Array | undefined },
  work: Work,
): { terms: readonly Term[]; order: Int32Array } {
  const terms = mendNames(index, termsOf(index, query, work), work);
  if (terms.length === 0)
    return { terms, order: allowed === undefined ? new Int32Array() : inSchedule(index, allowed) };
  const { order, isNamed } = rank(index, { terms, allowed }, work);
  const doubted = isNamed ? terms : doubtRare(index, terms, work);
  return doubted === terms
    ? { terms, order }
    : { terms: doubted, order: rank(index, { terms: doubted, allowed }, work).order };
}

/** The talks that have these numbers and what they were given in the tables, where the next query writes. */
function talksIn({ talks, tables }: Index, order: Int32Array): Pick<Answer, 'talks' | 'scores'> {
  const found = new Array<Talk>(order.length);
  const scores = new Array<number>(order.length);
  for (let place = 0; place < order.length; place++) {
    const number = order[place] ?? 0;
    const talk = talks[number];
    if (talk !== undefined) found[place] = talk;
    scores[place] = tables.scores[number] ?? 0;
  }
  return { talks: found, scores };
}

/** The query as it was typed but for the words and names that had to be mended; nothing where none had. */
function corrected(
  { text, filters }: Query,
  terms: readonly Term[],
  names: Sieve['mended'],
): string | undefined {
  const mended: { start: number; end: number; right: string }[] = [];
  for (const { word, mended: right } of terms) if (right !== undefined) mended.push({ ...word, right });
  for (const filter of filters) {
    const name = names.get(filter);
    if (name !== undefined) mended.push({ ...filter, right: asValue(name) });
  }
  if (mended.length === 0) return undefined;
  return mended
    .sort((a, b) => b.start - a.start)
    .reduce((right, one) => right.slice(0, one.start) + one.right + right.slice(one.end), text);
}
