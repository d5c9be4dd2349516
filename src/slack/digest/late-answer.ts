import type { SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { Message } from '../views/blocks/message.ts';

/**
 * Slack shows a failure to people if it gets no answer within three seconds. One request may wait for all of these in turn:
 * for its workspace, for what the person starred, and for the answer.
 */
export const WAIT_MS = { workspace: 1000, stars: 500, answer: 1250 } as const;

/** The answer is the acknowledgement if it is there in time, else it follows the acknowledgement. */
export async function acknowledgeWith(
  answering: Promise<Message>,
  withinMs: number,
  { ack, respond }: Pick<SlackCommandMiddlewareArgs, 'ack' | 'respond'>,
): Promise<void> {
  const answer = await waitAtMost(answering, withinMs);
  if (answer !== undefined) return ack({ response_type: 'ephemeral', ...answer });
  await ack();
  await respond({ response_type: 'ephemeral', ...(await answering) });
}

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
