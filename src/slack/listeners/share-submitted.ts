import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { FIELD } from '../action-ids.ts';
import type { Setting } from '../setting.ts';
import { talkOfValue } from '../talk-value.ts';
import { sharedTalk } from '../views/shared-talk.ts';

/** Shares a talk where the person chose to, by the address that Slack gave for just this. */
export function onShareSubmitted(setting: Setting) {
  return async ({
    ack,
    body,
    view,
    respond,
    context,
  }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs): Promise<void> => {
    const found = talkOfValue(view.private_metadata, setting.current());
    if (found === undefined) {
      await ack({
        response_action: 'errors',
        errors: { [FIELD.channel.block]: 'This talk is no longer in the programme.' },
      });
      return;
    }
    await ack({ response_action: 'clear' });
    context.acknowledged = true;
    await respond({ response_type: 'in_channel', ...sharedTalk(found, body.user.id) });
  };
}
