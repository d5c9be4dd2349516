import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  Context,
  PlainTextInputAction,
  RespondFn,
  SlackActionMiddlewareArgs,
  types,
  webApi,
} from '@slack/bolt';
import { answerWithoutOrders } from '../../conversation/answer.ts';
import type { Answering } from '../../conversation/context.ts';
import { readPage, resultsUpTo } from '../../conversation/paging.ts';
import { type AppContext, contextFor } from '../app-context.ts';
import { replaceView, showModal } from '../modals.ts';
import { memberIn } from '../receiving/request-source.ts';
import { answerMessage } from '../views/answer.ts';
import type { Message } from '../views/blocks/message.ts';
import { knownBlocks } from '../views/blocks/pressed-button.ts';
import { resultsModal } from '../views/find-talk.ts';

/** *More*, *Back* and *Jump to*: replaces the page by another one. */
export function onPageButton(app: AppContext) {
  return async ({ action, ack, body, ...args }: Press<ButtonAction>): Promise<void> => {
    await ack();
    const page = readPage(action.value);
    const context = await contextAround(body, args.context, app);
    const answer = answerWithoutOrders(page.query, { ...context, resultsMax: resultsUpTo(page) });
    await showAnswer(answerMessage(answer, page.offset), body, args);
  };
}

/** A button that searches (an example, a track, a nearest word), or Enter in the field on the Home. */
export function onSearch(app: AppContext) {
  return async ({
    action,
    ack,
    body,
    ...args
  }: Press<ButtonAction | PlainTextInputAction>): Promise<void> => {
    await ack();
    const answer = answerWithoutOrders(action.value ?? '', await contextAround(body, args.context, app));
    // A button has our words, not the person's.
    if (action.type === 'plain_text_input') app.asked.hear(answer, memberIn(args.context, body.user.id));
    await showAnswer(answerMessage(answer), body, args);
  };
}

type Press<Action extends ButtonAction | PlainTextInputAction> = SlackActionMiddlewareArgs<
  BlockAction<Action>
> &
  AllMiddlewareArgs;

export function contextAround(body: BlockAction, context: Context, app: AppContext): Promise<Answering> {
  const isInChannel = body.view === undefined && !isDirectMessage(body);
  return contextFor(memberIn(context, body.user.id), isInChannel ? 'channel' : 'apart', app);
}

/**
 * Shows the answer where the button was pressed. A modal, or a message that only this person reads, is replaced; the Home
 * opens a modal; a message that a channel reads stays, and this person alone gets the answer below it.
 */
async function showAnswer(
  answer: Message,
  body: BlockAction,
  { client, respond }: { readonly client: webApi.WebClient; readonly respond: RespondFn },
): Promise<void> {
  const view = resultsModal(answer);
  if (body.view?.type === 'modal') await replaceView(view, body.view, client);
  else if (body.view !== undefined) await showModal(view, body, client);
  else if (body.container.is_ephemeral === true || isDirectMessage(body))
    await respond({ replace_original: true, ...answer });
  else await respond({ response_type: 'ephemeral', replace_original: false, ...answer });
}

/** Redraws the direct message around a pressed button. Returns false if it is none. */
export async function redrawDirectMessage(
  body: BlockAction,
  respond: RespondFn,
  redraw: (blocks: readonly types.KnownBlock[]) => types.KnownBlock[],
): Promise<boolean> {
  const { message } = body;
  if (!isDirectMessage(body) || message === undefined) return false;
  const blocks = redraw(knownBlocks(message.blocks));
  await respond({ replace_original: true, text: message.text ?? '', blocks });
  return true;
}

function isDirectMessage(body: BlockAction): boolean {
  return body.channel?.name === 'directmessage';
}
