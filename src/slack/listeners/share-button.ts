import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { talkWithId } from '../../search/loaded.ts';
import { showModal } from '../show-modal.ts';
import { talkGone } from '../views/details.ts';
import { sharedTalk, shareWhere } from '../views/shared-talk.ts';
import type { Setting } from './setting.ts';

type PressedButton = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** *Share*: the talk as a message to the channel where the results stand. They stay as they are. */
export function onShareButton(setting: Setting) {
  return async ({ action, ack, body, respond, client }: PressedButton): Promise<void> => {
    await ack();
    const talk = talkWithId(action.value ?? '', setting.current())?.talk;
    if (talk === undefined) await showModal(talkGone(), body, client);
    else
      await respond({
        response_type: 'in_channel',
        replace_original: false,
        ...sharedTalk(talk, body.user.id),
      });
  };
}

/** *Share...*, where there is no channel around it: asks for one. */
export function onShareElsewhereButton(setting: Setting) {
  return async ({ action, ack, body, client }: PressedButton): Promise<void> => {
    await ack();
    const talk = talkWithId(action.value ?? '', setting.current())?.talk;
    await showModal(talk === undefined ? talkGone() : shareWhere(talk), body, client);
  };
}
