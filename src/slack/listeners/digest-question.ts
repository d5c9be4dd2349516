import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { readKey } from '../digest/delivery-key.ts';
import type { Setting } from '../setting.ts';
import { settledBefore } from '../views/digest/answers.ts';
import { answered } from '../views/digest/owner.ts';

/** *Post it* and *It is there*: what the owner of a digest says of a message that may have arrived. */
export function onDigestQuestion(answer: 'post it' | 'it is there', { ordering }: Setting) {
  return async ({
    action,
    ack,
    respond,
  }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const key = readKey(action.value);
    const delivery = key && (await ordering.store.deliveries.find(key));
    const isSettledNow = key !== undefined && (await ordering.answer(key, answer));
    const words =
      delivery !== undefined && isSettledNow
        ? answered(delivery, answer === 'post it' ? 'posted' : 'there')
        : settledBefore();
    await respond({ replace_original: true, ...words });
  };
}
