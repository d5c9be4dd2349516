import type { types } from '@slack/bolt';
import { shorten } from '../../text/display.ts';
import { ACTION } from '../action-ids.ts';
import { readStarValue, type TalkOfProgramme } from '../button-values.ts';
import { actions } from './blocks/button.ts';
import { type Message, message } from './blocks/message.ts';
import { bold, plain, richText } from './blocks/rich-text.ts';
import { starButton } from './talk-buttons.ts';

const TITLE_LENGTH = 150;

/** Tells one person, in a message of their own, that a talk is one of theirs, or no longer. */
export function starConfirmation({
  talk,
  programme,
  isStarred,
}: TalkOfProgramme & { readonly isStarred: boolean }): Message {
  const title = shorten(talk.title, TITLE_LENGTH);
  const [before, after] = isStarred
    ? ['Starred ', '. /talk mine shows all of your talks.']
    : ['', ' is no longer one of your talks.'];
  const star = starButton(talk, programme.conference.folder, { isStarred, place: 'confirmation' });
  return message(
    [richText([[plain(before), bold(title), plain(after)]]), actions([star])],
    `${before}${title}${after}`,
  );
}

/** The same blocks, with *Unstar* for *Star* below a talk, or the other way round. `talk` is as writeTalkValue makes it. */
export function toggleStar(
  blocks: readonly types.KnownBlock[],
  talk: string,
  isStarred: boolean,
): types.KnownBlock[] {
  return blocks.map(block =>
    block.type === 'actions'
      ? { ...block, elements: block.elements.map(element => toggled(element, talk, isStarred)) }
      : block,
  );
}

type Element = types.ActionsBlock['elements'][number];

function toggled(element: Element, talk: string, isStarred: boolean): Element {
  const isStar =
    element.type === 'button' && (element.action_id === ACTION.star || element.action_id === ACTION.unstar);
  if (!isStar || readStarValue(element.value ?? '').talk !== talk) return element;
  const [label, action_id] = isStarred ? ['Unstar', ACTION.unstar] : ['Star', ACTION.star];
  const { accessibility_label: says } = element;
  return {
    ...element,
    action_id,
    text: { ...element.text, text: label },
    ...(says === undefined ? {} : { accessibility_label: says.replace(/^\w+/, label) }),
  };
}
