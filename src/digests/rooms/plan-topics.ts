import { DAY_MS } from '../../programme/local-time.ts';
import type { Session } from '../../programme/sessions.ts';
import type { Delivery } from '../../store/delivery.ts';
import type { Digest } from '../../store/digests.ts';
import type { ChannelPlace } from '../../store/rooms/room-deliveries.ts';
import { groupByEach } from '../../text/keys.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import { onStageAt } from './on-stage.ts';
import { languageOf } from './plan-room-notices.ts';
import { roomChannels, unplacedChannels } from './room-channels.ts';
import { topicDelivery } from './room-deliveries.ts';

/**
 * Claims the topic of each room's channel whenever another talk begins or ends there, or the programme changes. What a
 * channel shows is what the store has last, so that a start finds what was left there, also in channels that belong to
 * no room any more. A rehearsal sets none: it could not mark them as such, and they would stay.
 */
export class TopicPlanner {
  readonly #context: DeliveryContext;
  /** The words that this process wanted last in each channel, undefined before it has looked at one. */
  readonly #wanted = new Map<string, string | undefined>();
  /** All channels that have a topic or had one, by their names; undefined before the first look. */
  #known: Map<string, ChannelPlace> | undefined;

  constructor(context: DeliveryContext) {
    this.#context = context;
  }

  async plan(digests: readonly Digest[]): Promise<void> {
    const context = this.#context;
    if (context.rehearsal) return;
    this.#known ??= byName(await context.store.roomDeliveries.channelsWithTopics());
    const rooms = roomChannels(context);
    for (const [name, { workspace, channel }] of byName(rooms)) this.#known.set(name, { workspace, channel });
    const unplaced = unplacedChannels(context);
    const inChannel = groupByEach(rooms, room => [nameOf(room)]);
    for (const [name, place] of this.#known) {
      // A talk may be in several rooms.
      const sessions = new Set((inChannel.get(name) ?? []).flatMap(room => room.sessions));
      if (!unplaced.has(place.channel)) await this.#planIn(place, { sessions: [...sessions], digests });
    }
  }

  /**
   * Another process whose programme is older may want other words meanwhile. So each claims only what is new to itself,
   * and they do not answer each other for ever.
   */
  async #planIn(
    place: ChannelPlace,
    { sessions, digests }: { readonly sessions: readonly Session[]; readonly digests: readonly Digest[] },
  ): Promise<void> {
    const { messages, now, store } = this.#context;
    const stage = onStageAt(sessions, now());
    const message = messages.roomTopic(stage ?? { now: [], next: undefined }, languageOf(place, digests));
    const name = nameOf(place);
    const before = this.#wanted.get(name);
    if (before === message.text) return;
    const last = await store.roomDeliveries.lastTopic(place);
    const isThere = last === undefined ? stage === undefined : last.message.text === message.text;
    // One that failed is tried again after a start.
    const isLost = before === undefined && last?.state === 'missed';
    if (!isThere || isLost) {
      const talks = [stage?.now ?? [], stage?.next ?? []].flat().map(({ talk }) => talk.id);
      const due = { message, talks, dueAt: now(), until: stage?.until ?? now() + DAY_MS };
      const [isWon] = await store.deliveries.claim([[topicDelivery(place, numberOf(last) + 1, due)]]);
      // Another process was faster: what it wants is seen with the next look.
      if (isWon !== true) return;
    }
    this.#wanted.set(name, message.text);
  }
}

/** Whether a later one has taken its place, as one that a process was killed over may find. */
export async function isReplaced(
  topic: Delivery,
  { store }: Pick<DeliveryContext, 'store'>,
): Promise<boolean> {
  return numberOf(await store.roomDeliveries.lastTopic(topic)) > numberOf(topic);
}

function numberOf(topic: Delivery | undefined): number {
  const part = topic?.part;
  return part?.kind === 'room' && part.about === 'topic' ? part.number : 0;
}

function byName(places: readonly ChannelPlace[]): Map<string, ChannelPlace> {
  return new Map(places.map(place => [nameOf(place), place]));
}

function nameOf({ workspace, channel }: ChannelPlace): string {
  return `${workspace} ${channel}`;
}
