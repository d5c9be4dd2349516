import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { talkWithId } from '../../search/loaded.ts';
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
    const talk = talkWithId(view.private_metadata, setting.current())?.talk;
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
