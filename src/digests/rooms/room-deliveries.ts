import { type DeliveryKey, type NewDelivery, roomTalkId, topicId } from '../../store/delivery.ts';
import type { ChannelPlace } from '../../store/rooms/room-deliveries.ts';
import type { RoomChannel } from './room-channels.ts';

type Due = Pick<NewDelivery, 'message' | 'talks' | 'dueAt' | 'until'>;

/** The key of the notice before a session, which stays the same if its talk moves. */
export function roomNoticeKey({ workspace, channel, conference }: RoomChannel, session: string): DeliveryKey {
  const digestId = roomTalkId(conference, { channel, session });
  return { workspace, digestId, day: '', part: { kind: 'room', about: 'talk' } };
}

/** That notice. */
export function roomNotice(room: RoomChannel, session: string, due: Due): NewDelivery {
  return { ...roomNoticeKey(room, session), channel: room.channel, ...due };
}

/** The reply in its thread that says what changed. */
export function roomReply(
  room: RoomChannel,
  { session, version }: { readonly session: string; readonly version: number },
  due: Due,
): NewDelivery {
  return { ...roomNotice(room, session, due), part: { kind: 'room', about: 'changed', version } };
}

/** The nth topic of a channel. */
export function topicDelivery({ workspace, channel }: ChannelPlace, number: number, due: Due): NewDelivery {
  const digestId = topicId({ workspace, channel });
  return { workspace, channel, day: '', digestId, part: { kind: 'room', about: 'topic', number }, ...due };
}
