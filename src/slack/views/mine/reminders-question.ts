import type { Reminders } from '../../../people/preferences.ts';
import { ACTION } from '../../action-ids.ts';
import { actions, button } from '../blocks/button.ts';
import { type Message, message } from '../blocks/message.ts';
import { plain, richText } from '../blocks/rich-text.ts';

const QUESTION =
  'Do you want a direct message before your talks start? You can change this in /talk settings.';

const CHOICES: readonly { readonly value: Reminders; readonly label: string }[] = [
  { value: 5, label: '5 minutes before' },
  { value: 10, label: '10 minutes' },
  { value: 15, label: '15 minutes' },
  { value: 'off', label: 'No' },
];

/** Asks a person once, after their first star. */
export function remindersQuestion(): Message {
  return message(
    [
      richText([[plain(QUESTION)]]),
      actions(
        CHOICES.map(({ value, label }) =>
          button({
            label,
            action: `${ACTION.remind}:${value}`,
            value: String(value),
            says: `Reminders: ${label}`,
          }),
        ),
      ),
    ],
    QUESTION,
  );
}

export function remindersChosen(reminders: Reminders): string {
  return reminders === 'off'
    ? 'You get no reminders. You can change this in /talk settings.'
    : `You get a direct message ${reminders} minutes before a talk that you starred starts. You can change this in /talk settings.`;
}
