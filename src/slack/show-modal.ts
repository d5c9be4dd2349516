import type { BlockAction, types, webApi } from '@slack/bolt';

/** The title of a talk's own modal, in which another talk takes the place of the first. */
const TALK_TITLE = 'Talk';

/**
 * Shows a modal to the person who pressed a button. Slack stacks three at the most, so a talk opened from a talk takes
 * its place, and everything else lies on top of where it was opened.
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
