import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { readReminders } from '../../people/preferences.ts';
import { BLOCK } from '../action-ids.ts';
import { type AppContext, memberIn } from '../app-context.ts';
import { lineMessage } from '../views/blocks/message.ts';
import { knownBlocks } from '../views/blocks/pressed-button.ts';
import { CHANGES_RESUMED, changesStopped, toggleChanges } from '../views/mine/changes-stopped.ts';
import { remindersChosen } from '../views/mine/reminders-question.ts';
import { isDirectMessage } from './buttons.ts';

type Press = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** *Stop these*, below a message about changes, and *Resume*, which older messages call *Turn on again*. */
export function onChangesButton(changes: boolean, { preferences, homes }: AppContext) {
  return async ({ ack, body, context, respond }: Press): Promise<void> => {
    await ack();
    const member = memberIn(context, body.user.id);
    await preferences.change(member, { changes });
    homes.refresh(member);
    const { message } = body;
    if (isDirectMessage(body) && message !== undefined)
      await respond({
        replace_original: true,
        text: message.text ?? '',
        blocks: toggleChanges(knownBlocks(message.blocks), changes),
      });
    else
      await respond({
        response_type: 'ephemeral',
        replace_original: changes,
        ...(changes ? lineMessage(CHANGES_RESUMED) : changesStopped()),
      });
  };
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
    const line = lineMessage(remindersChosen(reminders));
    // The question may stand below the star that it follows, which can still be taken back.
    const above = knownBlocks(body.message?.blocks ?? []);
    const star = above.findIndex(({ block_id }) => block_id === BLOCK.starChanged);
    await respond({
      replace_original: true,
      ...line,
      blocks: [...above.slice(0, star + 1), ...line.blocks],
    });
  };
}
