import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { FIELD } from '../action-ids.ts';
import { sharedTalk } from '../views/shared-talk.ts';
import type { Setting } from './setting.ts';

/** Shares a talk where the person chose to, by the address that Slack gave for just this. */
export function onShareSubmitted(setting: Setting) {
  return async ({
    ack,
    body,
    view,
    respond,
  }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs): Promise<void> => {
    const talk = setting.current().programme.talk(view.private_metadata);
    if (talk === undefined) {
      await ack({
        response_action: 'errors',
        errors: { [FIELD.channel.block]: 'This talk is no longer in the programme.' },
      });
      return;
    }
    await ack({ response_action: 'clear' });
    await respond({ response_type: 'in_channel', ...sharedTalk(talk, body.user.id) });
  };
}
