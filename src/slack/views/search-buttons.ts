import type { types } from '@slack/bolt';
import type { Programme } from '../../programme/programme.ts';
import { ACTION } from '../action-ids.ts';
import { actions, button } from './button.ts';

/** Slack takes 25 buttons in a block. */
const BUTTONS = 25;

export interface Suggestion {
  readonly label: string;
  readonly query: string;
}

/** Buttons that run a search. `row` tells apart two such rows in one message, whose buttons need ids of their own. */
export function searchButtons(suggestions: readonly Suggestion[], row: string): types.ActionsBlock {
  return actions(
    suggestions
      .slice(0, BUTTONS)
      .map(({ label, query }, index) =>
        button({ label, action: `${ACTION.search}:${row}:${index}`, value: query, says: `Search: ${label}` }),
      ),
  );
}

export function trackButtons(programme: Programme): types.ActionsBlock {
  return searchButtons(
    programme.tracks.map(track => ({ label: track, query: `track:"${track.replaceAll('"', '')}"` })),
    'track',
  );
}
