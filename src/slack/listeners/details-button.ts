import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { Setting } from '../setting.ts';
import { showModal } from '../show-modal.ts';
import { talkOfValue } from '../talk-value.ts';
import { details, talkGone } from '../views/details.ts';

/** *Details*: the whole talk, in a modal, which needs no right in the channel and takes no space in it. */
export function onDetailsButton(setting: Setting) {
  return async ({
    action,
    ack,
    body,
    client,
  }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const found = talkOfValue(action.value ?? '', setting.current());
    const view =
      found === undefined
        ? talkGone()
        : details(found.talk, found.programme, setting.readers.zoneOf(body.user.id));
    await showModal(view, body, client);
  };
}
