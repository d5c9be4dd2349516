import { type Change, isForReaders } from '../../programme/changes.ts';
import { epochOf, findProgrammeDay } from '../../programme/moment.ts';
import type { Programme } from '../../programme/programme.ts';
import { sessionKeyOf } from '../../programme/sessions.ts';
import { slotNumber } from '../../programme/slot-numbers.ts';
import { isHeld, type Slot, type Talk } from '../../programme/talk.ts';
import { type Delivery, nameOfKey } from '../../store/delivery.ts';
import type { Digest } from '../../store/digests.ts';
import { fold } from '../../text/fold.ts';
import { groupByEach } from '../../text/keys.ts';
import { type DayEdits, isPerhapsRead } from '../day-edits.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import { WORTH_MS } from '../plan/due.ts';
import { languageOf } from './plan-room-notices.ts';
import { channelsOf, type RoomChannel } from './room-channels.ts';
import { roomNoticeKey, roomReply } from './room-deliveries.ts';

interface ConferenceChange {
  readonly programme: Programme;
  readonly changes: readonly Change[];
  /** The version of the new snapshot. */
  readonly version: number;
}

interface ChangedSession {
  readonly talk: Talk;
  /** That of its slot. */
  readonly number: number;
  /** Undefined if the talk no longer has it. */
  readonly slot: Slot | undefined;
  readonly changes: readonly Change[];
}

/** So long after a talk has begun its notice is not brought up to date any more. */
const OLD_MS = 12 * 60 * 60 * 1000;
/** Older notices are not looked at: of a talk that was moved by more, nobody looks for one. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Brings the notices of rooms' channels up to date whose talks have changed, however often and wherever they have moved since,
 * and says in their threads what differs. In the channels of rooms to which talks came, they have notices of their own.
 */
export async function planRoomEdits(
  { programme, changes, version }: ConferenceChange,
  digests: readonly Digest[],
  context: DeliveryContext,
): Promise<readonly DayEdits[]> {
  const rooms = channelsOf(programme, context);
  if (rooms.length === 0) return [];
  warnOfLeft(rooms, changes, context);
  const since = await context.store.roomDeliveries.noticesSince(context.now() - KEPT_MS);
  const notices = new Map(since.map(notice => [nameOfKey(notice), notice]));
  const byTalk = groupByEach(changes.filter(isForReaders), ({ talk }) => [talk]);
  const sessions = [...byTalk].flatMap(([talk, those]) => changedSessions(talk, those, context.now()));
  return rooms.flatMap(room =>
    sessions.flatMap(session => editsFor(room, session, { version, notices, digests, context })),
  );
}

/** A room that the files call by another name from now on has no talks, and `conference.yml` does not follow by itself. */
function warnOfLeft(
  rooms: readonly RoomChannel[],
  changes: readonly Change[],
  { log }: Pick<DeliveryContext, 'log'>,
): void {
  const former = changes.flatMap(change => ('before' in change ? change.before.slots : []));
  const left = new Set(former.flatMap(slot => slot.rooms.map(fold)));
  for (const { room, channel, sessions } of rooms)
    if (sessions.length === 0 && left.has(fold(room)))
      log.warn(
        { room, channel },
        'A room with a channel has no talks any more, so nothing is posted there. If it has another name now, write that in conference.yml.',
      );
}

/** A talk at those of its slots that are not long over, now or as people know them. */
function changedSessions(talk: Talk, changes: readonly Change[], now: number): readonly ChangedSession[] {
  const former = changes.map(change => ('before' in change ? change.before : change.talk))[0] ?? talk;
  const [before, after] = [former, talk].map(slotsByNumber) as [Slots, Slots];
  const isOfUse = (slot: Slot | undefined) => {
    const startsAt = slot && epochOf(slot.start);
    return startsAt !== undefined && now < startsAt + OLD_MS;
  };
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter(number => [before, after].some(slots => isOfUse(slots.get(number))))
    .map(number => ({ talk, number, slot: after.get(number), changes }));
}

type Slots = ReadonlyMap<number, Slot>;

function slotsByNumber(talk: Talk): Slots {
  return new Map(talk.slots.map(slot => [slotNumber(talk, slot), slot]));
}

function editsFor(
  room: RoomChannel,
  { talk, number, slot, changes }: ChangedSession,
  {
    version,
    notices,
    digests,
    context: { messages, now, rehearsal },
  }: {
    readonly version: number;
    /** By the names of their keys. */
    readonly notices: ReadonlyMap<string, Delivery>;
    readonly digests: readonly Digest[];
    readonly context: DeliveryContext;
  },
): readonly DayEdits[] {
  const session = sessionKeyOf(talk, number);
  const key = roomNoticeKey(room, session);
  const notice = notices.get(nameOfKey(key));
  if (notice === undefined) return [];
  const language = languageOf(room, digests);
  const { conference } = room.programme;
  const message = messages.roomTalk(
    { talk, slot: isHeld(talk) ? slot : undefined },
    { room, day: findProgrammeDay(notice.dueAt, conference), folder: conference.folder, language, rehearsal },
  );
  // It was given after the programme had changed.
  if (JSON.stringify(notice.message) === JSON.stringify(message)) return [];
  const reply = messages.roomChanges(changes, { language, rehearsal });
  const due = { message: reply, talks: [talk.id], dueAt: now(), until: now() + WORTH_MS };
  const claims = isPerhapsRead(notice) ? [roomReply(room, { session, version }, due)] : [];
  return [{ updates: [{ key, message, talks: [talk.id] }], claims }];
}
