import type { types, webApi } from '@slack/bolt';
import type { DayPart } from '../../digests/messages.ts';
import { dayToTell } from '../../digests/plan/due.ts';
import { dayAt } from '../../programme/moment.ts';
import type { Digest } from '../../store/digests.ts';
import type { AppContext } from '../app-context.ts';
import { nothingToPostAnswer, testMessage } from '../views/digest/answers.ts';
import { composeDigest } from '../views/digest/compose.ts';

/** What would be posted of a day, or of the next one of which there is something to say. Nothing is recorded. */
export async function composeNext(
  digest: Digest,
  { current, now, ordering }: AppContext,
  asked: string | undefined,
): Promise<{ readonly day: string; readonly parts: readonly DayPart[] }> {
  const loaded = current();
  const { days, conference } = loaded.programme;
  const first = asked ?? dayToTell(dayAt(now(), conference), digest);
  const told =
    days.length === 0 ? await ordering.store.deliveries.toldBy(digest.id, first) : new Set<string>();
  const compose = (day: string) =>
    composeDigest(digest, day, { loaded, changes: [], toldTalks: told, rehearsal: ordering.rehearsal });
  const later = asked === undefined ? days.filter(day => day > first) : [];
  for (const day of [first, ...later]) {
    const parts = compose(day);
    if (parts.length > 0) return { day, parts };
  }
  return { day: first, parts: [] };
}

/** Sends a person what a channel would read, thread and all. Returns a sentence that says so. */
export async function sendTest(
  digest: Digest,
  user: string,
  { setting, client }: { readonly setting: AppContext; readonly client: webApi.WebClient },
): Promise<string> {
  const { day, parts } = await composeNext(digest, setting, undefined);
  const [first, ...replies] = parts;
  if (first === undefined) return nothingToPostAnswer(day).text;
  const { channel, ts } = await client.chat.postMessage({ channel: user, ...testMessage(first.message) });
  if (channel === undefined || ts === undefined) throw new Error('Slack does not say where it put a test.');
  for (const { message } of replies) {
    const blocks = message.blocks as types.KnownBlock[];
    await client.chat.postMessage({ channel, thread_ts: ts, text: message.text, blocks });
  }
  return 'The test is in your direct messages with Lectern.';
}
