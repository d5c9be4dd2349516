import type { types, webApi } from '@slack/bolt';
import type { Digest } from '../../store/digests.ts';
import type { Setting } from '../setting.ts';
import { nothingToShow, testOf } from '../views/digest/preview.ts';
import { composedFor } from './days.ts';

/** Sends a person what a channel would read, thread and all. Returns a sentence that says so. */
export async function sendTest(
  digest: Digest,
  user: string,
  { setting, client }: { readonly setting: Setting; readonly client: webApi.WebClient },
): Promise<string> {
  const { day, parts } = await composedFor(digest, setting, undefined);
  const [first, ...replies] = parts;
  if (first === undefined) return nothingToShow(day).text;
  const { channel, ts } = await client.chat.postMessage({ channel: user, ...testOf(first.message) });
  if (channel === undefined || ts === undefined) throw new Error('Slack does not say where it put a test.');
  for (const { message } of replies) {
    const blocks = message.blocks as types.KnownBlock[];
    await client.chat.postMessage({ channel, thread_ts: ts, text: message.text, blocks });
  }
  return 'The test is among your direct messages with Lectern.';
}
