import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { ChosenByMessage } from '../../people/acts.ts';
import { type Preferences, readReminders } from '../../people/preferences.ts';
import type { Member } from '../../people/stars.ts';
import { BLOCK } from '../action-ids.ts';
import type { AppContext } from '../app-context.ts';
import { memberIn } from '../receiving/request-source.ts';
import { lineMessage } from '../views/blocks/message.ts';
import { knownBlocks } from '../views/blocks/pressed-button.ts';
import { CHANGES_RESUMED, changesStopped, toggleChanges } from '../views/mine/changes-stopped.ts';
import { remindersChosen } from '../views/mine/reminders-question.ts';
import { redrawDirectMessage } from './buttons.ts';

type Press = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** Keeps a choice that can be taken back. */
export async function changePreference<Name extends ChosenByMessage>(
  name: Name,
  chosen: Preferences[Name],
  {
    member,
    app: { acts, homes },
  }: {
    readonly member: Member;
    readonly app: Pick<AppContext, 'acts' | 'homes'>;
  },
): Promise<void> {
  await acts.record(member, async ({ preferences }) => {
    const { [name]: before } = await preferences.of(member);
    if (before === chosen) return undefined;
    await preferences.change(member, { [name]: chosen });
    return { kind: 'preference', name, before, after: chosen };
  });
  homes.refresh(member);
}

/** *Stop these*, below a message about changes, and *Resume*, which older messages call *Turn on again*. */
export function onChangesButton(changes: boolean, app: AppContext) {
  return async ({ ack, body, context, respond }: Press): Promise<void> => {
    await ack();
    const member = memberIn(context, body.user.id);
    await changePreference('changes', changes, { member, app });
    if (await redrawDirectMessage(body, respond, blocks => toggleChanges(blocks, changes))) return;
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
