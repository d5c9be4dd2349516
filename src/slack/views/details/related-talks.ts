import type { types } from '@slack/bolt';
import { formatStart } from '../../../programme/moment.ts';
import type { Programme } from '../../../programme/programme.ts';
import { findSimultaneous } from '../../../programme/sessions.ts';
import type { Talk } from '../../../programme/talk.ts';
import { findSimilar } from '../../../search/find-similar.ts';
import type { Index } from '../../../search/index/index-programme.ts';
import { ACTION } from '../../action-ids.ts';
import { writeTalkValue } from '../../button-values.ts';
import { actions, button } from '../blocks/button.ts';
import { aside } from '../blocks/rich-text.ts';

const SIMULTANEOUS = 5;
const SIMILAR = 3;

/** *At the same time* and *More like this*: buttons that open those talks in place of this one. */
export function relatedTalks(talk: Talk, programme: Programme, index: Index): types.KnownBlock[] {
  const simultaneous = findSimultaneous(talk, programme.sessions);
  const shown = simultaneous.slice(0, SIMULTANEOUS);
  const count = simultaneous.length > shown.length ? ` (${shown.length} of ${simultaneous.length})` : '';
  const isOften = talk.slots.length > 1;
  return [
    ...talkRow(
      `At the same time${count}`,
      shown.map(session => ({
        talk: session.talk,
        label: `${isOften ? `${formatStart(session.slot)} ` : ''}${session.talk.title}`,
      })),
      programme,
    ),
    ...talkRow(
      'More like this',
      findSimilar(talk, index, SIMILAR).map(similar => ({ talk: similar, label: similar.title })),
      programme,
    ),
  ];
}

function talkRow(
  heading: string,
  talks: readonly { readonly talk: Talk; readonly label: string }[],
  { conference }: Programme,
): types.KnownBlock[] {
  const buttons = talks.map(({ talk, label }, place) =>
    button({
      label,
      action: `${ACTION.details}:${place}`,
      value: writeTalkValue(talk, conference.folder),
      says: `Details: ${talk.title}`,
    }),
  );
  return buttons.length === 0 ? [] : [aside(heading), actions(buttons)];
}
