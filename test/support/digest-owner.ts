import { answerQuestion } from '../../src/digests/deliver/doubt.ts';
import type { Workspace } from '../../src/local-slack/workspace.ts';
import type { Delivery } from '../../src/store/delivery.ts';
import type { Store } from '../../src/store/open.ts';

interface Watched {
  readonly store: Store;
  readonly workspace: Workspace;
  now(): number;
}

/** The owner looks into the channel whenever there is a question, and says what is there. Returns how many there were. */
export async function answerAll({ store, workspace, now }: Watched): Promise<number> {
  const asked = await store.sending.unanswered(Number.MAX_SAFE_INTEGER);
  for (const delivery of asked)
    await answerQuestion(delivery, timesThere(delivery, workspace) > 0 ? 'it is there' : 'post it', {
      store,
      now,
    });
  return asked.length;
}

export function timesThere({ channel, message }: Delivery, { messages }: Workspace): number {
  return messages.filter(each => each.channel === channel && each.text === message.text).length;
}

/** Whether so many digests are told on a day, to the last message. */
export async function areTold(count: number, day: string, { deliveries }: Store): Promise<boolean> {
  const rows = await deliveries.daysFrom(day);
  return (
    new Set(rows.map(each => each.digestId)).size === count && rows.every(each => each.state === 'posted')
  );
}
