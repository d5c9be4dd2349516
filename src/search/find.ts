import { allowedBy } from './allowed.ts';
import type { Answer, TalkMatch } from './answer.ts';
import { doubtRare } from './doubt.ts';
import { inSchedule } from './in-schedule.ts';
import type { Index } from './index-programme.ts';
import { mendNames } from './mend-names.ts';
import { nearestQueries } from './nearest.ts';
import { peopleNamed } from './people.ts';
import { queryWords } from './query-words.ts';
import { rank } from './rank.ts';
import { type Query, readQuery } from './read-query.ts';
import { type Term, termsOf } from './terms.ts';
import type { Work } from './work.ts';

/**
 * Answers a query; any text is one. `today` is the date on the conference's calendar, for `day:today`. What the answer
 * cost is added to `work`.
 */
export function find(index: Index, typed: string, options: { today?: string; work?: Work } = {}): Answer {
  const { today = index.programme.days[0] ?? SOME_DAY, work = { postings: 0, comparisons: 0 } } = options;
  const query = readQuery(typed);
  const allowed = allowedBy(index, query, today);
  const { terms, talks } = ranked(index, { query, allowed: allowed.talks }, work);
  const speakers = peopleNamed(index, terms);
  return {
    query: typed,
    talks,
    speakers,
    correction: talks.length > 0 ? corrected(query.text, terms) : undefined,
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
): { terms: readonly Term[]; talks: readonly TalkMatch[] } {
  const terms = mendNames(index, termsOf(index, query, work), work);
  if (terms.length === 0) return { terms, talks: allowed === undefined ? [] : inSchedule(index, allowed) };
  const { talks, isNamed } = rank(index, { terms, allowed }, work);
  const doubted = isNamed ? terms : doubtRare(index, terms, work);
  return doubted === terms
    ? { terms, talks }
    : { terms: doubted, talks: rank(index, { terms: doubted, allowed }, work).talks };
}

/** A programme without times has no today. */
const SOME_DAY = '1970-01-01';

/** The query as it was typed but for the words that had to be mended; nothing where none had. */
function corrected(typed: string, terms: readonly Term[]): string | undefined {
  const mended = terms.filter(term => term.mended !== undefined);
  if (mended.length === 0) return undefined;
  return mended.reduceRight(
    (text, { word, mended: right }) => text.slice(0, word.start) + right + text.slice(word.end),
    typed,
  );
}
