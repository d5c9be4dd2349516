import type { Answering } from '../../../conversation/context.ts';
import type { Preferences } from '../../../people/preferences.ts';
import type { Rating } from '../../../people/ratings.ts';
import type { News } from '../../../programme/news.ts';
import type { Digest } from '../../../store/digests.ts';

/** All that a person's Home depends on. */
export interface HomeContext extends Answering {
  /** Undefined if the database cannot be used. */
  readonly own: OwnThings | undefined;
  /** The latest first. Empty if nothing is known. */
  readonly news: readonly News[];
}

export interface OwnThings {
  /** The digests that they ordered, of all channels. */
  readonly digests: readonly Digest[];
  /** The words that they wait for at this conference. */
  readonly alerts: readonly string[];
  /** Those of all conferences. */
  readonly ratings: readonly Rating[];
  readonly preferences: Preferences;
}
