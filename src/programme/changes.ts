import { mapInSteps, type Steps } from '../text/steps.ts';
import { ENGLISH } from '../words/en.ts';
import type { Words } from '../words/words.ts';
import { keepCancelled, matchTalks, type Succession } from './joining/counterparts.ts';
import { dateOf, epochOf, formatSlot, formatTimes as formatSlotTimes } from './moment.ts';
import { createProgramme, type Programme } from './programme.ts';
import { type Moment, roomsOf, speakerNames, type Talk } from './talk.ts';

/** One thing that differs of a talk between two programmes; of one talk there may be several. */
export type Change =
  | { readonly kind: 'added' | 'cancelled'; readonly talk: Talk }
  | {
      readonly kind: 'restored' | 'moved' | 'room' | 'zone' | 'retitled' | 'speakers';
      readonly talk: Talk;
      readonly before: Talk;
    };

/**
 * The changes since people knew these talks, and the programme with the vanished talks as cancelled. There are no changes
 * if another event has taken the place of the former one.
 */
export function* compareWithKnown(
  talks: readonly Talk[],
  read: Programme,
): Steps<
  Succession & {
    readonly changes: readonly Change[];
    /** For each talk of the programme the same talk as people know it. */
    readonly formerOf: ReadonlyMap<Talk, Talk>;
  }
> {
  const before = createProgramme(read.conference, talks);
  yield;
  const succession = yield* keepCancelled(before, read);
  if (!succession.isSameEvent) return { ...succession, changes: [], formerOf: new Map() };
  const formerOf = yield* findFormers(before, succession.programme);
  return { ...succession, changes: yield* compareTalks(formerOf, succession.programme), formerOf };
}

/**
 * In the order of the new programme. A talk that is cancelled, new or on again is only that; else its time, or where that
 * reads the same or is the same instant its room, and that its clocks are in another zone, then its title, then its
 * speakers.
 */
export function* findChanges(before: Programme, after: Programme): Steps<readonly Change[]> {
  return yield* compareTalks(yield* findFormers(before, after), after);
}

function* findFormers(before: Programme, after: Programme): Steps<ReadonlyMap<Talk, Talk>> {
  const pairs = yield* matchTalks(before, after);
  return new Map([...pairs].map(([former, talk]) => [talk, former]));
}

function* compareTalks(formerOf: ReadonlyMap<Talk, Talk>, { talks }: Programme): Steps<readonly Change[]> {
  return (yield* mapInSteps(talks, talk => compareTalk(formerOf.get(talk), talk))).flat();
}

function compareTalk(before: Talk | undefined, talk: Talk): readonly Change[] {
  if (talk.status === 'cancelled') return before?.status === 'confirmed' ? [{ kind: 'cancelled', talk }] : [];
  if (before === undefined) return [{ kind: 'added', talk }];
  if (before.status === 'cancelled') return [{ kind: 'restored', talk, before }];
  const changed = (kind: 'moved' | 'room' | 'zone' | 'retitled' | 'speakers') => ({ kind, talk, before });
  const isMoved = formatTimes(before) !== formatTimes(talk) && instantsOf(before) !== instantsOf(talk);
  return [
    ...(isMoved ? [changed('moved')] : roomsOf(before) !== roomsOf(talk) ? [changed('room')] : []),
    ...(!isMoved && startsOf(before) !== startsOf(talk) ? [changed('zone')] : []),
    ...(before.title === talk.title ? [] : [changed('retitled')]),
    ...(speakerNames(before) === speakerNames(talk) ? [] : [changed('speakers')]),
  ];
}

function formatTimes({ slots }: Talk): string {
  return slots.map(slot => formatSlot(slot)).join('\n');
}

function instantsOf({ slots }: Talk): string {
  const instant = (moment: Moment) => epochOf(moment) ?? moment;
  return slots.map(({ start, end }) => `${instant(start)} ${end && instant(end)}`).join('\n');
}

function startsOf({ slots }: Talk): string {
  return slots.map(({ start }) => start).join('\n');
}

/**
 * A change as people want to read it: what the talk is, who gives it, and both times and rooms, since those who had it
 * in mind remember the old ones. `Ceph at sea, Ada Lund: Thu 13 May 13:00–13:30, Quay Hall → Fri 14 May 14:00, Net Loft`
 */
export function describeChange(change: Change, words: Words = ENGLISH): string {
  const { talk } = change;
  const say = words.changes;
  const what = talk.speakers.length === 0 ? talk.title : `${talk.title}, ${speakerNames(talk)}`;
  const places = formatPlaces(talk, words);
  const where = talk.slots.length === 0 ? '' : `, ${places}`;
  switch (change.kind) {
    case 'added':
      return say.added(`${what}${where}`);
    case 'restored':
      return say.restored(`${what}${where}`);
    case 'cancelled':
      return say.cancelled(`${what}${talk.slots.length === 0 ? '' : say.was(places)}`);
    case 'moved':
    case 'room':
      return `${what}: ${formatPlaces(change.before, words)} → ${places}`;
    case 'zone':
      return say.zone(formatZone(change.before, words), formatZone(talk, words));
    case 'retitled':
      return say.retitled(change.before.title, what);
    case 'speakers':
      return `${talk.title}: ${speakerNames(change.before) || say.nobody} → ${speakerNames(talk) || say.nobody}`;
  }
}

/**
 * Names what differs and nothing else, for those who know the talk: `Tue 11 May 11:00–12:00 → 13:00–14:00`,
 * `Quay Hall → Net Loft`, `Was called “Fog”`.
 */
export function describeDifference(change: Change, words: Words = ENGLISH): string {
  const { talk } = change;
  const say = words.changes;
  switch (change.kind) {
    case 'added':
      return say.added(formatPlaces(talk, words));
    case 'restored':
      return say.restored(formatPlaces(talk, words));
    case 'cancelled':
      return `${say.isCancelled}${talk.slots.length === 0 ? '' : say.was(formatPlaces(talk, words))}`;
    case 'moved':
      return describeMove(change.before, talk, words);
    case 'room':
      return `${roomsOf(change.before) || capitalise(say.noRoom)} → ${roomsOf(talk) || say.noRoom}`;
    case 'zone':
      return describeChange(change, words);
    case 'retitled':
      return say.wasCalled(change.before.title);
    case 'speakers':
      return say.speakers(speakerNames(change.before) || say.nobody, speakerNames(talk) || say.nobody);
  }
}

function capitalise(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** The day once if it is the same, and the rooms only if they differ. */
function describeMove(before: Talk, talk: Talk, words: Words): string {
  const [[former, ...formers], [slot, ...slots]] = [before.slots, talk.slots];
  if (former === undefined || slot === undefined || formers.length + slots.length > 0)
    return `${formatPlaces(before, words)} → ${formatPlaces(talk, words)}`;
  const isSameDay = former.day === slot.day && dateOf(former.start) === dateOf(slot.start);
  const now = isSameDay ? formatSlotTimes(slot, words) : formatSlot(slot, words);
  const times = `${formatSlot(former, words)} → ${now}`;
  const [from, to] = [former.rooms.join(', '), slot.rooms.join(', ')];
  const { noRoom } = words.changes;
  return from === to ? times : `${times}, ${from || noRoom} → ${to || noRoom}`;
}

function formatPlaces({ slots }: Talk, words: Words): string {
  const places = slots.map(slot => [formatSlot(slot, words), ...slot.rooms].join(', '));
  return places.length === 0 ? words.changes.notScheduled : places.join('; ');
}

/** `UTC+02:00` */
function formatZone({ slots: [first] }: Talk, words: Words): string {
  const offset = first?.start.slice(19) ?? '';
  return offset === '' ? words.changes.unknownZone : `UTC${offset}`;
}
