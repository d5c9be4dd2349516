import { ACTION } from '../../action-ids.ts';
import { type StarPlace, starValueWriter, writeTalkValue } from '../../button-values.ts';
import type { ActionWriter } from './talk-buttons.ts';

/**
 * Writes actions that Slack sends to Lectern's own listeners. `folder` is that of the talks' conference; `share` says whether
 * a channel is around, in which a talk is posted at once; elsewhere it is asked where.
 */
export function messageActions(
  folder: string,
  { star = 'elsewhere', share = 'elsewhere' }: MessagePlace = {},
): ActionWriter {
  const writeStar = starValueWriter(star);
  return {
    details: talk => ({ action: ACTION.details, value: writeTalkValue(talk, folder) }),
    star: (talk, isStarred) => ({
      action: isStarred ? ACTION.unstar : ACTION.star,
      value: writeStar(writeTalkValue(talk, folder)),
    }),
    share: talk => {
      const value = writeTalkValue(talk, folder);
      return share === 'channel'
        ? { label: 'Share', action: ACTION.share, value }
        : { label: 'Share...', action: ACTION.shareElsewhere, value };
    },
  };
}

interface MessagePlace {
  readonly star?: StarPlace;
  readonly share?: 'channel' | 'elsewhere';
}
