import type { BlockAction, RespondFn, webApi } from '@slack/bolt';
import type { Answering } from '../conversation/context.ts';
import { type AppContext, answeringTo } from './app-context.ts';
import { showModal } from './show-modal.ts';
import type { Message } from './views/blocks/message.ts';
import { resultsModal } from './views/find-talk.ts';

/** The context of the answer to a button. */
export function answeringAround(body: BlockAction, app: AppContext): Answering {
  const isInChannel = body.view === undefined && !isDirectMessage(body);
  return answeringTo(body.user.id, isInChannel ? 'channel' : 'apart', app);
}

/**
 * Shows the answer to a button where it was pressed: a modal changes, the Home opens one, a message that only this
 * person reads changes, and beside a message of everybody's comes one that only this person sees.
 */
export async function showAnswer(
  answer: Message,
  {
    body,
    client,
    respond,
  }: { readonly body: BlockAction; readonly client: webApi.WebClient; readonly respond: RespondFn },
): Promise<void> {
  const view = resultsModal(answer);
  if (body.view?.type === 'modal')
    await client.views.update({ view_id: body.view.id, hash: body.view.hash, view });
  else if (body.view !== undefined) await showModal(view, body, client);
  else if (body.container.is_ephemeral === true || isDirectMessage(body))
    await respond({ replace_original: true, ...answer });
  else await respond({ response_type: 'ephemeral', replace_original: false, ...answer });
}

function isDirectMessage(body: BlockAction): boolean {
  return body.channel?.name === 'directmessage';
}
