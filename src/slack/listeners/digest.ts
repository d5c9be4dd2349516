import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
} from '@slack/bolt';
import type { DigestRequest } from '../../conversation/digest/request.ts';
import type { AppContext } from '../app-context.ts';
import { readKey } from '../digest/delivery-key.ts';
import { inTime } from '../digest/late-answer.ts';
import { digestReply } from '../digest/reply.ts';
import { settledAnswer } from '../views/digest/answers.ts';
import { settledQuestion } from '../views/digest/owner.ts';
import { openDigestForm } from './digest-form.ts';

/**
 * `/talk digest`: a form, or what the words ask for. Whether Slack lets Lectern post in a channel is known only after a
 * call: the answer is the acknowledgement where that is soon enough, and follows it otherwise.
 */
export async function answerDigestCommand(
  request: DigestRequest,
  setting: AppContext,
  { command, ack, respond, client, context }: SlackCommandMiddlewareArgs & AllMiddlewareArgs,
): Promise<void> {
  const by = { user: command.user_id, channel: command.channel_id, team: command.team_id };
  if (request.kind === 'form') {
    const opening = openDigestForm(by, command.trigger_id, { setting, client });
    await inTime(opening, setting.answerWithinMs);
    await ack();
    context.acknowledged = true;
    return opening;
  }
  const answering = digestReply(request, by, setting);
  const answer = await inTime(answering, setting.answerWithinMs);
  if (answer !== undefined) return ack({ response_type: 'ephemeral', ...answer });
  await ack();
  context.acknowledged = true;
  await respond({ response_type: 'ephemeral', ...(await answering) });
}

/** *Post it* and *It is there*: what the owner of a digest says of a message that may have arrived. */
export function onDigestQuestion(answer: 'post it' | 'it is there', { ordering }: AppContext) {
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
        ? settledQuestion(delivery, answer === 'post it' ? 'posted' : 'there')
        : settledAnswer();
    await respond({ replace_original: true, ...words });
  };
}
