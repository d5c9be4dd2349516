import { endOf, type Rating, type RatingOfTalk } from '../../people/ratings.ts';
import type { Stars } from '../../people/stars.ts';
import { conferenceKey } from '../../programme/conference.ts';
import { conferencesOf, type Loaded, type OwnTalk } from '../../search/loaded.ts';

/** A talk that a person may rate, as its own conference has it, with their rating if they gave one. */
export interface RatableTalk extends OwnTalk {
  readonly given: RatingOfTalk | undefined;
}

/**
 * At all conferences that are loaded, the talks that a person starred and that are over, and those that they rated, whatever
 * became of them: those without a rating first, then the last ones first. On the day after one conference the next may be
 * current.
 */
export function ratableTalks(
  loaded: Pick<Loaded, 'programme' | 'joined' | 'others'>,
  of: { readonly stars: Stars; readonly ratings: readonly Rating[]; readonly now: number },
): readonly RatableTalk[] {
  const found = conferencesOf(loaded).flatMap(own => {
    const key = conferenceKey(own.conference);
    const given = new Map(
      of.ratings.filter(({ conference }) => conference === key).map(rating => [rating.talk, rating]),
    );
    const starred = own.conference.feedback === true ? (of.stars.get(key) ?? []) : [];
    return [...new Set([...starred, ...given.keys()])].flatMap(id => {
      const talk = own.talk(id);
      const endedAt = talk && endOf(talk, own, of.now);
      if (talk === undefined || (endedAt === undefined && !given.has(id))) return [];
      return { talk, programme: own, given: given.get(id), endedAt: endedAt ?? 0 };
    });
  });
  return found
    .sort((a, b) => Number(a.given !== undefined) - Number(b.given !== undefined) || b.endedAt - a.endedAt)
    .map(({ talk, programme: own, given }) => ({ talk, programme: own, given }));
}
