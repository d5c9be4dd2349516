import type { Post } from '../../digests/deliver/post.ts';
import type { PlanNowResult } from '../../digests/plan/plan-days.ts';
import type { DeliveryKey } from '../../store/delivery.ts';
import type { Digest } from '../../store/digests.ts';
import type { Store } from '../../store/open.ts';
import { compare } from '../../text/compare.ts';

/** What people do with digests, and what it is done with. */
export interface Ordering {
  readonly store: Pick<Store, 'digests' | 'deliveries'>;
  /** Who may, by user id. Where nobody is named anyone may, for the channel where they type. */
  readonly organisers: readonly string[];
  readonly post: Post;
  /** Claims a day at once, whatever time was asked for. */
  readonly postNow: (digest: Digest, day: string) => Promise<PlanNowResult>;
  /** What an owner says of a message that may have arrived; false where that was settled already. */
  readonly answer: (key: DeliveryKey, answer: 'post it' | 'it is there') => Promise<boolean>;
  readonly rehearsal: boolean;
}

/** Who does something with a digest, and where. */
export interface Orderer {
  readonly user: string;
  readonly channel: string;
  readonly team: string | undefined;
}

export function mayOrder({ organisers }: Pick<Ordering, 'organisers'>, user: string): boolean {
  return organisers.length === 0 || organisers.includes(user);
}

/** The digests of a channel, by their time of day. */
export async function digestsIn(
  channel: string,
  { store }: Pick<Ordering, 'store'>,
): Promise<readonly Digest[]> {
  const digests = await store.digests.in(channel);
  return [...digests].sort((a, b) => compare(a.timeOfDay, b.timeOfDay));
}
