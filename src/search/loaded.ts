import type { Programme } from '../programme/programme.ts';
import type { Talk } from '../programme/talk.ts';
import type { Index } from './index/index-programme.ts';

/** A programme and what finds in it: made together, swapped together. */
export interface Loaded {
  readonly programme: Programme;
  readonly index: Index;
  /** Since when nothing newer could be had, in milliseconds since 1970; nothing where all is up to date. */
  readonly asOf: number | undefined;
  /** The conferences that are there too: all but the current one, and what counts along with it. */
  readonly others: readonly OtherConference[];
}

export interface OtherConference {
  readonly name: string;
  readonly programme: Programme;
  /** It has no dates, so that its talks are among the current one's; by name it answers alone. */
  readonly isAlong?: true;
  /** Made ready when it is first asked for. */
  open(): Loaded;
}

/** The talk with an id, and the programme that it is of: the current one's, else another conference's. */
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
