import { listSome, shorten } from '../../../text/display.ts';
import { nameKey } from '../../../text/fold.ts';
import { groupByEach } from '../../../text/keys.ts';
import { formatDay, timeOf } from '../../moment.ts';
import type { Problem } from '../../problem.ts';
import { listSessions, type Session } from '../../sessions.ts';
import type { Slot, Speaker, Talk } from '../../talk.ts';
import type { DraftTalk } from '../draft.ts';

interface Clash {
  readonly one: Session;
  readonly other: Session;
}

interface Context {
  readonly sourceOf: SourceOf;
  /** The key of a title or a track, made once for all rooms and speakers. */
  readonly keyOf: (name: string) => string;
}

type SourceOf = ReadonlyMap<Talk, Pick<DraftTalk, 'speakers' | 'within'>>;

/** True if two entries overlap because one belongs to the other. */
type AreRelated = (one: Session, other: Session) => boolean;

/** Where a larger part of a room's talks clash, at more than one time, it is a place such as "Online" in which that is usual. */
const SHARE_MAX = 0.2;
const TITLE_LENGTH = 100;
/** Sessions that overlap by mistake; more are rather posters, or papers of one session. */
const CROWD_MAX = 4;

/**
 * Two talks at one time in one room, or of one speaker in two rooms, are hardly ever meant: one problem for each room and
 * each speaker that has such. A paper and its session are no clash; `sourceOf` has a talk as its file has it.
 */
export function findClashes(talks: readonly Talk[], sourceOf: SourceOf = new Map()): readonly Problem[] {
  const held = talks.filter(
    ({ kind, status, slots }) => kind === 'talk' && status === 'confirmed' && slots.some(isTimed),
  );
  const sessions = listSessions(held, []).filter(({ slot }) => isTimed(slot));
  const context: Context = { sourceOf, keyOf: remember(nameKey) };
  const byRoom = groupByEach(sessions, ({ slot }) => slot.rooms);
  return [
    ...[...byRoom].flatMap(([room, here]) => findRoomProblems(room, here, context)),
    ...findSpeakerProblems(sessions, context),
  ];
}

/** One problem for all pairs of a room, and one for each crowd of more. */
function findRoomProblems(room: string, sessions: readonly Session[], context: Context): readonly Problem[] {
  const most = Math.max(1, sessions.length * SHARE_MAX);
  const crowds: Session[][] = [];
  const pairs: Clash[] = [];
  let found = 0;
  for (const clash of findOverlaps(sessions, context)) {
    found += 1;
    const crowd = crowds.at(-1);
    if (crowd?.includes(clash.one)) crowd.push(clash.other);
    else crowds.push([clash.one, clash.other]);
    if (found > most && (crowds.length > 1 || crowds.some(({ length }) => length > CROWD_MAX))) return [];
    pairs.push(clash);
  }
  const inCrowds = new Set(crowds.filter(({ length }) => length > 2).flat());
  return [
    ...createClashProblem(
      room,
      pairs.filter(({ other }) => !inCrowds.has(other)),
    ),
    ...crowds.filter(({ length }) => length > 2).map(crowd => createCrowdProblem(room, crowd)),
  ];
}

/** Says so of each speaker who would have to be in two rooms at once; those of the same talks are named together. */
function findSpeakerProblems(all: readonly Session[], context: Context): readonly Problem[] {
  const bySpeaker = groupByEach(all, ({ talk }) => talk.speakers.map(({ id }) => id));
  const found = [...bySpeaker].flatMap(([id, sessions]) => {
    const clashes = [...findOverlaps(sessions, context)].filter(
      clash => isApart(clash, context) && !isNamesake(id, clash, context),
    );
    return clashes.length === 0 ? [] : { name: findSpeaker(id, sessions)?.name ?? id, clashes };
  });
  let count = 0;
  const numberOf = remember((_: Session) => count++);
  const together = groupByEach(found, ({ clashes }) => [
    clashes.map(({ one, other }) => `${numberOf(one)} ${numberOf(other)}`).join(),
  ]);
  return [...together.values()].flatMap(group =>
    createSpeakerProblem(
      group.map(({ name }) => name),
      group[0]?.clashes ?? [],
    ),
  );
}

function findSpeaker(id: string, [session]: readonly Session[]): Speaker | undefined {
  return session?.talk.speakers.find(speaker => speaker.id === id);
}

/** A talk that is also shown online, or that two files list, is the same one. */
function isApart({ one, other }: Clash, { keyOf }: Context): boolean {
  const [here, there] = [one.slot.rooms, other.slot.rooms];
  if (here.length === 0 || there.length === 0 || here.some(room => there.includes(room))) return false;
  return keyOf(one.talk.title) !== keyOf(other.talk.title);
}

/** True for two people of one name: a file gives them two ids. */
function isNamesake(id: string, { one, other }: Clash, { sourceOf }: Context): boolean {
  if (one.talk.file !== other.talk.file) return false;
  const [here, there] = [one, other].map(
    ({ talk }) => sourceOf.get(talk)?.speakers.find(({ name }) => nameKey(name) === id)?.id,
  );
  return here !== undefined && there !== undefined && here !== there;
}

function createSpeakerProblem(
  names: readonly string[],
  [first, ...others]: readonly Clash[],
): Problem | readonly Problem[] {
  if (first === undefined) return [];
  const { one, other } = first;
  const who =
    names.length === 1
      ? `${names[0]} is`
      : `${names.length === 2 ? names.join(' and ') : listSome(names, 2)} are`;
  const where = one.slot.rooms.join(', ');
  const there =
    one.slot.end === undefined ? `at the same time in ${where}` : `until ${timeOf(one.slot.end)} in ${where}`;
  return {
    severity: 'warning',
    file: other.talk.file,
    line: undefined,
    item: other.talk.title,
    message: `${who} in ${other.slot.rooms.join(', ')} at ${timeOf(other.slot.start)} on ${formatDay(other.slot.day)}, and ${there} for "${shorten(one.talk.title, TITLE_LENGTH)}".${countPairs(others)}`,
  };
}

function countPairs({ length }: readonly Clash[]): string {
  if (length === 0) return '';
  return ` There ${length === 1 ? 'is one more pair' : `are ${length} more pairs`}.`;
}

/** Pairs each session, in the order of their starts, with that one before it that ends last and is no relation. */
function* findOverlaps(sessions: readonly Session[], context: Context): Generator<Clash> {
  const areRelated = createRelation(sessions, context);
  let running: Session[] = [];
  for (const session of sessions) {
    running = running.filter(one => goesOnAt(one, session));
    const last = running
      .filter(one => one.talk !== session.talk && !areRelated(one, session))
      .reduce<Session | undefined>(
        (latest, one) => (latest !== undefined && endOf(latest) >= endOf(one) ? latest : one),
        undefined,
      );
    if (last !== undefined) yield { one: last, other: session };
    running.push(session);
  }
}

/** Without an end, a session is only known to be on when it starts. */
function goesOnAt({ slot: { start, end } }: Session, { slot }: Session): boolean {
  return end === undefined ? slot.start === start : slot.start < end;
}

function endOf({ slot }: Session): string {
  return slot.end ?? '';
}

/**
 * A talk belongs to the session in which its file has it, or whose title is its track. An entry without speakers belongs
 * to several talks if it covers them: printed programmes have a session's title above its papers.
 */
function createRelation(sessions: readonly Session[], { sourceOf, keyOf }: Context): AreRelated {
  const sessionOf = (talk: Talk) => sourceOf.get(talk)?.within;
  const isPart = ({ talk }: Session, { talk: { title } }: Session) =>
    [sessionOf(talk), talk.track].some(name => name !== undefined && keyOf(name) === keyOf(title));
  const isCovering = remember(
    (one: Session) => one.talk.speakers.length === 0 && sessions.filter(covers(one)).length > 1,
  );
  const isCovered = (one: Session, other: Session) => covers(other)(one) && isCovering(other);
  // Papers without times of their own all have their session's.
  const haveItsTime = (one: Session, other: Session) =>
    sessionOf(one.talk) !== undefined &&
    sessionOf(one.talk) === sessionOf(other.talk) &&
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

function createCrowdProblem(room: string, crowd: readonly Session[]): Problem {
  const [first, last] = [crowd[0], crowd.at(-1)] as [Session, Session];
  const titles = crowd.map(({ talk }) => `"${shorten(talk.title, TITLE_LENGTH)}"`);
  return {
    severity: 'warning',
    file: last.talk.file,
    line: undefined,
    item: last.talk.title,
    message: `On ${formatDay(first.slot.day)} ${crowd.length} sessions overlap in ${room} from ${timeOf(first.slot.start)} on: ${listSome(titles, CROWD_MAX)}.`,
  };
}

function createClashProblem(room: string, [first, ...others]: readonly Clash[]): readonly Problem[] {
  if (first === undefined) return [];
  const { one, other } = first;
  const problem: Problem = {
    severity: 'warning',
    file: other.talk.file,
    line: undefined,
    item: other.talk.title,
    message: `On ${formatDay(other.slot.day)} it is in ${room} at ${timeOf(other.slot.start)}, where "${shorten(one.talk.title, TITLE_LENGTH)}" ${one.slot.end === undefined ? 'begins, too' : `goes on until ${timeOf(one.slot.end)}`}.${countPairs(others)}`,
  };
  return [problem];
}

function isTimed({ untimed }: Slot): boolean {
  return untimed === undefined;
}
