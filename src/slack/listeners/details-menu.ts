import type {
  AllMiddlewareArgs,
  BlockAction,
  SlackActionMiddlewareArgs,
  StaticSelectAction,
} from '@slack/bolt';
import type { Setting } from '../setting.ts';
import { showModal } from '../show-modal.ts';
import { details, talkGone } from '../views/details.ts';
import { talkOfOption } from '../views/details-menu.ts';

/** *Details of...*: the talk that was chosen, in a modal. */
export function onDetailsMenu(setting: Setting) {
  return async ({
    action,
    ack,
    body,
    client,
  }: SlackActionMiddlewareArgs<BlockAction<StaticSelectAction>> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const found = talkOfOption(action.selected_option.value, setting.current());
    const view =
      found === undefined
        ? talkGone()
        : details(found.talk, found.programme, setting.readers.zoneOf(body.user.id));
    await showModal(view, body, client);
  };
}
