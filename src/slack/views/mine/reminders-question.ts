import type { PersonalRequest } from '../../../conversation/mine/personal-request.ts';
import type { Preferences, Reminders } from '../../../people/preferences.ts';
import { ACTION } from '../../action-ids.ts';
import { actions, button } from '../blocks/button.ts';
import { lineMessage, type Message, message } from '../blocks/message.ts';
import { plain, richText } from '../blocks/rich-text.ts';
import { settingsButton } from '../home/settings.ts';

const QUESTION =
  'Do you want a direct message before your talks start? You can change this in /talk settings.';
const UNAVAILABLE = 'You can choose 5, 10 or 15 minutes.';
const ANOTHER = 'Choose another time, or none:';

const CHOICES: readonly { readonly value: Reminders; readonly label: string }[] = [
  { value: 5, label: '5 minutes before' },
  { value: 10, label: '10 minutes' },
  { value: 15, label: '15 minutes' },
  { value: 'off', label: 'No' },
];

/** Asks a person once, after their first star. */
export function remindersQuestion(lines: readonly string[] = [QUESTION]): Message {
  return message(
    [
      richText(lines.map(line => [plain(line)])),
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
    lines.join('\n'),
  );
}

/** Confirms the choice that a person typed; without one, tells the choice that holds, and asks. */
export function remindersAnswer(
  { reminders: chosen, isUnavailable }: Pick<RemindersRequest, 'reminders' | 'isUnavailable'>,
  { reminders }: Preferences,
): Message {
  if (chosen === undefined)
    return remindersQuestion([
      ...(reminders === undefined ? [] : [stateOf(reminders)]),
      ...(isUnavailable ? [UNAVAILABLE] : []),
      reminders === undefined || reminders === 'off' ? QUESTION : ANOTHER,
    ]);
  const says = remindersChosen(chosen);
  return lineMessage(says, [settingsButton()]);
}

type RemindersRequest = Extract<PersonalRequest, { readonly kind: 'reminders' }>;

function stateOf(reminders: Reminders): string {
  return reminders === 'off'
    ? 'You get no reminders now.'
    : `You are reminded ${reminders} minutes before each talk that you starred.`;
}

export function remindersChosen(reminders: Reminders): string {
  return reminders === 'off'
    ? 'You get no reminders. You can change this in /talk settings.'
    : `You get a direct message ${reminders} minutes before a talk that you starred starts. You can change this in /talk settings.`;
}
