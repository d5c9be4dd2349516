import type { Stars } from '../people/stars.ts';
import { conferenceKey } from '../programme/conference.ts';
import type { Programme } from '../programme/programme.ts';
import { type Loaded, ownTalksOf } from '../search/loaded.ts';

/** All that an answer depends on besides the words: the programme that answers, who reads it, and when. */
export interface Answering extends Loaded {
  readonly reader: Reader;
  /** Lectern's clock, in milliseconds since 1970. */
  readonly now: number;
  /** The words that name the conference again, before a query for it; empty for the current one. */
  readonly prefix: string;
  /**
   * How many of the talks that match an answer needs, best first: those up to the end of the page that is shown. ALL for
   * those who go through them; how many match is told in any case.
   */
  readonly resultsMax: number;
}

export interface Reader {
  /** IANA; undefined if it is not known, or if several people read. */
  readonly zone: string | undefined;
  /**
   * `channel`: one person reads it, in a channel. `apart`: one person reads it where no channel is around, as in a
   * direct message, a modal, the Home or a terminal. `thread`: everyone in a channel reads it.
   */
  readonly place: 'channel' | 'apart' | 'thread';
  /**
   * The talks that the reader starred. `unavailable`: the database does not tell now. Undefined if nobody can star
   * (a terminal), or if several people read.
   */
  readonly stars: Stars | 'unavailable' | undefined;
  /** Whether the reader can subscribe to an answer in a calendar program. */
  readonly feeds?: boolean;
  /** Whether Lectern may send the reader files. */
  readonly files?: boolean;
}

/**
 * A person's stars as they show among the talks that answer: stars on talks of a conference without dates stand under the
 * conference that answers, too.
 */
export function placeStars(stars: Stars, loaded: Pick<Loaded, 'programme' | 'joined'>): Stars {
  if (loaded.joined === undefined) return stars;
  const { conference, talks } = loaded.programme;
  const key = conferenceKey(conference);
  const starred = ownTalksOf(loaded).flatMap(({ talk, programme }, place) =>
    stars.get(conferenceKey(programme.conference))?.has(talk.id) === true ? (talks[place]?.id ?? []) : [],
  );
  return new Map([...stars, [key, new Set([...(stars.get(key) ?? []), ...starred])]]);
}

/** The ids of the talks of a programme that the reader starred, as far as they are known. */
export function starredBy(
  { stars }: Pick<Reader, 'stars'>,
  { conference }: Pick<Programme, 'conference'>,
): ReadonlySet<string> {
  const known =
    stars === undefined || stars === 'unavailable' ? undefined : stars.get(conferenceKey(conference));
  return known ?? NONE;
}

const NONE: ReadonlySet<string> = new Set();
