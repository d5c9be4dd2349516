import { findMeant } from '../../conversation/results.ts';
import type { Search } from '../../conversation/search.ts';
import { findToday } from '../../programme/sessions.ts';
import { isPause, type Talk } from '../../programme/talk.ts';
import { compileFilters } from '../../search/filter/compile-filters.ts';
import { ALL } from '../../search/find.ts';
import type { Asked } from '../conferences.ts';

interface Matches extends ReturnType<typeof findMeant> {
  /** Talks that the words name, but that the filters leave out. */
  readonly missed: readonly Talk[];
}

/** A search for nothing finds nothing in Slack, which answers it with the help; here it lists all talks by time. */
export function findMatches(search: Search, asked: Asked, limit: number): Matches {
  const { words, filters, without } = search.query;
  if (search.named !== undefined) return putNamedFirst(search.named, search, asked);
  const meant = findMeant(search, asked, limit);
  if (words.length + filters.length + without.length > 0) return { ...meant, missed: [] };
  const { sessions, talks: unordered } = asked.programme;
  const talks = [...new Set([...sessions.map(({ talk }) => talk), ...unordered])].filter(
    talk => !isPause(talk),
  );
  return {
    ...meant,
    found: { ...meant.found, total: talks.length, talks, scores: new Float32Array(talks.length).fill(1) },
    missed: [],
  };
}

/** A whole title or a link finds its talk before all that its words find. A link that leads to none finds none. */
function putNamedFirst(named: readonly string[], { query }: Search, asked: Asked): Matches {
  const { programme, now } = asked;
  const { found, also } = findMeant({ query, named: undefined }, asked, ALL);
  const meant = new Set(named.flatMap(id => programme.talk(id) ?? []));
  const sieve = compileFilters(query.filters, programme, findToday(now, programme));
  const first = [...meant].filter(talk => sieve.accepts(talk));
  const others = meant.size === 0 ? [] : found.talks.filter(talk => !meant.has(talk));
  const talks = [...first, ...others];
  const scoreOf = new Map(found.talks.map((talk, place) => [talk, found.scores[place] ?? 0]));
  const scores = Float32Array.from(talks, talk => scoreOf.get(talk) ?? 0);
  return {
    found: { ...found, total: talks.length, talks, scores, speakers: [], correction: undefined },
    also: meant.size === 0 ? undefined : also,
    missed: [...meant].filter(talk => !first.includes(talk)),
  };
}
