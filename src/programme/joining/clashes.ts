import { groupByEach } from '../../text/keys.ts';
import { formatDay, timeOf } from '../moment.ts';
import type { Problem } from '../problem.ts';
import { listSessions, type Session } from '../sessions.ts';
import type { Talk } from '../talk.ts';

interface Clash {
  readonly one: Session;
  readonly other: Session;
}

/** Where a larger part of a room's talks clash, it is a place such as "Online" in which that is usual. */
const SHARE_MAX = 0.2;

/**
 * Two talks at one time in one room, or of one speaker in two rooms, are hardly ever meant: one problem for each room and
 * each speaker that has such.
 */
export function findClashes(talks: readonly Talk[]): readonly Problem[] {
  const held = talks.filter(({ kind, status }) => kind === 'talk' && status === 'confirmed');
  const sessions = listSessions(held, []).filter(isTimed);
  return [...findRoomProblems(sessions), ...findSpeakerProblems(sessions)];
}

function findRoomProblems(all: readonly Session[]): readonly Problem[] {
  const byRoom = groupByEach(all, ({ slot }) => slot.rooms);
  return [...byRoom].flatMap(([room, sessions]) => {
    const found = findOverlaps(sessions);
    return found.length > Math.max(1, sessions.length * SHARE_MAX)
      ? []
      : (createClashProblem(room, found) ?? []);
  });
}

/** Says so of each speaker who would have to be in two rooms at once. */
function findSpeakerProblems(all: readonly Session[]): readonly Problem[] {
  const names = new Map(all.flatMap(({ talk }) => talk.speakers.map(({ id, name }) => [id, name] as const)));
  const bySpeaker = groupByEach(all, ({ talk }) => talk.speakers.map(({ id }) => id));
  return [...bySpeaker].flatMap(([id, sessions]) => {
    const clash = findOverlaps(sessions).find(isApart);
    return clash === undefined ? [] : createSpeakerProblem(names.get(id) ?? id, clash);
  });
}

function isApart({ one, other }: Clash): boolean {
  const [here, there] = [one.slot.rooms, other.slot.rooms];
  return here.length > 0 && there.length > 0 && !here.some(room => there.includes(room));
}

function createSpeakerProblem(name: string, { one, other }: Clash): Problem {
  return {
    severity: 'warning',
    file: other.talk.file,
    line: undefined,
    item: other.talk.title,
    message: `${name} is in ${other.slot.rooms.join(', ')} at ${timeOf(other.slot.start)} on ${formatDay(other.slot.day)}, and until ${timeOf(one.slot.end ?? '')} in ${one.slot.rooms.join(', ')} for "${one.talk.title}".`,
  };
}

/** Pairs each session, in the order of their starts, with the one before it that ends last. */
function findOverlaps(sessions: readonly Session[]): readonly Clash[] {
  const found: Clash[] = [];
  let last: Session | undefined;
  for (const session of sessions) {
    const { end } = last?.slot ?? {};
    if (last !== undefined && end !== undefined && session.slot.start < end && last.talk !== session.talk)
      found.push({ one: last, other: session });
    if (end === undefined || (session.slot.end ?? '') > end) last = session;
  }
  return found;
}

function createClashProblem(room: string, [first, ...others]: readonly Clash[]): Problem | undefined {
  if (first === undefined) return undefined;
  const { one, other } = first;
  const more =
    others.length === 0
      ? ''
      : ` There ${others.length === 1 ? 'is one more pair' : `are ${others.length} more pairs`}.`;
  return {
    severity: 'warning',
    file: other.talk.file,
    line: undefined,
    item: other.talk.title,
    message: `On ${formatDay(other.slot.day)} it is in ${room} at ${timeOf(other.slot.start)}, where "${one.talk.title}" goes on until ${timeOf(one.slot.end ?? '')}.${more}`,
  };
}

function isTimed({ slot }: Session): boolean {
  return slot.untimed === undefined;
}
