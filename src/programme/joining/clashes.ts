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

/** Two talks in one room at one time are hardly ever meant: one problem for each room that has such. */
export function findClashes(talks: readonly Talk[]): readonly Problem[] {
  const held = talks.filter(({ kind, status }) => kind === 'talk' && status === 'confirmed');
  const byRoom = groupByEach(listSessions(held, []).filter(isTimed), ({ slot }) => slot.rooms);
  return [...byRoom].flatMap(([room, sessions]) => {
    const found = findRoomClashes(sessions);
    return found.length > Math.max(1, sessions.length * SHARE_MAX)
      ? []
      : (createClashProblem(room, found) ?? []);
  });
}

/** Pairs each session, in the order of their starts, with the one before it that ends last. */
function findRoomClashes(sessions: readonly Session[]): readonly Clash[] {
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
