import { type NewDelivery, roomTalkId, topicId } from '../../store/delivery.ts';
import type { RoomChannel } from './room-channels.ts';

type Due = Pick<NewDelivery, 'message' | 'talks' | 'dueAt' | 'until'>;

/** The notice before a session, which stays the same if its talk moves. */
export function roomNotice(room: RoomChannel, session: string, due: Due): NewDelivery {
  const digestId = roomTalkId(room.conference, { channel: room.channel, session });
  return { ...placeIn(room), digestId, part: { kind: 'room', about: 'talk' }, ...due };
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
export function topicDelivery(
  place: Pick<RoomChannel, 'workspace' | 'channel'>,
  number: number,
  due: Due,
): NewDelivery {
  const digestId = topicId(place);
  return { ...placeIn(place), digestId, part: { kind: 'room', about: 'topic', number }, ...due };
}

function placeIn({
  workspace,
  channel,
}: Pick<RoomChannel, 'workspace' | 'channel'>): Pick<NewDelivery, 'workspace' | 'channel' | 'day'> {
  return { workspace, channel, day: '' };
}
