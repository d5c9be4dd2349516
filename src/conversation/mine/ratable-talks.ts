import { endOf, type Rating, type RatingOfTalk } from '../../people/ratings.ts';
import type { Stars } from '../../people/stars.ts';
import { conferenceKey } from '../../programme/conference.ts';
import type { Loaded, OwnTalk } from '../../search/loaded.ts';

/** A talk that a person may rate, as its own conference has it, with their rating if they gave one. */
export interface RatableTalk extends OwnTalk {
  readonly given: RatingOfTalk | undefined;
}

/** The talks that a person starred or rated and that are over: those without a rating first, then the last ones first. */
export function ratableTalks(
  { programme, joined = [programme] }: Pick<Loaded, 'programme' | 'joined'>,
  of: { readonly stars: Stars; readonly ratings: readonly Rating[]; readonly now: number },
): readonly RatableTalk[] {
  const found = joined
    .filter(({ conference }) => conference.feedback === true)
    .flatMap(own => {
      const key = conferenceKey(own.conference);
      const given = new Map(
        of.ratings.filter(({ conference }) => conference === key).map(rating => [rating.talk, rating]),
      );
      return [...new Set([...(of.stars.get(key) ?? []), ...given.keys()])].flatMap(id => {
        const talk = own.talk(id);
        const endedAt = talk && endOf(talk, own, of.now);
        if (talk === undefined || endedAt === undefined) return [];
        return { talk, programme: own, given: given.get(id), endedAt };
      });
    });
  return found
    .sort((a, b) => Number(a.given !== undefined) - Number(b.given !== undefined) || b.endedAt - a.endedAt)
    .map(({ talk, programme: own, given }) => ({ talk, programme: own, given }));
}
