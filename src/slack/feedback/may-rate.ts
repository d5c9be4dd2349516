import { endOf, type RatingOfTalk } from '../../people/ratings.ts';
import type { Member } from '../../people/stars.ts';
import { conferenceKey } from '../../programme/conference.ts';
import { isHeld } from '../../programme/talk.ts';
import type { OwnTalk } from '../../search/loaded.ts';
import type { AppContext } from '../app-context.ts';

/** Whether a person may rate a talk, or a sentence that says why not; with the rating that they gave before. */
export type MayRate = { readonly given: RatingOfTalk | undefined } & (
  | { readonly may: true }
  | { readonly may: false; readonly why: string }
);

/**
 * Those who starred a talk may rate it once it is over; those who did may change that without the star, too. A rating that
 * was given can be taken back whatever became of the talk.
 */
export async function mayRate(
  { talk, programme }: OwnTalk,
  member: Member,
  { stars, ratings, now }: Pick<AppContext, 'stars' | 'ratings' | 'now'>,
): Promise<MayRate> {
  const key = conferenceKey(programme.conference);
  const [starred, rated] = await Promise.all([stars.starsOf(member), ratings.ratingsOf(member)]);
  const given = rated.find(each => each.conference === key && each.talk === talk.id);
  const why = whyNotNow({ talk, programme }, now());
  if (why !== undefined) return { may: false, given, why };
  if (given === undefined && starred.get(key)?.has(talk.id) !== true)
    return { may: false, given, why: 'Star this talk first: those who starred it may rate it.' };
  return { may: true, given };
}

function whyNotNow({ talk, programme }: OwnTalk, now: number): string | undefined {
  if (programme.conference.feedback !== true) return 'This conference does not ask for ratings of its talks.';
  if (!isHeld(talk)) return 'This talk was cancelled, so there is nothing to rate.';
  return endOf(talk, programme, now) === undefined
    ? 'This talk is not over yet. Once it is, you can rate it here or on the Home.'
    : undefined;
}
