import type { NewDelivery } from '../../store/delivery.ts';
import type { Digest } from '../../store/digests.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import { fingerprint } from '../plan/new-deliveries.ts';
import { onStageAt } from './on-stage.ts';
import { languageOf } from './plan-room-notices.ts';
import { type RoomChannel, roomChannels } from './room-channels.ts';
import { roomTopic } from './room-deliveries.ts';

/**
 * Claims the topic of each room's channel whenever another talk begins or ends there, or the programme changes. `claimed` has
 * the last one of each channel, which needs no second look.
 */
export async function planTopics(
  digests: readonly Digest[],
  { context, claimed }: { readonly context: DeliveryContext; readonly claimed: Map<string, string> },
): Promise<void> {
  const due: { readonly place: string; readonly name: string; readonly topic: NewDelivery }[] = [];
  for (const room of roomChannels(context)) {
    const topic = topicOf(room, digests, context);
    if (topic === undefined) continue;
    const place = `${room.workspace} ${room.channel} ${room.room}`;
    const name = JSON.stringify(topic.part);
    if (claimed.get(place) !== name) due.push({ place, name, topic });
  }
  if (due.length === 0) return;
  await context.store.deliveries.claim(due.map(({ topic }) => [topic]));
  for (const { place, name } of due) claimed.set(place, name);
}

function topicOf(
  room: RoomChannel,
  digests: readonly Digest[],
  { messages, now }: DeliveryContext,
): NewDelivery | undefined {
  const stage = onStageAt(room, now());
  if (stage === undefined) return undefined;
  const message = messages.roomTopic(stage, languageOf(room, digests));
  const talks = [stage.now, stage.next].flatMap(each => each?.talk.id ?? []);
  const key = { at: stage.from, words: fingerprint([message.text]) };
  return roomTopic(room, key, { message, talks, dueAt: now(), until: stage.until });
}
