import type { types } from '@slack/bolt';
import type { Talk } from '../../../programme/talk.ts';
import { button, type WrittenAction } from '../blocks/button.ts';

/**
 * Writes the actions of a talk's buttons for one surface, so that a row is written once for all of them. A surface that
 * cannot do something leaves its button out.
 */
export interface ActionWriter {
  /** Shows a talk in full. */
  details(talk: Talk): WrittenAction | undefined;
  /** Stars a talk, or takes the star away from one that is starred. */
  star(talk: Talk, isStarred: boolean): WrittenAction | undefined;
  share(talk: Talk): (WrittenAction & { readonly label: string }) | undefined;
}

export function detailsButton(talk: Talk, writer: ActionWriter): readonly types.Button[] {
  const action = writer.details(talk);
  return action === undefined
    ? []
    : [button({ label: 'Details', ...action, says: `Details: ${talk.title}` })];
}

export function shareButton(talk: Talk, writer: ActionWriter): readonly types.Button[] {
  const action = writer.share(talk);
  return action === undefined ? [] : [button({ ...action, says: `Share: ${talk.title}` })];
}

export function starButton(talk: Talk, isStarred: boolean, writer: ActionWriter): readonly types.Button[] {
  const action = writer.star(talk, isStarred);
  const label = isStarred ? 'Unstar' : 'Star';
  return action === undefined ? [] : [button({ label, ...action, says: `${label}: ${talk.title}` })];
}
