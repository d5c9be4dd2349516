import { FILTERS_LENGTH } from '../../conversation/digest/filters.ts';
import { ownTextMistakes } from '../../conversation/digest/own-texts.ts';
import { nextDueDay, tellsOf } from '../../digests/plan/due.ts';
import { findProgrammeDay } from '../../programme/moment.ts';
import type { Programme } from '../../programme/programme.ts';
import { compileFilters } from '../../search/filter/compile-filters.ts';
import type { Loaded } from '../../search/loaded.ts';
import { parseQuery } from '../../search/query/parse-query.ts';
import type { Digest } from '../../store/digests.ts';
import { defaultToday } from '../../text/read-day.ts';

/** Returns a sentence if an order could never be posted: its owner would wait for it in vain. */
export function checkOrder(digest: Digest, loaded: Loaded, now: number): string | undefined {
  const { filters, days, weekdays } = digest;
  const [textProblem] = [...Object.values(ownTextMistakes(digest)), ...Object.values(findUnheard(digest))];
  const problem = textProblem ?? checkFilters(filters, loaded.programme);
  const held = loaded.programme.days;
  if (problem !== undefined || (days === 'daily' && (weekdays.length === 0 || held.length === 0)))
    return problem;
  if (!held.some(day => tellsOf(day, digest))) return 'The programme has no sessions on these days.';
  const today = findProgrammeDay(now, loaded.programme.conference);
  if (digest.onlyChanges && held.some(day => tellsOf(day, digest) && day >= today)) return undefined;
  return nextDueDay(digest, loaded, now) === undefined
    ? 'That time has passed on all of these days.'
    : undefined;
}

/** Sentences about what a digest of only changes never says, since it posts nothing above or below sessions. */
export function findUnheard(digest: Digest): Partial<Record<keyof typeof UNHEARD, string>> {
  if (!digest.onlyChanges) return {};
  const named = Object.entries(UNHEARD).filter(([key]) => digest[key as keyof typeof UNHEARD]);
  return Object.fromEntries(
    named.map(([key, name]) => [key, `A digest of only changes has no ${name}: leave one of the two out.`]),
  );
}

const UNHEARD = {
  intro: 'intro',
  closing: 'closing line',
  sponsor: 'sponsor',
  mentionHere: '@here',
} as const;

/** Returns a sentence about the filters that fit nothing in the programme; undefined if all do. */
export function checkFilters(filters: string, programme: Programme): string | undefined {
  if (filters.length > FILTERS_LENGTH)
    return `These filters are too long for one digest: it takes ${FILTERS_LENGTH} characters.`;
  const { notes } = compileFilters(parseQuery(filters).filters, programme, defaultToday(programme));
  return notes.length > 0 ? notes.join(' ') : undefined;
}
