import type { Talk } from '../programme/talk.ts';
import { standingToday } from '../text/read-day.ts';
import { allowedBy } from './allowed.ts';
import type { Answer } from './answer.ts';
import { doubtRare } from './doubt.ts';
import type { Sieve } from './filter.ts';
import { inSchedule } from './in-schedule.ts';
import type { Index } from './index-programme.ts';
import { mendNames } from './mend-names.ts';
import { nearestQueries } from './nearest.ts';
import { peopleNamed } from './people-named.ts';
import { queryWords } from './query-words.ts';
import { rank } from './rank.ts';
import { asValue } from './read-filter.ts';
import { type Query, readQuery } from './read-query.ts';
import { type Term, termsOf } from './terms.ts';
import { withoutPauses } from './without-pauses.ts';
import type { Work } from './work.ts';

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
