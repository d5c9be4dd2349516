import type { types, webApi } from '@slack/bolt';
import type { DayPart } from '../../digests/messages.ts';
import { dayToTell, isChosenDay, nextDueDay } from '../../digests/plan/due.ts';
import { findProgrammeDay } from '../../programme/moment.ts';
import type { Loaded } from '../../search/loaded.ts';
import type { Digest } from '../../store/digests.ts';
import { addDays } from '../../text/read-day.ts';
import type { AppContext } from '../app-context.ts';
import { nothingToPostAnswer, testMessage } from '../views/digest/answers.ts';
import { composeDigest } from '../views/digest/compose.ts';

/** The digest that is posted next; the first if none is. */
export function nextOf(
  digests: readonly Digest[],
  { loaded, now }: { readonly loaded: Loaded; readonly now: number },
): Digest | undefined {
  const coming = digests
    .filter(({ paused }) => !paused)
    .flatMap(digest => {
      const due = nextDueDay(digest, loaded, now);
      return due === undefined ? [] : [{ digest, dueAt: due.dueAt }];
    });
  return coming.sort((a, b) => a.dueAt - b.dueAt)[0]?.digest ?? digests[0];
}

/**
 * Composes the digest of a day, or without one the post that comes next, as it reads then; if none does, the next day that
 * has something for this digest. Nothing is recorded. No parts if there is nothing to post.
 */
export async function composeNext(
  digest: Digest,
  { current, now, digests: { store, rehearsal } }: AppContext,
  wanted: string | undefined,
  readerZone?: string,
): Promise<{ readonly day: string; readonly parts: readonly DayPart[] }> {
  const loaded = current(digest.workspace);
  const shown = withoutMention(digest);
  const { days, conference } = loaded.programme;
  const today = dayToTell(findProgrammeDay(now(), conference), digest);
  const due = wanted === undefined ? nextDueDay(digest, loaded, now()) : undefined;
  const first = wanted ?? due?.day ?? comingDates(today).find(day => isChosenDay(day, digest)) ?? today;
  const toldTalks =
    days.length === 0 ? await store.deliveries.talksToldBy(digest, { exceptOn: first }) : new Set<string>();
  const later = wanted === undefined ? laterDays(first, digest, days) : [];
  const posted = { from: due?.dueAt ?? now(), until: due?.dueAt ?? now() };
  if (digest.onlyChanges) return { day: first, parts: [] };
  for (const day of [first, ...later]) {
    const parts = composeDigest(shown, day, {
      loaded,
      posted,
      changes: [],
      toldTalks,
      rehearsal,
      readerZone,
    });
    if (parts.length > 0) return { day, parts };
  }
  return { day: first, parts: [] };
}

/** The days by which later posts are known. */
function laterDays(first: string, digest: Digest, days: readonly string[]): readonly string[] {
  const last = days.at(-1) ?? first;
  const all = digest.span === 'day' ? days : datesFrom(addDays(first, 1), last);
  return all.filter(day => day > first && isChosenDay(day, digest));
}

const DATES_MAX = 400;

function datesFrom(day: string, last: string): readonly string[] {
  const dates: string[] = [];
  for (let date = day; date <= last && dates.length < DATES_MAX; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** Reads of the mention, and calls nobody. */
function withoutMention(digest: Digest): Digest {
  const intro = digest.mentionHere ? `@here ${digest.intro}`.trimEnd() : digest.intro;
  return { ...digest, intro, mentionHere: false };
}

/** A week from a day on: each weekday is in it. */
function comingDates(day: string): readonly string[] {
  return Array.from({ length: 7 }, (_, ahead) => addDays(day, ahead));
}

/** Sends a person what the channel would get, with its thread. Returns a sentence that says so. */
export async function sendTest(
  digest: Digest,
  user: string,
  { app, client }: { readonly app: AppContext; readonly client: webApi.WebClient },
): Promise<string> {
  const { day, parts } = await composeNext(
    digest,
    app,
    undefined,
    app.readers.zoneOf({ workspace: digest.workspace, person: user }),
  );
  const [first, ...replies] = parts;
  if (first === undefined) return nothingToPostAnswer(digest, day).text;
  const { channel, ts } = await client.chat.postMessage({ channel: user, ...testMessage(first.message) });
  if (channel === undefined || ts === undefined)
    throw new Error('Slack took a test message but did not say where it is.');
  for (const { message } of replies) {
    const blocks = message.blocks as types.KnownBlock[];
    await client.chat.postMessage({ channel, thread_ts: ts, text: message.text, blocks });
  }
  return 'The test is in your direct messages with Lectern.';
}
