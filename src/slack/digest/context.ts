import type { Post } from '../../digests/delivery-context.ts';
import type { PlanNowResult } from '../../digests/plan/plan-days.ts';
import type { DeliveryKey } from '../../store/delivery.ts';
import type { Digest } from '../../store/digests.ts';
import type { Store } from '../../store/open.ts';
import { compare } from '../../text/keys.ts';
import type { Message } from '../views/blocks/message.ts';
import { forbiddenAnswer } from '../views/digest/answers.ts';
import { elsewhereAnswer } from '../views/digest/order-result.ts';

/** Everything that requests about digests need. */
export interface DigestContext {
  readonly store: Pick<Store, 'digests' | 'deliveries'>;
  /**
   * The ids of the people who may order digests in a workspace. If there are none anyone may, for the channel in which they
   * type; undefined if the database has not told yet.
   */
  readonly organisersOf: (workspace: string) => readonly string[] | undefined;
  readonly post: Post;
  /** Claims a day at once, whatever the digest's time. */
  readonly postNow: (digest: Digest, day: string) => Promise<PlanNowResult>;
  /** Records an owner's answer about a message that may have arrived. Returns false if it was already settled. */
  readonly answer: (key: DeliveryKey, answer: 'post it' | 'it is there') => Promise<boolean>;
  readonly rehearsal: boolean;
}

/** The person who asks for something about digests, and the channel in which they do. */
export interface Requester {
  readonly user: string;
  readonly channel: string;
  readonly workspace: string;
  /** If they typed in another channel, in which they read the answer: whether it answers for others, too. */
  readonly readElsewhere?: 'alone' | 'with others';
}

/**
 * The answer to a person who may not order digests; undefined to one who may. Messages and forms keep their buttons when
 * rights end, so each press asks.
 */
export function refusalFor(
  by: Pick<Requester, 'user' | 'workspace'>,
  digests: Pick<DigestContext, 'organisersOf'>,
): Message | undefined {
  const organisers = digests.organisersOf(by.workspace);
  const isAllowed = organisers !== undefined && (organisers.length === 0 || organisers.includes(by.user));
  return isAllowed ? undefined : forbiddenAnswer(organisers);
}

/** Where nobody is named as an organiser, anyone may order for the channel in which they are. */
export function mayOrderElsewhere(
  workspace: string,
  { organisersOf }: Pick<DigestContext, 'organisersOf'>,
): boolean {
  return organisersOf(workspace)?.length !== 0;
}

/** The answer to a person who named channels beside the one in which they are, and may not order for them. */
export function refusalElsewhere(
  channels: readonly string[],
  by: Requester,
  digests: Pick<DigestContext, 'organisersOf'>,
): Message | undefined {
  if (channels.every(channel => channel === by.channel)) return undefined;
  const refusal = refusalFor(by, digests);
  if (refusal !== undefined) return refusal;
  return mayOrderElsewhere(by.workspace, digests) ? undefined : elsewhereAnswer(channels);
}

/** The digests of a channel, sorted by their time of day. */
export async function digestsIn(
  { workspace, channel }: Pick<Requester, 'workspace' | 'channel'>,
  { store }: Pick<DigestContext, 'store'>,
): Promise<readonly Digest[]> {
  const digests = await store.digests.inChannel(workspace, channel);
  return [...digests].sort((a, b) => compare(a.timeOfDay, b.timeOfDay));
}
