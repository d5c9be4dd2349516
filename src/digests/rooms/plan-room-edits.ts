import { type Change, isForReaders } from '../../programme/changes.ts';
import { epochOf } from '../../programme/moment.ts';
import type { Programme } from '../../programme/programme.ts';
import { isHeld, type Slot, type Talk } from '../../programme/talk.ts';
import type { Digest } from '../../store/digests.ts';
import { groupByEach } from '../../text/keys.ts';
import { type DayEdits, isPerhapsRead } from '../day-edits.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import { WORTH_MS } from '../plan/due.ts';
import { BEFORE_MS, languageOf } from './plan-room-notices.ts';
import { channelsOf, type RoomChannel } from './room-channels.ts';
import { roomNotice, roomReply } from './room-deliveries.ts';

interface ConferenceChange {
  readonly programme: Programme;
  readonly changes: readonly Change[];
  /** The version of the new snapshot. */
  readonly version: number;
}

/** So long after a talk has begun its notice is not brought up to date any more. */
const OLD_MS = 12 * 60 * 60 * 1000;

/**
 * Brings the notices of rooms' channels up to date whose talks have changed, and says in their threads what differs. In the
 * channels of rooms to which talks came, they have notices of their own.
 */
export async function planRoomEdits(
  { programme, changes, version }: ConferenceChange,
  digests: readonly Digest[],
  context: DeliveryContext,
): Promise<readonly DayEdits[]> {
  const rooms = channelsOf(programme, context);
  if (rooms.length === 0) return [];
  const edits: DayEdits[] = [];
  const byTalk = groupByEach(changes.filter(isForReaders), ({ talk }) => [talk]);
  for (const room of rooms)
    for (const [talk, those] of byTalk)
      for (const place of noticedSlots(those, context.now()))
        edits.push(...(await editsFor(room, { talk, those, place, version }, { digests, context })));
  return edits;
}

/** The places among a talk's slots of those before which people may have had a notice. */
function noticedSlots(changes: readonly Change[], now: number): readonly number[] {
  const former = changes.map(change => ('before' in change ? change.before : change.talk))[0];
  return (former?.slots ?? []).flatMap((slot, place) => (isNear(slot, now) ? [place] : []));
}

function isNear({ start }: Slot, now: number): boolean {
  const startsAt = epochOf(start);
  return startsAt !== undefined && startsAt - BEFORE_MS <= now && now < startsAt + OLD_MS;
}

async function editsFor(
  room: RoomChannel,
  {
    talk,
    those,
    place,
    version,
  }: {
    readonly talk: Talk;
    readonly those: readonly Change[];
    readonly place: number;
    readonly version: number;
  },
  { digests, context }: { readonly digests: readonly Digest[]; readonly context: DeliveryContext },
): Promise<readonly DayEdits[]> {
  const { messages, now, rehearsal, store } = context;
  const session = `${talk.id}#${place}`;
  const language = languageOf(room, digests);
  const slot = talk.slots[place] ?? talk.slots[0];
  const { folder } = room.programme.conference;
  const message = messages.roomTalk(
    { talk, slot: isHeld(talk) ? slot : undefined },
    { stream: room.stream, folder, language, rehearsal },
  );
  const due = { message, talks: [talk.id], dueAt: now(), until: now() + WORTH_MS };
  const key = roomNotice(room, session, due);
  const notice = await store.deliveries.find(key);
  if (notice === undefined || notice.state === 'missed') return [];
  // It was given after the programme had changed.
  if (JSON.stringify(notice.message) === JSON.stringify(message)) return [];
  const reply = messages.roomChanges(those, { language, rehearsal });
  const claims = isPerhapsRead(notice)
    ? [roomReply(room, { session, version }, { ...due, message: reply })]
    : [];
  return [{ updates: [{ key, message, talks: [talk.id] }], claims }];
}
