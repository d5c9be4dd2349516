import type { types } from '@slack/bolt';
import type { Talk } from '../../programme/talk.ts';
import { ACTION } from '../action-ids.ts';
import { type StarPlace, writeStarValue, writeTalkValue } from '../button-values.ts';
import { button } from './blocks/button.ts';

/** Opens a talk in full. `folder` is that of the talk's conference. */
export function detailsButton(talk: Talk, folder: string): types.Button {
  const value = writeTalkValue(talk, folder);
  return button({ label: 'Details', action: ACTION.details, value, says: `Details: ${talk.title}` });
}

/** Posts a talk at once in the channel that is around; elsewhere it asks where. */
export function shareButton(talk: Talk, folder: string, place: 'channel' | 'elsewhere'): types.Button {
  const value = writeTalkValue(talk, folder);
  const isHere = place === 'channel';
  return button({
    label: isHere ? 'Share' : 'Share...',
    action: isHere ? ACTION.share : ACTION.shareElsewhere,
    value,
    says: `Share: ${talk.title}`,
  });
}

/** Stars a talk; of one that is starred takes the star away. */
export function starButton(
  talk: Talk,
  folder: string,
  of: { readonly isStarred: boolean; readonly place: StarPlace },
): types.Button {
  const label = of.isStarred ? 'Unstar' : 'Star';
  return button({
    label,
    action: of.isStarred ? ACTION.unstar : ACTION.star,
    value: writeStarValue({ talk: writeTalkValue(talk, folder), place: of.place }),
    says: `${label}: ${talk.title}`,
  });
}
