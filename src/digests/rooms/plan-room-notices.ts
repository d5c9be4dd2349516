import { sessionKey, sessionsWithin, type TimedSession } from '../../programme/sessions.ts';
import type { NewDelivery } from '../../store/delivery.ts';
import type { Digest } from '../../store/digests.ts';
import type { Language } from '../../words/languages.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import { type RoomChannel, roomChannels } from './room-channels.ts';
import { roomNotice } from './room-deliveries.ts';

/** So long before its start, people know of a talk in its room's channel. */
const BEFORE_MS = 10 * 60 * 1000;

/**
 * Claims a notice in the room's channel before each talk, once for each session even if it is moved afterwards. People ask
 * in its thread. `noticed` has the sessions that need no second look.
 */
export async function planRoomNotices(
  digests: readonly Digest[],
  { context, noticed }: { readonly context: DeliveryContext; readonly noticed: Set<string> },
): Promise<void> {
  const due: { readonly key: string; readonly notice: NewDelivery }[] = [];
  for (const room of roomChannels(context)) {
    for (const session of sessionsWithin(room, context.now(), BEFORE_MS)) {
      const key = `${room.workspace} ${room.channel} ${room.conference} ${sessionKey(session)}`;
      if (!noticed.has(key)) due.push({ key, notice: noticeFor(room, session, { digests, context }) });
    }
  }
  if (due.length === 0) return;
  await context.store.deliveries.claim(due.map(({ notice }) => [notice]));
  for (const { key } of due) noticed.add(key);
}

function noticeFor(
  room: RoomChannel,
  session: TimedSession,
  {
    digests,
    context: { messages, now, rehearsal },
  }: { readonly digests: readonly Digest[]; readonly context: DeliveryContext },
): NewDelivery {
  const { day } = session.slot;
  const { folder } = room.programme.conference;
  const language = languageOf(room, digests);
  const message = messages.roomTalk(session, { room, day, folder, language, rehearsal });
  const due = { message, talks: [session.talk.id], dueAt: now(), until: session.startsAt };
  return roomNotice(room, sessionKey(session), due);
}

/** That in which the channel's digests are; English if it has none. */
export function languageOf(
  { workspace, channel }: Pick<RoomChannel, 'workspace' | 'channel'>,
  digests: readonly Digest[],
): Language {
  const there = digests.find(digest => digest.channel === channel && digest.workspace === workspace);
  return there?.language ?? 'en';
}
