import { fold } from '../text/fold.ts';
import { mapInSteps, type Steps } from '../text/steps.ts';
import { matchTalks, type Succession, succeed } from './joining/counterparts.ts';
import { epochOf, formatSlot } from './moment.ts';
import { createProgramme, type Programme } from './programme.ts';
import { differingSlots } from './slot-pairs.ts';
import { type Moment, roomsOf, type Slot, speakerNames, type Talk } from './talk.ts';

/** One thing that differs of a talk between two programmes; of one talk there may be several. */
export type Change =
  | { readonly kind: 'added' | 'cancelled'; readonly talk: Talk }
  | {
      readonly kind: 'restored' | 'moved' | 'room' | 'zone' | 'retitled' | 'speakers';
      readonly talk: Talk;
      readonly before: Talk;
    };

/** Another way to write a title is only edited: letters of the other case, marks, spaces. */
export function isForReaders(change: Change): boolean {
  switch (change.kind) {
    case 'added':
    case 'cancelled':
    case 'restored':
    case 'moved':
    case 'room':
    case 'zone':
    case 'speakers':
      return true;
    case 'retitled':
      return fold(change.talk.title) !== fold(change.before.title);
    default:
      return change satisfies never;
  }
}

/** The slots that a change is about, before and after it: of a talk that moves or changes rooms those that differ. */
export function slotsOf(change: Change): readonly Slot[] {
  const { talk } = change;
  if (!('before' in change)) return talk.slots;
  const { before, kind } = change;
  if (kind !== 'moved' && kind !== 'room') return [...before.slots, ...talk.slots];
  return differingSlots(before.slots, talk.slots).flatMap(({ former, slot }) =>
    [former, slot].filter(each => each !== undefined),
  );
}

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
  const succession = yield* succeed(before, read);
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
