import type { types } from '@slack/bolt';
import type { RatableTalk } from '../../../conversation/mine/ratable-talks.ts';
import type { Talk } from '../../../programme/talk.ts';
import { pluralise, shorten } from '../../../text/display.ts';
import { ACTION } from '../../action-ids.ts';
import { writeTalkValue } from '../../button-values.ts';
import { actions, button } from '../blocks/button.ts';
import { fitLines, lineMessage, type Message, message } from '../blocks/message.ts';
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
  /** Whether each talk's conference is named. */
  readonly isNamed: boolean;
}

/** All of them, some at a time, as a message of its own. */
export function rateTalksMessage(
  all: readonly RatableTalk[],
  { page, again, isNamed }: RateTalksOptions,
): Message {
  if (all.length === 0) return lineMessage(NONE);
  const shown = Math.min(Math.max(page, 1), Math.ceil(all.length / IN_MESSAGE));
  const talks = all.slice((shown - 1) * IN_MESSAGE, shown * IN_MESSAGE);
  const left = all.length - shown * IN_MESSAGE;
  return message(
    [
      richText([[bold(HEADING)]]),
      ...talks.flatMap(talk => rateRow(talk, isNamed)),
      ...(left > 0 ? [aside(`And ${pluralise(left, 'more talk')}: type /talk ${again} ${shown + 1}.`)] : []),
    ],
    fitLines(
      [HEADING],
      talks.map(({ talk, given }) => [titleOf(talk), describeGiven(given)].filter(Boolean).join(': ')),
    ),
  );
}

const NONE =
  'There is nothing to rate yet: once a talk that you starred is over, you can rate it here. To search for the word, type /talk "feedback".';

function rateRow({ talk, programme, given }: RatableTalk, isNamed: boolean): types.KnownBlock[] {
  const { folder, name = '' } = programme.conference;
  const says = [isNamed ? shorten(name, NAME_LENGTH) : '', describeGiven(given)].filter(Boolean).join(': ');
  return [
    richText([[bold(titleOf(talk))], [plain(says)]]),
    actions([rateButton(talk, folder, given === undefined ? 'Rate' : 'Change')]),
  ];
}

function describeGiven(given: RatableTalk['given']): string {
  return given === undefined ? '' : `You gave it ${given.rating} of 5`;
}

/** Opens the form. Before the end of the talk it says when it will. */
export function rateButton(
  talk: Talk,
  folder: string,
  label: 'Rate' | 'Change' | 'Rate afterwards',
): types.Button {
  const says = label === 'Change' ? 'Change the rating' : label;
  return button({
    label,
    action: ACTION.rate,
    value: writeTalkValue(talk, folder),
    says: `${says}: ${talk.title}`,
  });
}

function titleOf(talk: Talk): string {
  return shorten(talkTitle(talk), TITLE_LENGTH);
}
