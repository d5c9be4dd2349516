import type { types } from '@slack/bolt';
import { QUERY_LENGTH } from '../../conversation/paging.ts';
import type { Suggestion } from '../../conversation/widening.ts';
import type { Programme } from '../../programme/programme.ts';
import { formatFilter } from '../../search/query/filters.ts';
import { ACTION } from '../action-ids.ts';
import { actions, button } from './blocks/button.ts';
import { aside } from './blocks/rich-text.ts';

/** Slack takes 25 buttons in a block. */
const BUTTONS = 25;

/**
 * Buttons that run a search, under a heading if there is one; no block without suggestions. `row` makes the action ids of two such rows in
 * one message distinct.
 */
export function searchButtons(of: {
  readonly heading?: string;
  readonly row: string;
  /** Before the label, to screen readers; `Search` by default. */
  readonly says?: string;
  readonly suggestions: readonly Suggestion[];
}): types.KnownBlock[] {
  if (of.suggestions.length === 0) return [];
  const buttons = of.suggestions
    .filter(({ label, query }) => label.trim() !== '' && query.length <= QUERY_LENGTH)
    .slice(0, BUTTONS)
    .map(({ label, query }, index) =>
      button({
        label,
        action: `${ACTION.search}:${of.row}:${index}`,
        value: query,
        says: `${of.says ?? 'Search'}: ${label}`,
      }),
    );
  if (buttons.length === 0) return [];
  return [...(of.heading === undefined ? [] : [aside(of.heading)]), actions(buttons)];
}

/** Searches of the same topic without one of the constraints that were understood, below the line that names them. */
export function widerButtons(suggestions: readonly Suggestion[]): types.KnownBlock[] {
  return searchButtons({ row: 'wider', suggestions });
}

/** `prefix` is what a query for this conference begins with. */
export function trackButtons(
  programme: Programme,
  { heading, prefix }: { readonly heading: string; readonly prefix: string },
): types.KnownBlock[] {
  const suggestions = programme.tracks.map(track => ({
    label: track,
    query: prefix + formatFilter({ name: 'track', value: track, not: false }),
  }));
  return searchButtons({ heading, row: 'track', suggestions });
}
