import { type NewDelivery, roomTalkId, roomTopicId } from '../../store/delivery.ts';
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

/** The topic of a room's channel from an instant on. */
export function roomTopic(
  room: RoomChannel,
  { at, words }: { readonly at: number; readonly words: string },
  due: Due,
): NewDelivery {
  const digestId = roomTopicId(room.conference, room.channel);
  return { ...placeIn(room), digestId, part: { kind: 'room', about: 'topic', at, words }, ...due };
}

function placeIn({ workspace, channel }: RoomChannel): Pick<NewDelivery, 'workspace' | 'channel' | 'day'> {
  return { workspace, channel, day: '' };
}
