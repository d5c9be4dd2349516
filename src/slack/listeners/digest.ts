import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
} from '@slack/bolt';
import type { DigestRequest } from '../../conversation/digest/request.ts';
import type { DeliveryKey } from '../../store/delivery.ts';
import type { AppContext } from '../app-context.ts';
import { readDeliveryKey } from '../button-values.ts';
import { refusalFor } from '../digest/context.ts';
import { answerInChannels } from '../digest/elsewhere.ts';
import { readFormValue } from '../digest/form-value.ts';
import { acknowledgeWith, waitAtMost } from '../digest/late-answer.ts';
import type { MarkedOrder } from '../digest/marked-order.ts';
import { workspaceIn } from '../receiving/request-source.ts';
import { settledAnswer } from '../views/digest/answers.ts';
import { settledQuestion } from '../views/digest/owner.ts';
import { openDigestForm } from './digest-form.ts';

/**
 * `/talk digest`: opens the form, or does what the words ask for. Only a call to Slack tells whether Lectern may post in
 * a channel: the answer is the acknowledgement if that call is quick enough, else it follows the acknowledgement.
 */
export async function answerDigestCommand(
  { request, marked }: { readonly request: DigestRequest; readonly marked: MarkedOrder },
  app: AppContext,
  { command, ack, respond, client, context }: SlackCommandMiddlewareArgs & AllMiddlewareArgs,
): Promise<void> {
  const by = { user: command.user_id, channel: command.channel_id, workspace: workspaceIn(context) };
  if (request.kind === 'form') {
    const wanted = { channels: marked.channels, timeOfDay: request.timeOfDay };
    const opening = openDigestForm(by, wanted, { triggerId: command.trigger_id, app, client });
    await waitAtMost(opening, app.answerWithinMs);
    await ack();
    return opening;
  }
  await acknowledgeWith(answerInChannels(request, { by, marked }, app), app.answerWithinMs, {
    ack,
    respond,
  });
}

/** *Open the form*, below words that were no order. */
export function onDigestFormButton(app: AppContext) {
  return async ({
    action,
    ack,
    body,
    client,
    context,
  }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const channel = body.channel?.id ?? body.container.channel_id;
    const by = { user: body.user.id, channel, workspace: workspaceIn(context) };
    const wanted = { channels: readFormValue(action.value) };
    await openDigestForm(by, wanted, { triggerId: body.trigger_id, app, client });
  };
}

/** The tick for *Mention @here*, about which Slack has asked; it is read when the form is submitted. */
export async function onDigestMention({
  ack,
}: SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs): Promise<void> {
  await ack();
}

/** *Post it* and *It is there*: the owner answers whether a message arrived. */
export function onDigestQuestion(answer: 'post it' | 'it is there', { digests }: AppContext) {
  return async ({
    action,
    ack,
    body,
    respond,
    context,
  }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const workspace = workspaceIn(context);
    const refusal = refusalFor({ user: body.user.id, workspace }, digests);
    if (refusal !== undefined)
      return void (await respond({ response_type: 'ephemeral', replace_original: false, ...refusal }));
    const key = await deliveryKeyIn(workspace, action.value, digests);
    const delivery = key && (await digests.store.deliveries.find(key));
    const isSettledNow = key !== undefined && (await digests.answer(key, answer));
    const reply =
      delivery !== undefined && isSettledNow
        ? settledQuestion(delivery, answer === 'post it' ? 'posted' : 'there')
        : settledAnswer();
    await respond({ replace_original: true, ...reply });
  };
}

/** The key with the workspace as its digest has it: an older digest may name none. */
async function deliveryKeyIn(
  workspace: string,
  value: string | undefined,
  { store }: AppContext['digests'],
): Promise<DeliveryKey | undefined> {
  const key = readDeliveryKey(value);
  if (key === undefined) return undefined;
  const digest = await store.digests.find({ workspace, id: key.digestId });
  return { ...key, workspace: digest?.workspace ?? workspace };
}
