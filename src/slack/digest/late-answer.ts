import { setTimeout as wait } from 'node:timers/promises';
import { webApi } from '@slack/bolt';
import type { Message } from '../views/blocks/message.ts';
import { digestResult } from '../views/digest/form.ts';

/** Slack shows a failure where it is not answered within three seconds. */
export const ANSWER_MS = 2000;

/** What work brings soon enough to be the answer itself; nothing where it takes longer, while it goes on. */
export async function inTime<T>(work: Promise<T>, withinMs: number): Promise<T | undefined> {
  const end = new AbortController();
  const late = wait(withinMs, undefined, { signal: end.signal }).catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    end.abort();
  }
}

/** A modal of somebody's, which they may have closed. */
interface Shown {
  readonly viewId: string;
  readonly user: string;
  readonly client: webApi.WebClient;
}

/** What came of a form, in its place; in a direct message to whoever has closed it meanwhile. */
export async function showResult(answer: Message, { viewId, user, client }: Shown): Promise<void> {
  const isShown = await updateModal(digestResult(answer), { viewId, client });
  if (!isShown) await client.chat.postMessage({ channel: user, ...answer });
}

/** False where the modal is closed. */
export async function updateModal(
  view: ReturnType<typeof digestResult>,
  { viewId, client }: Pick<Shown, 'viewId' | 'client'>,
): Promise<boolean> {
  try {
    await client.views.update({ view_id: viewId, view });
    return true;
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError && error.data.error === 'not_found') return false;
    throw error;
  }
}
