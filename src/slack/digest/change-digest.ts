import { dayToldOn } from '../../digests/plan/due.ts';
import { dayAt } from '../../programme/moment.ts';
import type { Digest } from '../../store/digests.ts';
import type { Setting } from '../setting.ts';
import type { Message } from '../views/blocks/message.ts';
import { doneAnswer, postedAnswer } from '../views/digest/answers.ts';

/** Pauses some digests, lets them go on, or removes them. */
export async function changeDigest(
  how: 'pause' | 'resume' | 'off',
  which: readonly Digest[],
  { ordering, now }: Setting,
): Promise<Message> {
  const { digests } = ordering.store;
  for (const { id } of which) {
    if (how === 'pause') await digests.pause(id);
    else if (how === 'resume') await digests.resume(id, now());
    else await digests.remove(id);
  }
  return doneAnswer(how, which);
}

/** Posts today's at once, or of a digest that comes the evening before tomorrow's. */
export async function postNow(digests: readonly Digest[], setting: Setting): Promise<Message> {
  const today = dayAt(setting.now(), setting.current().programme.conference);
  const posted = [];
  for (const digest of digests) {
    const day = dayToldOn(today, digest);
    // What is claimed for a paused digest would wait until it is resumed, and then come too late.
    const result = digest.paused ? 'paused' : await setting.ordering.postNow(digest, day);
    posted.push({ day, result } as const);
  }
  return postedAnswer(posted);
}
