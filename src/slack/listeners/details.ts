import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  StaticSelectAction,
  types,
} from '@slack/bolt';
import type { AppContext } from '../app-context.ts';
import { showModal } from '../show-modal.ts';
import { type Named, talkOfValue } from '../talk-value.ts';
import { details, talkGone } from '../views/details.ts';
import { talkOfOption } from '../views/details-menu.ts';

/** *Details*: the whole talk in a modal, which needs no permission in the channel and takes no space in it. */
export function onDetailsButton(setting: AppContext) {
  return async ({ action, ack, body, client }: Press<ButtonAction>): Promise<void> => {
    await ack();
    const found = talkOfValue(action.value ?? '', setting.current());
    await showModal(detailsView(found, setting, body.user.id), body, client);
  };
}

/** *Details of...*: the talk that was chosen, in a modal. */
export function onDetailsMenu(setting: AppContext) {
  return async ({ action, ack, body, client }: Press<StaticSelectAction>): Promise<void> => {
    await ack();
    const found = talkOfOption(action.selected_option.value, setting.current());
    await showModal(detailsView(found, setting, body.user.id), body, client);
  };
}

type Press<Action extends ButtonAction | StaticSelectAction> = SlackActionMiddlewareArgs<
  BlockAction<Action>
> &
  AllMiddlewareArgs;

function detailsView(found: Named | undefined, { readers }: AppContext, userId: string): types.ModalView {
  return found === undefined ? talkGone() : details(found.talk, found.programme, readers.zoneOf(userId));
}
