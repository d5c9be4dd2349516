import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  StaticSelectAction,
  types,
} from '@slack/bolt';
import type { AppContext } from '../app-context.ts';
import { readTalkValue, type TalkOfProgramme } from '../button-values.ts';
import { showModal } from '../modals.ts';
import { details, talkGone } from '../views/details.ts';
import { readTalkOption } from '../views/details-menu.ts';

/** *Details*: the whole talk in a modal, which needs no permission in the channel and takes no space in it. */
export function onDetailsButton(app: AppContext) {
  return async ({ action, ack, body, client }: Press<ButtonAction>): Promise<void> => {
    await ack();
    const found = readTalkValue(action.value ?? '', app.current());
    await showModal(detailsView(found, app, body.user.id), body, client);
  };
}

/** *Details of...*: the talk that was chosen, in a modal. */
export function onDetailsMenu(app: AppContext) {
  return async ({ action, ack, body, client }: Press<StaticSelectAction>): Promise<void> => {
    await ack();
    const found = readTalkOption(action.selected_option.value, app.current());
    await showModal(detailsView(found, app, body.user.id), body, client);
  };
}

type Press<Action extends ButtonAction | StaticSelectAction> = SlackActionMiddlewareArgs<
  BlockAction<Action>
> &
  AllMiddlewareArgs;

function detailsView(
  found: TalkOfProgramme | undefined,
  { readers }: AppContext,
  userId: string,
): types.ModalView {
  return found === undefined ? talkGone() : details(found.talk, found.programme, readers.zoneOf(userId));
}
