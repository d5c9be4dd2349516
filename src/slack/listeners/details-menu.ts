import type {
  AllMiddlewareArgs,
  BlockAction,
  SlackActionMiddlewareArgs,
  StaticSelectAction,
} from '@slack/bolt';
import { showModal } from '../show-modal.ts';
import { details, talkGone } from '../views/details.ts';
import { talkOfOption } from '../views/details-menu.ts';
import type { Setting } from './setting.ts';

/** *Details of...*: the talk that was chosen, in a modal. */
export function onDetailsMenu(setting: Setting) {
  return async ({
    action,
    ack,
    body,
    client,
  }: SlackActionMiddlewareArgs<BlockAction<StaticSelectAction>> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const { programme } = setting.current();
    const talk = talkOfOption(action.selected_option.value, programme);
    const view =
      talk === undefined ? talkGone() : details(talk, programme, setting.readers.zoneOf(body.user.id));
    await showModal(view, body, client);
  };
}
