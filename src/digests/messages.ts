import type { Change } from '../programme/changes.ts';
import type { Session } from '../programme/session.ts';
import type { Loaded } from '../search/loaded.ts';
import type { Delivery, Message } from '../store/delivery.ts';
import type { Digest } from '../store/digests.ts';

/** One message of a digest: the first stands in the channel, each further one in its thread. */
export interface DayPart {
  readonly message: Message;
  /** The ids of the talks that it tells of; those are watched for changes, and have had their turn. */
  readonly talks: readonly string[];
}

/** What a digest says of a day; no part where there is nothing to say. Pure. */
export type Compose = (digest: Digest, day: string, of: DayContext) => readonly DayPart[];

export interface DayContext {
  readonly loaded: Loaded;
  /** What changed since the digest of the day before, among the talks that this digest is about. */
  readonly changes: readonly Change[];
  /** The ids of the talks that this digest told of on other days. */
  readonly toldTalks: ReadonlySet<string>;
  /** True where the day is only rehearsed; every message then says so. */
  readonly rehearsal: boolean;
}

/** What Lectern says besides the digests themselves. Each is pure. */
export interface DigestMessages {
  readonly compose: Compose;
  /** The reply in a digest's thread. */
  changes(changes: readonly Change[], rehearsal: boolean): Message;
  /**
   * The notice before talks that begin at the same time; who ordered it and how to stop it stand below. `folder` is that
   * of their conference.
   */
  reminder(
    digest: Digest,
    sessions: readonly Session[],
    of: { readonly folder: string; readonly rehearsal: boolean },
  ): Message;
  /** In the place of a part for which nothing is left, since its talks moved to other parts or days. */
  emptyPart(digest: Digest, part: 'first' | 'reply'): Message;
  /** The same message, marked as possibly repeated. */
  markRepeated(message: Message): Message;
  /** To the owner: whether a message arrived cannot be known. Its buttons carry the delivery's key. */
  question(digest: Digest, delivery: Delivery): Message;
  /** In the place of the question, once that is settled. */
  settledQuestion(delivery: Delivery, how: 'posted' | 'there' | 'repeated'): Message;
  /** To the owner: these days were not posted, and why; and how to make up for the one that is still of use. */
  missedNotice(digest: Digest, days: readonly string[], stillOfUse: string): Message;
  /** To the owner: Slack refuses for this reason (`not_in_channel`...), what to do, and whether that paused the digest. */
  refusedNotice(digest: Digest, reason: string, paused: boolean): Message;
  /** To the owner: every talk of a conference without times has had its turn. */
  endNotice(digest: Digest): Message;
}
