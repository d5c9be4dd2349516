import { type BlockAction, type types, webApi } from '@slack/bolt';

/** The title of a talk's modal. */
const TALK_TITLE = 'Talk';

/**
 * Shows a modal to the person who pressed a button. Slack stacks at most three, so a talk opened from another talk
 * replaces it; everything else is pushed on top.
 */
export async function showModal(
  view: types.ModalView,
  body: BlockAction,
  client: webApi.WebClient,
): Promise<void> {
  if (body.view?.type !== 'modal') await client.views.open({ trigger_id: body.trigger_id, view });
  else if (view.title.text === TALK_TITLE && body.view.title.text === TALK_TITLE)
    await client.views.update({ view_id: body.view.id, hash: body.view.hash, view });
  else await client.views.push({ trigger_id: body.trigger_id, view });
}

/** Replaces an open modal. Returns false if the person has closed it. */
export async function updateModal(
  view: types.ModalView,
  { viewId, client }: { readonly viewId: string; readonly client: webApi.WebClient },
): Promise<boolean> {
  try {
    await client.views.update({ view_id: viewId, view });
    return true;
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError && error.data.error === 'not_found') return false;
    throw error;
  }
}
