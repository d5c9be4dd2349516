import type { webApi } from '@slack/bolt';
import { replaceView } from '../modals.ts';
import type { Message } from '../views/blocks/message.ts';
import { digestResult } from '../views/digest/form.ts';

/** Slack shows a failure to people if it gets no answer within three seconds. */
export const ANSWER_MS = 2000;

/** Returns the result of work that ends in time, else undefined, while the work goes on. */
export async function waitAtMost<T>(work: Promise<T>, withinMs: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  // A timer that is aborted makes an error each time, which cost a quarter of an answer.
  const late = new Promise<undefined>(resolve => {
    timer = setTimeout(resolve, withinMs, undefined);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Replaces the form by its result. A person who has closed the form gets it in a direct message. */
export async function showResult(
  answer: Message,
  {
    viewId,
    user,
    client,
  }: { readonly viewId: string; readonly user: string; readonly client: webApi.WebClient },
): Promise<void> {
  const isShown = await replaceView(digestResult(answer), { id: viewId }, client);
  if (!isShown) await client.chat.postMessage({ channel: user, ...answer });
}
