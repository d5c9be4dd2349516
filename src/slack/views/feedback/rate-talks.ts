import type { types } from '@slack/bolt';
import type { RatableTalk } from '../../../conversation/mine/ratable-talks.ts';
import type { Talk } from '../../../programme/talk.ts';
import type { OwnTalk } from '../../../search/loaded.ts';
import { pluralise, shorten } from '../../../text/display.ts';
import { ACTION, BLOCK, BLOCK_ID_LENGTH } from '../../action-ids.ts';
import { writeTalkValue } from '../../button-values.ts';
import { actions, labelText, spokenLabel } from '../blocks/button.ts';
import { fitLines, lineMessage, type Message, message } from '../blocks/message.ts';
import { replaceButton } from '../blocks/pressed-button.ts';
import { aside, bold, header, plain, richText } from '../blocks/rich-text.ts';
import { talkTitle } from '../row.ts';

const HEADING = 'Rate the talks that you saw';
/** The Home has room for these. */
const ON_HOME = 5;
const IN_MESSAGE = 10;
const TITLE_LENGTH = 150;
const NAME_LENGTH = 60;

/** A part of a person's Home: talks without a rating; those that have one are told, and listed by the command. */
export function rateTalks(talks: readonly RatableTalk[], isNamed: boolean): types.KnownBlock[] {
  const open = talks.filter(({ given }) => given === undefined);
  const left = open.length - ON_HOME;
  const rated = talks.length - open.length;
  return [
    ...(open.length === 0 ? [] : [header(HEADING)]),
    ...open.slice(0, ON_HOME).flatMap(talk => rateRow(talk, isNamed)),
    ...(left > 0 ? [aside(`And ${pluralise(left, 'more talk')}: type /talk my ratings.`)] : []),
    ...(rated > 0
      ? [aside(`You gave ${pluralise(rated, 'rating')}: to see or change them, type /talk my ratings.`)]
      : []),
  ];
}

export interface RateTalksOptions {
  /** From 1; the last one in the place of those that there are not. */
  readonly page: number;
  /** The words that ask for these, before the number of a page. */
  readonly again: string;
  /** The words that were answered with these, and are answered again once one of them is rated. */
  readonly asked: string;
  /** Whether each talk's conference is named. */
  readonly isNamed: boolean;
  /** A talk that was rated just now, which stands first. */
  readonly saved?: OwnTalk | undefined;
}

/** All of them, some at a time, as a message of its own. */
export function rateTalksMessage(
  all: readonly RatableTalk[],
  { page, again, asked, isNamed, saved }: RateTalksOptions,
): Message {
  if (all.length === 0) return lineMessage(NONE);
  const isSaved = ({ talk, programme }: RatableTalk) =>
    talk.id === saved?.talk.id && programme.conference.folder === saved.programme.conference.folder;
  const others = all.filter(talk => !isSaved(talk));
  const shown = Math.min(Math.max(page, 1), Math.max(Math.ceil(others.length / IN_MESSAGE), 1));
  const talks = [...all.filter(isSaved), ...others.slice((shown - 1) * IN_MESSAGE, shown * IN_MESSAGE)];
  const left = others.length - shown * IN_MESSAGE;
  const rows = talks.map(talk => rateRow(talk, isNamed, isSaved(talk)));
  return message(
    [
      richText([[bold(HEADING)]]),
      ...rows.flatMap(([title, buttons], place) => [title, { ...buttons, ...rateBlockId(asked, place) }]),
      ...(left > 0 ? [aside(`And ${pluralise(left, 'more talk')}: type /talk ${again} ${shown + 1}.`)] : []),
    ],
    fitLines(
      [HEADING],
      talks.map(each =>
        [titleOf(each.talk), describeGiven(each.given, isSaved(each))].filter(Boolean).join(': '),
      ),
    ),
  );
}

const NONE =
  'There is nothing to rate yet: once a talk that you starred is over, you can rate it here. To search for the word, type /talk "feedback".';

function rateRow(
  { talk, programme, given }: RatableTalk,
  isNamed: boolean,
  isSaved = false,
): readonly [types.RichTextBlock, types.ActionsBlock] {
  const { folder, name = '' } = programme.conference;
  const says = [isNamed ? shorten(name, NAME_LENGTH) : '', describeGiven(given, isSaved)]
    .filter(Boolean)
    .join(': ');
  return [
    richText([[bold(titleOf(talk))], [plain(says)]]),
    actions([rateButton(talk, folder, given === undefined ? 'Rate' : 'Change')]),
  ];
}

function describeGiven(given: RatableTalk['given'], isSaved = false): string {
  if (given === undefined) return '';
  return isSaved ? `Saved: you gave it ${given.rating} of 5` : `You gave it ${given.rating} of 5`;
}

/** Slack sends the id along with a press, also where it does not send the message. */
function rateBlockId(asked: string, place: number): { readonly block_id?: string } {
  const id = `${BLOCK.rate}${place}:${asked}`;
  return id.length > BLOCK_ID_LENGTH ? {} : { block_id: id };
}

/** The words that were answered with the message around a button; undefined if it was no such answer. */
export function readRateBlockId(id: string): string | undefined {
  return id.startsWith(BLOCK.rate)
    ? /^\d+:(?<asked>.+)$/su.exec(id.slice(BLOCK.rate.length))?.groups?.asked
    : undefined;
}

/** Opens the form. Before the end of the talk it says when it will. */
export function rateButton(
  talk: Talk,
  folder: string,
  label: 'Rate' | 'Change' | 'Rate afterwards',
): types.Button {
  return {
    type: 'button',
    action_id: ACTION.rate,
    value: writeTalkValue(talk, folder),
    ...labelled(label, talk),
  };
}

function labelled(label: string, talk: Talk) {
  const says = label === 'Change' ? 'Change your rating' : label;
  return { text: labelText(label), accessibility_label: spokenLabel(`${says}: ${talk.title}`) };
}

/** The blocks around a button after its talk was rated, or the rating was taken back: the button says so, and a line below it. */
export function markRated(
  blocks: readonly types.KnownBlock[],
  { value, talk, given }: { readonly value: string } & Pick<RatableTalk, 'talk' | 'given'>,
): types.KnownBlock[] {
  const label = given === undefined ? 'Rate' : 'Change your rating';
  return replaceButton(
    blocks,
    each => each.type === 'button' && each.action_id === ACTION.rate && each.value === value,
    {
      button: each => ({ ...each, ...labelled(label, talk) }),
      says: given === undefined ? '' : `${describeGiven(given, true)}.`,
    },
  );
}

function titleOf(talk: Talk): string {
  return shorten(talkTitle(talk), TITLE_LENGTH);
}
