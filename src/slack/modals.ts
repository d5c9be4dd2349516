import { type BlockAction, type types, webApi } from '@slack/bolt';
import { type Message, modal } from './views/blocks/message.ts';

/** The title of a talk's modal. */
const TALK_TITLE = 'Talk';

/**
 * Shows a modal to the person who pressed a button. Slack stacks at most three, so a talk opened from another talk
 * replaces it; everything else is pushed on top. Returns the view's id.
 */
export async function showModal(
  view: types.ModalView,
  body: BlockAction,
  client: webApi.WebClient,
): Promise<string | undefined> {
  if (body.view?.type !== 'modal') {
    const opened = await client.views.open({ trigger_id: body.trigger_id, view });
    return opened.view?.id;
  }
  if (view.title.text === TALK_TITLE && body.view.title.text === TALK_TITLE) {
    await replaceView(view, body.view, client);
    return body.view.id;
  }
  const pushed = await client.views.push({ trigger_id: body.trigger_id, view });
  return pushed.view?.id;
}

/** A view that was closed, or changed by a later press. */
const OVERTAKEN = new Set(['hash_conflict', 'not_found']);

/**
 * Replaces an open modal; with a hash, only if it is still as it was then. Returns false if the person has closed it, or a
 * later press has changed it.
 */
export async function replaceView(
  view: types.ModalView,
  { id, hash }: { readonly id: string; readonly hash?: string | undefined },
  client: webApi.WebClient,
): Promise<boolean> {
  try {
    await client.views.update({ view_id: id, ...(hash !== undefined && { hash }), view });
    return true;
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError && OVERTAKEN.has(error.data.error)) return false;
    throw error;
  }
}

/** The answer to a form that was submitted, until its result is known. */
export const ONE_MOMENT = 'One moment… The result will appear here or in a direct message.';

/** Replaces a form by its result. A person who has closed the form gets it in a direct message. */
export async function showResult(
  answer: Message,
  { title, viewId: id, user }: { readonly title: string; readonly viewId: string; readonly user: string },
  client: webApi.WebClient,
): Promise<void> {
  const isShown = await replaceView(modal(title, answer.blocks), { id }, client);
  if (!isShown) await client.chat.postMessage({ channel: user, ...answer });
}
