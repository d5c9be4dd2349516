import type { Programme } from '../programme/programme.ts';
import type { Talk } from '../programme/talk.ts';
import type { Index } from './index/index-programme.ts';

/** A programme and its index: made together, swapped together. */
export interface Loaded {
  readonly programme: Programme;
  readonly index: Index;
  /** The time of the last good copy, in milliseconds since 1970, if a source could not be read since. */
  readonly asOf: number | undefined;
  /** All conferences but the current one; those without dates are among them, see isAlong. */
  readonly others: readonly OtherConference[];
}

export interface OtherConference {
  readonly name: string;
  readonly programme: Programme;
  /** True for a conference without dates: its talks are among the current one's, too. */
  readonly isAlong?: true;
  /** Indexes it when it is first needed. */
  open(): Loaded;
}

/** The programmes of all conferences, the current one first. Those without dates are part of that. */
export function programmesOf({
  programme,
  others,
}: Pick<Loaded, 'programme' | 'others'>): readonly Programme[] {
  return [programme, ...others.flatMap(other => (other.isAlong ? [] : other.programme))];
}

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
