import type { webApi } from '@slack/bolt';
import type { LastAnswer } from '../conversation/follow-ups/follow.ts';
import { readPage } from '../conversation/paging.ts';
import { ACTION, BLOCK } from './action-ids.ts';

/** A message with which a person asks for something, and where. */
export interface Asking {
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string | undefined;
}

const MESSAGES = 30;
/** A thread's messages come the oldest first, so all of them are read. */
const REPLIES = 200;

/**
 * Reads Lectern's last answer in a direct message, or in a thread there, before this message; undefined if there is none.
 * `im:history` allows it. Throws if Slack refuses.
 */
export async function findLastAnswer(
  asking: Asking,
  client: webApi.WebClient,
): Promise<LastAnswer | undefined> {
  return readLastAnswer(await messagesBefore(asking, client), asking.ts);
}

/** The newest first. */
async function messagesBefore(
  { channel, ts, thread_ts }: Asking,
  client: webApi.WebClient,
): Promise<readonly SlackMessage[]> {
  if (thread_ts === undefined) {
    const { messages } = await client.conversations.history({ channel, latest: ts, limit: MESSAGES });
    return messages ?? [];
  }
  const { messages = [] } = await client.conversations.replies({ channel, ts: thread_ts, limit: REPLIES });
  return messages.filter(message => Number(message.ts) < Number(ts)).reverse();
}

interface SlackMessage {
  readonly ts?: string;
  readonly blocks?: readonly unknown[];
}

/** Messages as Slack returns them, the newest first. Only Lectern's own answers have blocks of these names. */
function readLastAnswer(messages: readonly SlackMessage[], now: string): LastAnswer | undefined {
  let opened: string | undefined;
  for (const { ts, blocks = [] } of messages) {
    const all = blocks as readonly Block[];
    const asked = all.find(({ block_id }) => block_id?.startsWith(BLOCK.asked))?.block_id;
    const buttons = all.flatMap(({ elements = [], accessory }) => [
      ...elements,
      ...(accessory ? [accessory] : []),
    ]);
    const valueFor = (action: string) => buttons.find(({ action_id }) => action_id === action)?.value;
    if (asked !== undefined) {
      const [more, back] = [valueFor(ACTION.more), valueFor(ACTION.back)];
      return {
        asked: asked.slice(BLOCK.asked.length) || undefined,
        more: more === undefined ? undefined : readPage(more),
        back: back === undefined ? undefined : readPage(back),
        shown: buttons.flatMap(({ action_id, value = '' }) => (action_id === ACTION.details ? [value] : [])),
        opened,
        ageMs: (Number(now) - Number(ts)) * 1000,
      };
    }
    if (all.some(({ block_id }) => block_id === BLOCK.opened)) opened ??= valueFor(ACTION.shareElsewhere);
  }
  return undefined;
}

interface Block {
  readonly block_id?: string;
  readonly elements?: readonly Element[];
  readonly accessory?: Element;
}

interface Element {
  readonly action_id?: string;
  readonly value?: string;
}
