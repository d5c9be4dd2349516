import type { types } from '@slack/bolt';
import type { Session } from '../../programme/sessions.ts';
import { shorten } from '../../text/display.ts';
import { ACTION } from '../action-ids.ts';
import { readStarValue, type StarValue, type TalkOfProgramme } from '../button-values.ts';
import { messageActions } from './actions/message-actions.ts';
import { starButton } from './actions/talk-buttons.ts';
import { actions } from './blocks/button.ts';
import { type Message, message } from './blocks/message.ts';
import { noteBelow, replaceButton } from './blocks/pressed-button.ts';
import { bold, type Inline, plain, richText } from './blocks/rich-text.ts';
import { overlapLine } from './my-talks.ts';

const TITLE_LENGTH = 150;

/** A press on *Star* or *Unstar*, and the state that holds after it. */
export interface PressedStar extends TalkOfProgramme {
  readonly value: StarValue;
  readonly isStarred: boolean;
  /** Sessions of the person's other talks at the same time. */
  readonly clashes: readonly Session[];
}

/** Tells one person, in a message of their own, that a talk is one of theirs, or no longer, or that it was so before. */
export function starConfirmation(
  { talk, programme, isStarred, clashes }: PressedStar,
  { isChanged, name }: { readonly isChanged: boolean; readonly name?: string | undefined },
): Message {
  const title = shorten(talk.title, TITLE_LENGTH);
  const [before, after] = confirmationWords(isStarred, isChanged);
  const writer = messageActions(programme.conference.folder, { star: 'confirmation' });
  const star = starButton(talk, isStarred, writer);
  const overlap = overlapLine(clashes);
  return message(
    [
      richText([[plain(before), bold(title), plain(after)], overlap]),
      { ...actions(star), ...(name === undefined ? {} : { block_id: name }) },
    ],
    [`${before}“${title}”${after}`, textOf(overlap)].filter(Boolean).join(' '),
  );
}

function confirmationWords(isStarred: boolean, isChanged: boolean): readonly [string, string] {
  if (!isChanged) return ['', isStarred ? ' is already one of your talks.' : ' was not one of your talks.'];
  return isStarred
    ? ['Starred ', '. /talk mine shows all of your talks.']
    : ['', ' is no longer one of your talks.'];
}

/** The same blocks after a press, with the button's other label, and below it what the talk overlaps or what was done. */
export function toggleStar(
  blocks: readonly types.KnownBlock[],
  pressed: PressedStar,
  done = '',
): types.KnownBlock[] {
  const { value, isStarred, clashes } = pressed;
  return replaceButton(blocks, element => isStarOf(value.talk, element), {
    button: element => toggled(element, value.talk, isStarred),
    says: textOf(overlapLine(clashes)) || done,
  });
}

/** Says in a direct message that a talk is no longer one of the person's; the button there takes it back. */
export function describeUnstar({ talk, isStarred }: PressedStar): string {
  return isStarred ? '' : `“${shorten(talk.title, TITLE_LENGTH)}” is no longer one of your talks.`;
}

/** The answer around a button that was pressed, given anew, with what the talk overlaps. */
export function withClashes(answer: Message, pressed: PressedStar): Message {
  const overlap = textOf(overlapLine(pressed.clashes));
  if (overlap === '') return answer;
  const { text } = message([], `${shorten(pressed.talk.title, TITLE_LENGTH)}: ${overlap}.`);
  return { ...answer, blocks: overlapBelow(answer.blocks, pressed), text: `${answer.text}\n${text}` };
}

/** The overlap of one talk stands below its buttons, until another is starred. */
function overlapBelow(
  blocks: readonly types.KnownBlock[],
  { value, clashes }: PressedStar,
): types.KnownBlock[] {
  // A talk may stand in a message twice, and ids of blocks may not.
  const pressed = blocks.findIndex(
    block => block.type === 'actions' && block.elements.some(each => isStarOf(value.talk, each)),
  );
  return noteBelow(blocks, pressed, textOf(overlapLine(clashes)));
}

function textOf(inlines: readonly Inline[]): string {
  return inlines.flatMap(inline => (inline.type === 'text' ? inline.text : [])).join('');
}

type Element = types.ActionsBlock['elements'][number];

function isStarOf(talk: string, element: Element): element is types.Button {
  const isStar =
    element.type === 'button' && (element.action_id === ACTION.star || element.action_id === ACTION.unstar);
  return isStar && readStarValue(element.value ?? '').talk === talk;
}

function toggled(element: Element, talk: string, isStarred: boolean): Element {
  if (!isStarOf(talk, element)) return element;
  const [label, action_id] = isStarred ? ['Unstar', ACTION.unstar] : ['Star', ACTION.star];
  const { accessibility_label: says } = element;
  return {
    ...element,
    action_id,
    text: { ...element.text, text: label },
    ...(says === undefined ? {} : { accessibility_label: says.replace(/^\w+/, label) }),
  };
}
