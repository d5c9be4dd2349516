import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  PlainTextInputAction,
  SlackActionMiddlewareArgs,
} from '@slack/bolt';
import { readPage } from '../../conversation/page.ts';
import { reply } from '../reply.ts';
import type { Setting } from '../setting.ts';
import { settingAround, showAnswer } from '../show-answer.ts';

/** *More* and *Back*: another page in the place of this one. */
export function onPageButton(setting: Setting) {
  return async ({
    action,
    ack,
    body,
    client,
    respond,
  }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const { query, offset } = readPage(action.value);
    await showAnswer(reply(query, settingAround(body, setting), offset), { body, client, respond });
  };
}

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
