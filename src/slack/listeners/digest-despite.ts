import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { AppContext } from '../app-context.ts';
import { type Requester, refusalElsewhere, refusalFor } from '../digest/context.ts';
import { type OrderValue, readOrderValue } from '../digest/order-value.ts';
import { placeOrder } from '../digest/orders.ts';
import { showResult } from '../modals.ts';
import { workspaceIn } from '../receiving/request-source.ts';
import type { Message } from '../views/blocks/message.ts';
import { noSuchDigestAnswer } from '../views/digest/answers.ts';
import { DIGEST_TITLE } from '../views/digest/form.ts';
import { orderAnswer } from '../views/digest/order-result.ts';

type ButtonPress = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** *Save it all the same*, below the warning that two digests of a channel overlap, in a message or in the form's result. */
export function onDigestDespite(app: AppContext) {
  return async ({ action, ack, body, respond, client, context }: ButtonPress): Promise<void> => {
    await ack();
    const by = { user: body.user.id, workspace: workspaceIn(context) };
    const order = readOrderValue(action.value);
    const readIn = body.view === undefined ? (body.channel?.id ?? body.container.channel_id) : undefined;
    const answer = await saveDespite(order, { ...by, readIn }, app);
    const way = order?.isOneOfMany ? BESIDE : { replace_original: true };
    if (body.view === undefined) await respond({ ...way, ...answer });
    else await showResult(answer, { title: DIGEST_TITLE, viewId: body.view.id, user: by.user }, client);
  };
}

/** The answers for other channels stay. */
const BESIDE = { response_type: 'ephemeral', replace_original: false } as const;

async function saveDespite(
  order: OrderValue | undefined,
  {
    user,
    workspace,
    readIn,
  }: Pick<Requester, 'user' | 'workspace'> & { readonly readIn: string | undefined },
  app: AppContext,
): Promise<Message> {
  const refusal = refusalFor({ user, workspace }, app.digests);
  if (refusal !== undefined) return refusal;
  if (order === undefined) return noSuchDigestAnswer();
  const ordered = order.digest;
  const channel = readIn ?? ordered.channel;
  const elsewhere = refusalElsewhere([ordered.channel], { user, workspace, channel }, app.digests);
  if (elsewhere !== undefined) return elsewhere;
  const digest = { ...ordered, workspace, owner: user, since: 0, failures: 0 };
  // It may have been paused since the question.
  const before = await app.digests.store.digests.find(digest);
  const paused = before?.paused === true && order.resumes !== true;
  const at = { loaded: app.current(workspace), now: app.now() };
  return orderAnswer(
    await placeOrder({ ...digest, paused }, app, 'meant'),
    readIn === undefined ? at : { ...at, readIn },
  );
}
