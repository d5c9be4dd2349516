import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  PlainTextInputAction,
  SlackActionMiddlewareArgs,
} from '@slack/bolt';
import { answerWithoutOrders } from '../../conversation/answer.ts';
import { readPage } from '../../conversation/paging.ts';
import type { AppContext } from '../app-context.ts';
import { answeringAround, showAnswer } from '../show-answer.ts';
import { answerMessage } from '../views/answer.ts';

/** *More* and *Back*: another page in the place of this one. */
export function onPageButton(setting: AppContext) {
  return async ({
    action,
    ack,
    body,
    client,
    respond,
  }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const { query, offset } = readPage(action.value);
    const answer = answerWithoutOrders(query, answeringAround(body, setting));
    await showAnswer(answerMessage(answer, offset), { body, client, respond });
  };
}

/** A button that searches (an example, a track, a nearest word), or the field on the Home when Enter was pressed. */
export function onSearch(setting: AppContext) {
  return async ({
    action,
    ack,
    body,
    client,
    respond,
  }: SlackActionMiddlewareArgs<BlockAction<ButtonAction | PlainTextInputAction>> &
    AllMiddlewareArgs): Promise<void> => {
    await ack();
    const answer = answerWithoutOrders(action.value ?? '', answeringAround(body, setting));
    await showAnswer(answerMessage(answer), { body, client, respond });
  };
}
