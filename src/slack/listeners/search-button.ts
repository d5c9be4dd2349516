import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  PlainTextInputAction,
  SlackActionMiddlewareArgs,
} from '@slack/bolt';
import { reply } from '../reply.ts';
import { settingAround, showAnswer } from '../show-answer.ts';
import type { Setting } from './setting.ts';

/** A button that searches: an example, a track, a nearest word. */
export function onSearchButton(setting: Setting) {
  return async ({
    action,
    ack,
    body,
    client,
    respond,
  }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const answer = reply(action.value ?? '', settingAround(body, setting));
    await showAnswer(answer, { body, client, respond });
  };
}

/** The field on the Home: what was typed, when Enter was pressed. */
export function onHomeSearch(setting: Setting) {
  return async ({
    action,
    ack,
    body,
    client,
    respond,
  }: SlackActionMiddlewareArgs<BlockAction<PlainTextInputAction>> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const answer = reply(action.value ?? '', settingAround(body, setting));
    await showAnswer(answer, { body, client, respond });
  };
}
