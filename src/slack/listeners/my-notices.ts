import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { ACTION } from '../action-ids.ts';
import { type AppContext, memberIn } from '../app-context.ts';
import { lineMessage } from '../views/answer.ts';
import { actions, button } from '../views/blocks/button.ts';
import { type Message, message } from '../views/blocks/message.ts';
import { plain, richText } from '../views/blocks/rich-text.ts';
import { readReminders, remindersChosen } from '../views/mine/reminders-question.ts';

type Press = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** *Stop these*, below a message about changes, and *Turn on again*. */
export function onChangesButton(changes: boolean, { preferences, homes }: AppContext) {
  return async ({ ack, body, context, respond }: Press): Promise<void> => {
    await ack();
    const member = memberIn(context, body.user.id);
    await preferences.change(member, { changes });
    homes.refresh(member);
    const answer = changes ? lineMessage(TURNED_ON) : stopped();
    await respond({ response_type: 'ephemeral', replace_original: changes, ...answer });
  };
}

const TURNED_ON = 'You are told again when one of your talks changes.';
const STOPPED =
  'You get no more messages about changes of your talks. /talk mine always shows them as they are now.';

function stopped(): Message {
  const again = button({ label: 'Turn on again', action: ACTION.resumeChanges, value: 'on' });
  return message([richText([[plain(STOPPED)]]), actions([again])], STOPPED);
}

/** The answer to the question after the first star. */
export function onRemindButton({ preferences, homes }: AppContext) {
  return async ({ action, ack, body, context, respond }: Press): Promise<void> => {
    await ack();
    const reminders = readReminders(action.value ?? '');
    if (reminders === undefined) return;
    const member = memberIn(context, body.user.id);
    await preferences.change(member, { reminders });
    homes.refresh(member);
    await respond({ replace_original: true, ...lineMessage(remindersChosen(reminders)) });
  };
}
