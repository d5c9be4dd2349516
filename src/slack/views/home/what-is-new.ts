import type { types } from '@slack/bolt';
import { header } from '../blocks/rich-text.ts';
import { dayOf, newsBlocks, newsSince } from '../news.ts';
import type { HomeContext } from './home-context.ts';
import { phaseAt } from './what-is-on.ts';

/** During the conference the Home has more to show: what runs, what is next, and the person's next talks. */
const TALKS = { before: 5, during: 3 } as const;

/**
 * The talks that came in or changed, the latest first: before the conference within a week, during it today, when people
 * have seen the rest. After it nothing is new.
 */
export function whatIsNew(context: HomeContext): types.KnownBlock[] {
  const phase = phaseAt(context.now, context.programme);
  if (phase === 'after') return [];
  const since = phase === 'during' ? dayOf(context.now, context) : undefined;
  const known = newsSince(context.news, since, context);
  if (known.length === 0) return [];
  return phase === 'during'
    ? [header('Changed today'), ...newsBlocks(known, context, TALKS.during)]
    : [header('New in the last week'), ...newsBlocks(known, context, TALKS.before)];
}
