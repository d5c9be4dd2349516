import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import { memberKey } from '../../people/stars.ts';
import { FIELD } from '../action-ids.ts';
import type { AppContext } from '../app-context.ts';
import { readTalkValue } from '../button-values.ts';
import { showModal } from '../modals.ts';
import { memberIn, workspaceIn } from '../receiving/request-source.ts';
import { talkGone } from '../views/details.ts';
import { sharedTalk, shareWhere } from '../views/shared-talk.ts';

type PressedButton = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** Slack sends both presses of a double click. */
const DOUBLE_CLICK_S = 2;

/** *Share*: posts the talk to the channel that shows the results, which stay as they are. */
export function onShareButton(
  app: Pick<AppContext, 'current'>,
  pressedLast = new Map<string, { readonly button: string; readonly at: number }>(),
) {
  return async ({ action, ack, body, respond, client, context }: PressedButton): Promise<void> => {
    await ack();
    const pressed = {
      button: `${body.container.message_ts} ${action.block_id}`,
      at: Number(action.action_ts),
    };
    const who = memberKey(memberIn(context, body.user.id));
    const before = pressedLast.get(who);
    pressedLast.delete(who);
    pressedLast.set(who, pressed);
    // The oldest come first.
    for (const [each, { at }] of pressedLast) {
      if (pressed.at - at < DOUBLE_CLICK_S) break;
      pressedLast.delete(each);
    }
    if (before?.button === pressed.button && pressed.at - before.at < DOUBLE_CLICK_S) return;
    const found = readTalkValue(action.value ?? '', app.current(workspaceIn(context)));
    if (found === undefined) await showModal(talkGone(), body, client);
    else
      await respond({
        response_type: 'in_channel',
        replace_original: false,
        ...sharedTalk(found, body.user.id),
      });
  };
}

/** *Share...*, outside a channel: asks for one. */
export function onShareElsewhereButton(app: AppContext) {
  return async ({ action, ack, body, client, context }: PressedButton): Promise<void> => {
    await ack();
    const found = readTalkValue(action.value ?? '', app.current(workspaceIn(context)));
    await showModal(found === undefined ? talkGone() : shareWhere(found), body, client);
  };
}

/** Posts the talk to the chosen channel, through the `response_url` that Slack gave for it. */
export function onShareSubmitted(app: AppContext) {
  return async ({
    ack,
    body,
    view,
    respond,
    context,
  }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs): Promise<void> => {
    const found = readTalkValue(view.private_metadata, app.current(workspaceIn(context)));
    if (found === undefined) {
      await ack({
        response_action: 'errors',
        errors: { [FIELD.channel.block]: 'This talk is no longer in the programme.' },
      });
      return;
    }
    await ack({ response_action: 'clear' });
    await respond({ response_type: 'in_channel', ...sharedTalk(found, body.user.id) });
  };
}
