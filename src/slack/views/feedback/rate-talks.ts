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

/** A part of a person's Home; nothing if there is nothing to rate. */
export function rateTalks(talks: readonly RatableTalk[]): types.KnownBlock[] {
  if (talks.length === 0) return [];
  const left = talks.length - ON_HOME;
  return [
    header(HEADING),
    ...talks.slice(0, ON_HOME).flatMap(rateRow),
    ...(left > 0 ? [aside(`And ${pluralise(left, 'more talk')}: type /talk feedback.`)] : []),
  ];
}

/** The same as a message of its own. */
export function rateTalksMessage(talks: readonly RatableTalk[]): Message {
  if (talks.length === 0) return lineMessage(NONE);
  const left = talks.length - IN_MESSAGE;
  return message(
    [
      richText([[bold(HEADING)]]),
      ...talks.slice(0, IN_MESSAGE).flatMap(rateRow),
      ...(left > 0 ? [aside(`And ${pluralise(left, 'more talk')}: rate some to see them.`)] : []),
    ],
    fitLines(
      [HEADING],
      talks.map(({ talk, given }) => [titleOf(talk), describeGiven(given)].filter(Boolean).join(': ')),
    ),
  );
}

const NONE =
  'There is nothing to rate yet: once a talk that you starred is over, you can rate it here. To search for the word, type /talk "feedback".';

function rateRow({ talk, programme, given }: RatableTalk): types.KnownBlock[] {
  const { folder } = programme.conference;
  const says = describeGiven(given);
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
