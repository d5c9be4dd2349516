import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  PlainTextInputAction,
  SlackActionMiddlewareArgs,
} from '@slack/bolt';
import { reply } from '../reply.ts';
import type { Setting } from '../setting.ts';
import { settingAround, showAnswer } from '../show-answer.ts';

/** A button that searches (an example, a track, a nearest word), or the field on the Home when Enter was pressed. */
export function onSearch(setting: Setting) {
  return async ({
    action,
    ack,
    body,
    client,
    respond,
  }: SlackActionMiddlewareArgs<BlockAction<ButtonAction | PlainTextInputAction>> &
    AllMiddlewareArgs): Promise<void> => {
    await ack();
    const answer = reply(action.value ?? '', settingAround(body, setting));
    await showAnswer(answer, { body, client, respond });
  };
}
