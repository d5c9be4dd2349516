import { dayToTell, dueInstant, isChosenDay, nextDueDay } from '../../digests/plan/due.ts';
import { findProgrammeDay } from '../../programme/moment.ts';
import type { Digest } from '../../store/digests.ts';
import type { AppContext } from '../app-context.ts';
import type { Message } from '../views/blocks/message.ts';
import { type Posting, postedAnswer, refusedAnswer } from '../views/digest/answers.ts';

/**
 * Posts today's digests at once. Those that are not for the day are left out, unless none is: weekdays and weekends side by
 * side are one day's digest, not two. One that comes the evening before is about tomorrow: before its time it is posted only
 * if it was `named`, since a channel that asks in the morning for today's would get tomorrow's with it.
 */
export async function postNow(which: readonly Digest[], app: AppContext, named?: 'named'): Promise<Message> {
  const those = which.filter(({ onlyChanges }) => !onlyChanges);
  if (which.length > 0 && those.length === 0) return refusedAnswer(NO_DAYS);
  const all: Posting[] = [];
  for (const digest of those) all.push(await postOne(digest, app, named));
  const ofToday = all.filter(({ result }) => result !== 'not its day');
  return postedAnswer(ofToday.length > 0 ? ofToday : all);
}

const NO_DAYS = 'There is nothing to post: this digest tells only changes, as they happen.';

async function postOne(
  digest: Digest,
  { digests, current, now }: AppContext,
  named: 'named' | undefined,
): Promise<Posting> {
  const { timeOfDay } = digest;
  const loaded = current(digest.workspace);
  const today = findProgrammeDay(now(), loaded.programme.conference);
  const day = dayToTell(today, digest);
  // A delivery claimed for a paused digest would wait until it is resumed, and then be too late.
  if (digest.paused) return { day, timeOfDay, result: isChosenDay(day, digest) ? 'paused' : 'not its day' };
  const isBeforeItsTime = digest.eve && named === undefined && dueInstant(day, digest) > now();
  if (isBeforeItsTime && isChosenDay(today, digest) && dueInstant(today, digest) >= digest.since) {
    // Yesterday evening's is about today: it is posted if it was missed.
    const result = await digests.postNow(digest, today);
    if (result === 'claimed' || result === 'in doubt') return { day: today, timeOfDay, result };
  }
  if (!isChosenDay(day, digest)) return { day, timeOfDay, result: 'not its day' };
  const isStillToCome = isBeforeItsTime && nextDueDay(digest, loaded, now())?.day === day;
  return { day, timeOfDay, result: isStillToCome ? 'before its time' : await digests.postNow(digest, day) };
}
