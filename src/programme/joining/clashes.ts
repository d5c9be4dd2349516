import { nameKey } from '../../text/fold.ts';
import { groupByEach } from '../../text/keys.ts';
import { formatDay, timeOf } from '../moment.ts';
import type { Problem } from '../problem.ts';
import { listSessions, type Session } from '../sessions.ts';
import type { Talk } from '../talk.ts';

interface Clash {
  readonly one: Session;
  readonly other: Session;
}

/** True if two entries overlap because one belongs to the other. */
type AreRelated = (one: Session, other: Session) => boolean;

/** Where a larger part of a room's talks clash, it is a place such as "Online" in which that is usual. */
const SHARE_MAX = 0.2;

/**
 * Two talks at one time in one room, or of one speaker in two rooms, are hardly ever meant: one problem for each room and
 * each speaker that has such. A paper and its session are no clash; `sessionOf` has the title of the session in which a
 * file has a talk.
 */
export function findClashes(
  talks: readonly Talk[],
  sessionOf: ReadonlyMap<Talk, string> = new Map(),
): readonly Problem[] {
  const held = talks.filter(({ kind, status }) => kind === 'talk' && status === 'confirmed');
  const sessions = listSessions(held, []).filter(isTimed);
  return [...findRoomProblems(sessions, sessionOf), ...findSpeakerProblems(sessions, sessionOf)];
}

function findRoomProblems(all: readonly Session[], sessionOf: ReadonlyMap<Talk, string>): readonly Problem[] {
  const byRoom = groupByEach(all, ({ slot }) => slot.rooms);
  return [...byRoom].flatMap(([room, sessions]) => {
    const found = findOverlaps(sessions, createRelation(sessions, sessionOf));
    return found.length > Math.max(1, sessions.length * SHARE_MAX)
      ? []
      : (createClashProblem(room, found) ?? []);
  });
}

/** Says so of each speaker who would have to be in two rooms at once. */
function findSpeakerProblems(
  all: readonly Session[],
  sessionOf: ReadonlyMap<Talk, string>,
): readonly Problem[] {
  const names = new Map(all.flatMap(({ talk }) => talk.speakers.map(({ id, name }) => [id, name] as const)));
  const bySpeaker = groupByEach(all, ({ talk }) => talk.speakers.map(({ id }) => id));
  return [...bySpeaker].flatMap(([id, sessions]) => {
    const clash = findOverlaps(sessions, createRelation(sessions, sessionOf)).find(isApart);
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

/** Pairs each session, in the order of their starts, with that one before it that ends last and is no relation. */
function findOverlaps(sessions: readonly Session[], areRelated: AreRelated): readonly Clash[] {
  const found: Clash[] = [];
  let running: readonly Session[] = [];
  for (const session of sessions) {
    running = running.filter(({ slot }) => session.slot.start < (slot.end ?? ''));
    const last = running
      .filter(one => one.talk !== session.talk && !areRelated(one, session))
      .reduce<Session | undefined>(
        (latest, one) => (latest !== undefined && endOf(latest) >= endOf(one) ? latest : one),
        undefined,
      );
    if (last !== undefined) found.push({ one: last, other: session });
    running = [...running, session];
  }
  return found;
}

function endOf({ slot }: Session): string {
  return slot.end ?? '';
}

/**
 * A talk belongs to the session in which its file has it, or whose title is its track. An entry without speakers belongs
 * to several talks if it covers them: printed programmes have a session's title above its papers.
 */
function createRelation(sessions: readonly Session[], sessionOf: ReadonlyMap<Talk, string>): AreRelated {
  const keyOf = remember(nameKey);
  const isPart = ({ talk }: Session, { talk: { title } }: Session) =>
    [sessionOf.get(talk), talk.track].some(name => name !== undefined && keyOf(name) === keyOf(title));
  const isCovering = remember(
    (one: Session) => one.talk.speakers.length === 0 && sessions.filter(covers(one)).length > 1,
  );
  const isCovered = (one: Session, other: Session) => covers(other)(one) && isCovering(other);
  // Papers without times of their own all have their session's.
  const haveItsTime = (one: Session, other: Session) =>
    sessionOf.has(one.talk) &&
    sessionOf.get(one.talk) === sessionOf.get(other.talk) &&
    one.slot.start === other.slot.start &&
    one.slot.end === other.slot.end;
  return (one, other) =>
    haveItsTime(one, other) ||
    isPart(one, other) ||
    isPart(other, one) ||
    isCovered(one, other) ||
    isCovered(other, one);
}

/** Makes a function that computes each value once: in a room such as "Online" all pairs may overlap. */
function remember<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return key => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}

/** Returns whether another session is shorter and lies within this one. */
function covers({ slot }: Session): (other: Session) => boolean {
  return ({ slot: { start, end } }) =>
    slot.end !== undefined &&
    end !== undefined &&
    slot.start <= start &&
    end <= slot.end &&
    (slot.start < start || end < slot.end);
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
