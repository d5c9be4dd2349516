import type { NewDelivery } from '../../store/delivery.ts';
import type { Digest } from '../../store/digests.ts';
import type { Language } from '../../words/languages.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import { fingerprint } from '../plan/new-deliveries.ts';
import { onStageAt } from './on-stage.ts';
import { languageOf } from './plan-room-notices.ts';
import { type RoomChannel, roomChannels } from './room-channels.ts';
import { roomTopic } from './room-deliveries.ts';

/** A topic that was claimed: nothing else tells it from others of its channel. */
interface TopicKey {
  readonly at: number;
  readonly words: string;
}

export type ClaimedTopics = Map<string, TopicKey>;

/** A programme that changes may leave a channel without any topic that is due. */
const CLEARED = 'cleared';
const CLEAR_WITHIN_MS = 60 * 60 * 1000;

/**
 * Claims the topic of each room's channel whenever another talk begins or ends there, or the programme changes. `claimed` has
 * the last one of each channel, which needs no second look.
 */
export async function planTopics(
  digests: readonly Digest[],
  { context, claimed }: { readonly context: DeliveryContext; readonly claimed: ClaimedTopics },
): Promise<void> {
  const due: { readonly place: string; readonly key: TopicKey; readonly topic: NewDelivery }[] = [];
  for (const room of roomChannels(context)) {
    const place = `${room.workspace} ${room.channel} ${room.room}`;
    const before = claimed.get(place);
    const next = topicOf(room, { before, language: languageOf(room, digests), context });
    if (next === undefined || JSON.stringify(next.key) === JSON.stringify(before)) continue;
    due.push({ place, ...next });
  }
  if (due.length === 0) return;
  await context.store.deliveries.claim(due.map(({ topic }) => [topic]));
  for (const { place, key } of due) claimed.set(place, key);
}

function topicOf(
  room: RoomChannel,
  {
    before,
    language,
    context: { messages, now },
  }: {
    readonly before: TopicKey | undefined;
    readonly language: Language;
    readonly context: DeliveryContext;
  },
): { readonly key: TopicKey; readonly topic: NewDelivery } | undefined {
  const dueAt = now();
  const stage = onStageAt(room, dueAt);
  if (stage !== undefined) {
    const message = messages.roomTopic(stage, language);
    const talks = [stage.now, stage.next].flatMap(each => each?.talk.id ?? []);
    const key = { at: stage.from, words: fingerprint([message.text]) };
    return { key, topic: roomTopic(room, key, { message, talks, dueAt, until: stage.until }) };
  }
  if (before === undefined || before.words === CLEARED) return undefined;
  const message = messages.roomTopic({ now: undefined, next: undefined }, language);
  const key = { at: before.at, words: CLEARED };
  return { key, topic: roomTopic(room, key, { message, talks: [], dueAt, until: dueAt + CLEAR_WITHIN_MS }) };
}
