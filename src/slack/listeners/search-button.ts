import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  PlainTextInputAction,
  SlackActionMiddlewareArgs,
} from '@slack/bolt';
import { pageOf } from '../reply.ts';
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
    const answer = pageOf({ query: action.value ?? '', offset: 0 }, settingAround(body, setting));
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
    const answer = pageOf({ query: action.value?.trim() ?? '', offset: 0 }, settingAround(body, setting));
    await showAnswer(answer, { body, client, respond });
  };
}
