import type { Programme } from '../programme/programme.ts';
import type { Talk } from '../programme/talk.ts';
import { rememberOf } from '../text/remember.ts';
import type { Index } from './index/index-programme.ts';

/** A programme and its index: made together, swapped together. */
export interface Loaded {
  readonly programme: Programme;
  readonly index: Index;
  /** The time of the last good copy, in milliseconds since 1970, if a source could not be read since. */
  readonly asOf: number | undefined;
  /** All conferences but the current one; those without dates are among them, see isAlong. */
  readonly others: readonly OtherConference[];
  /**
   * The conferences whose talks the programme has, in its order: the current one, then those without dates. Undefined if it
   * is one conference.
   */
  readonly joined?: readonly Programme[] | undefined;
}

export interface OtherConference {
  readonly name: string;
  readonly programme: Programme;
  /** As in Loaded. */
  readonly asOf?: number | undefined;
  /** True for a conference without dates: its talks are among the current one's, too. */
  readonly isAlong?: true;
  /** Indexes it when it is first needed. */
  open(): Loaded;
}

/** The programme of each conference by itself, the current one first. */
export function conferencesOf({
  programme,
  others,
  joined = [programme],
}: Joined & Pick<Loaded, 'others'>): readonly Programme[] {
  return [...joined, ...others.flatMap(other => (other.isAlong ? [] : other.programme))];
}

/** A talk in the programme of its own conference. */
export interface OwnTalk {
  readonly talk: Talk;
  readonly programme: Programme;
}

/** For each talk of the programme, by its place, the same talk as its own conference has it. */
export function ownTalksOf({ programme, joined = [programme] }: Joined): readonly OwnTalk[] {
  return listOwnTalks(joined);
}

const listOwnTalks = rememberOf((joined: readonly Programme[]): readonly OwnTalk[] =>
  joined.flatMap(programme => programme.talks.map(talk => ({ talk, programme }))),
);

/** The talk as its own conference has it: among the talks of another one it may have another id. */
export function ownTalk({ talk, programme }: OwnTalk, loaded: Joined): OwnTalk {
  const isJoined = loaded.joined !== undefined && programme === loaded.programme;
  const own = isJoined ? ownTalksOf(loaded)[placesOf(programme).get(talk) ?? -1] : undefined;
  return own ?? { talk, programme };
}

const placesOf = rememberOf(
  ({ talks }: Programme): ReadonlyMap<Talk, number> => new Map(talks.map((talk, place) => [talk, place])),
);

/** A talk of one conference as it stands among those of all that are joined. The reverse of ownTalk. */
export function shownTalk(own: Talk, loaded: Joined): Talk | undefined {
  return loaded.programme.talks[placesOfOwn(ownTalksOf(loaded)).get(own) ?? -1];
}

const placesOfOwn = rememberOf(
  (owns: readonly OwnTalk[]): ReadonlyMap<Talk, number> =>
    new Map(owns.map(({ talk }, place) => [talk, place])),
);

type Joined = Pick<Loaded, 'programme' | 'joined'>;

/** Finds a talk by its id, with its programme: the current one first, then all others. */
export function talkWithId(
  id: string,
  { programme, others }: Pick<Loaded, 'programme' | 'others'>,
): { readonly talk: Talk; readonly programme: Programme } | undefined {
  for (const one of [programme, ...others.map(other => other.programme)]) {
    const talk = one.talk(id);
    if (talk !== undefined) return { talk, programme: one };
  }
  return undefined;
}
