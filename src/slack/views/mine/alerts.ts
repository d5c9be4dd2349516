import type { types } from '@slack/bolt';
import { pluralise, shorten } from '../../../text/display.ts';
import { ACTION } from '../../action-ids.ts';
import { actions, button } from '../blocks/button.ts';
import { type Message, message } from '../blocks/message.ts';
import { bold, plain, richText } from '../blocks/rich-text.ts';

const WORDS_LENGTH = 80;

/** Confirms an alert, to its person alone. `matches`: how many talks match its words by now. */
export function alertAdded(words: string, { isNew, matches }: { isNew: boolean; matches: number }): Message {
  const shown = shorten(words, WORDS_LENGTH);
  const before = isNew
    ? 'You will get a direct message when a new or changed talk matches '
    : 'You already have an alert for ';
  const after =
    matches === 0
      ? '. No talk does yet.'
      : `. ${pluralise(matches, 'talk')} ${matches === 1 ? 'does' : 'do'} now.`;
  return message(
    [
      richText([[plain(before), bold(shown), plain(after)]]),
      actions([
        ...(matches === 0
          ? []
          : [button({ label: 'Show them', action: `${ACTION.search}:alert`, value: words })]),
        removeAlertButton(words),
      ]),
    ],
    `${before}${shown}${after}`,
  );
}

/** A person's alerts, each with its button. */
export function alertList(all: readonly string[]): Message {
  if (all.length === 0)
    return message(
      [
        richText([
          [
            plain('You have no alerts. Type '),
            bold('/talk alert'),
            plain(' and a topic, and you are told when a new talk is about it.'),
          ],
        ]),
      ],
      'You have no alerts. Type /talk alert and a topic, and you are told when a new talk is about it.',
    );
  const heading = 'You get a direct message when a new or changed talk matches:';
  return message(
    [
      richText([[plain(heading)]]),
      ...all.flatMap((words, place): types.KnownBlock[] => [
        richText([[bold(shorten(words, WORDS_LENGTH))]]),
        actions([{ ...removeAlertButton(words), action_id: `${ACTION.alertRemove}:${place}` }]),
      ]),
    ],
    [heading, ...all].join('\n'),
  );
}

export function removeAlertButton(words: string): types.Button {
  return button({
    label: 'Remove',
    action: ACTION.alertRemove,
    value: words,
    says: `Remove the alert for ${words}`,
  });
}
