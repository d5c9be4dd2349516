import type { types } from '@slack/bolt';
import type { AwaitedWords } from '../../../conversation/awaited-words.ts';
import { describeWords } from '../../../conversation/constraints/constraints-line.ts';
import type { NamedAlert } from '../../../digests/messages.ts';
import type { Programme } from '../../../programme/programme.ts';
import { pluralise, shorten } from '../../../text/display.ts';
import { ACTION } from '../../action-ids.ts';
import { writeAlertValue, writeRemovedAlert } from '../../button-values.ts';
import { actions, button } from '../blocks/button.ts';
import { boldMessage, type Message, message } from '../blocks/message.ts';
import { replaceButton } from '../blocks/pressed-button.ts';
import { bold, header, plain, richText, withBold } from '../blocks/rich-text.ts';

const WORDS_LENGTH = 80;

export interface AddedAlert {
  readonly words: string;
  readonly isNew: boolean;
  readonly mended: AwaitedWords['mended'];
  /** How many talks match its words by now. */
  readonly matches: number;
}

/** Confirms an alert, to its person alone. */
export function alertAdded({ words, isNew, mended, matches }: AddedAlert, programme: Programme): Message {
  const shown = nameAlert(words, programme);
  const before = isNew
    ? 'You will get a direct message when a new or changed talk matches '
    : 'You already have an alert for ';
  const slips = mended.map(({ typed }) => typed).join(', ');
  const typed = slips === '' ? '' : ` (you typed ${shorten(slips, WORDS_LENGTH)})`;
  const after =
    matches === 0
      ? `${typed}. No talk matches yet.`
      : `${typed}. ${pluralise(matches, 'talk')} ${matches === 1 ? 'matches' : 'match'} now.`;
  return message(
    [
      richText([[plain(before), bold(shown), plain(after)]]),
      actions([
        ...(matches === 0
          ? []
          : [button({ label: 'Show them', action: `${ACTION.search}:alert`, value: words })]),
        removeAlertButton(words, programme),
      ]),
    ],
    `${before}${shown}${after}`,
  );
}

const NONE = 'You have no alerts. Type `/talk alert` and a topic to hear about new talks on it.';
const HEADING = 'You get a direct message when a new or changed talk matches:';

/** The label of the button. */
const HOW_TO_STOP = 'To stop one, press Remove below it.';

/** A person's alerts, each with its button. `isStop` for somebody who wants to have one no more. */
export function alertList(
  all: readonly string[],
  programme: Programme,
  { isStop }: { readonly isStop: boolean },
): Message {
  if (all.length === 0) return boldMessage(NONE);
  const how = isStop ? [richText([[plain(HOW_TO_STOP)]])] : [];
  return message(
    [
      richText([[plain(HEADING)]]),
      ...how,
      ...all.flatMap((words, place) => alertRow(words, place, programme)),
    ],
    [HEADING, ...(isStop ? [HOW_TO_STOP] : []), ...all.map(words => nameAlert(words, programme))].join('\n'),
  );
}

/** More of them would push the rest of the Home away. */
const ON_HOME = 3;

/** The first of a person's alerts, and the way to the others. */
export function yourAlerts(all: readonly string[], programme: Programme): types.KnownBlock[] {
  if (all.length === 0) return [];
  const more = all.length - ON_HOME;
  return [
    header('Your alerts'),
    ...all.slice(0, ON_HOME).flatMap((words, place) => alertRow(words, place, programme)),
    ...(more > 0 ? [richText([withBold(`And ${more} more: type \`/talk alert\`.`)])] : []),
  ];
}

function alertRow(words: string, place: number, programme: Programme): readonly types.KnownBlock[] {
  return [
    richText([[bold(nameAlert(words, programme))]]),
    actions([{ ...removeAlertButton(words, programme), action_id: `${ACTION.alertRemove}:${place}` }]),
  ];
}

/** An alert as people know it: in plain words, not as the filters that are kept. Slack refuses a line without a word. */
export function nameAlert(words: string, programme: Programme): string {
  return shorten(describeWords(words, programme), WORDS_LENGTH).trim() || 'no words';
}

/** Says that an alert is gone, with the way back; below it the person's other alerts, if they were there. */
export function alertRemoved(words: string, programme: Programme, others: readonly string[]): Message {
  const says = describeRemoval(words, programme);
  return message(
    [
      richText([[plain(says)]]),
      actions([undoAlertButton(words, programme)]),
      ...others.flatMap((each, place) => alertRow(each, place, programme)),
    ],
    [says, ...others.map(each => nameAlert(each, programme))].join('\n'),
  );
}

function describeRemoval(words: string, programme: Programme): string {
  return `The alert for “${nameAlert(words, programme)}” is removed.`;
}

/** The message around *Remove* or *Undo* after it was pressed, with the other one. */
export function toggleAlert(
  blocks: readonly types.KnownBlock[],
  pressed: string,
  { words, programme, isKept }: NamedAlert & { readonly isKept: boolean },
): types.KnownBlock[] {
  const [from, to] = isKept ? [ACTION.alertUndo, ACTION.alertRemove] : [ACTION.alertRemove, ACTION.alertUndo];
  const button = isKept
    ? removeAlertButton(words, programme, 'among others')
    : undoAlertButton(words, programme);
  return replaceButton(blocks, element => element.action_id === pressed, {
    button: () => ({ ...button, action_id: pressed.replace(from, to) }),
    says: isKept
      ? `The alert for “${nameAlert(words, programme)}” is back.`
      : describeRemoval(words, programme),
  });
}

function undoAlertButton(words: string, programme: Programme): types.Button {
  return button({
    label: 'Undo',
    action: ACTION.alertUndo,
    value: writeRemovedAlert(words, programme.conference.folder),
    says: `Undo: keep the alert for ${nameAlert(words, programme)}`,
  });
}

/** `among others`: its label names the alert. */
export function removeAlertButton(
  words: string,
  programme: Programme,
  place: 'alone' | 'among others' = 'alone',
): types.Button {
  return button({
    label: place === 'alone' ? 'Remove' : `Remove ${nameAlert(words, programme)}`,
    action: ACTION.alertRemove,
    value: writeAlertValue(words, programme.conference.folder),
    says: `Remove the alert for ${nameAlert(words, programme)}`,
  });
}
