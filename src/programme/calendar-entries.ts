import { compare, groupByEach, guidOf } from '../text/keys.ts';
import type { Conference } from './conference.ts';
import { isSameStart, matchSlots } from './slot-pairs.ts';
import { type Slot, speakerNames, type Talk } from './talk.ts';

/** A slot as calendars show it. */
export interface CalendarEvent {
  readonly talk: Talk;
  readonly slot: Slot;
  /** The same for as long as the slot exists, even if the talk is renamed or moved. */
  readonly uid: string;
  /** How often it was changed (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
  /** When it was last changed, in milliseconds since 1970; undefined if it never was. */
  readonly modifiedAt: number | undefined;
  /** True if the talk no longer has this slot. */
  readonly isLost: boolean;
}

/** All that cannot be told of an event from its talk as it is now. Events that never changed have no entry. */
export interface CalendarEntry extends Pick<CalendarEvent, 'uid' | 'sequence'> {
  readonly talkId: string;
  readonly modifiedAt: number;
  /** The place among the talk's slots, or the slot that the talk no longer has. */
  readonly slot: number | Slot;
}

/** The events of a talk: one for each slot, then those that it no longer has. `entries` are the talk's own. */
export function eventsOf(
  talk: Talk,
  conference: Conference,
  entries: readonly CalendarEntry[] = [],
): readonly CalendarEvent[] {
  const live = talk.slots.map((slot, place): CalendarEvent => {
    const entry = entries.find(each => each.slot === place);
    const { sequence = 0, modifiedAt } = entry ?? {};
    return {
      talk,
      slot,
      uid: entry?.uid ?? usualUid(talk, place, conference),
      sequence,
      modifiedAt,
      isLost: false,
    };
  });
  const lost = entries.flatMap(({ slot, uid, sequence, modifiedAt }): readonly CalendarEvent[] =>
    typeof slot === 'number' ? [] : [{ talk, slot, uid, sequence, modifiedAt, isLost: true }],
  );
  return [...live, ...lost];
}

/** The UID of a slot that never changed. It needs no memory: each export and each feed has the same one. */
function usualUid({ id }: Talk, place: number, { name = '' }: Conference): string {
  return guidOf(name, id, `${place}`);
}

export interface ProgrammeSuccession {
  readonly conference: Conference;
  readonly talks: readonly Talk[];
  /** For each of the talks the same talk in the programme before. */
  readonly formerOf: ReadonlyMap<Talk, Talk>;
}

/**
 * The entries after a programme was read anew, by UID. Each slot keeps its UID, wherever it is moved and whatever its
 * talk is called now; one that was changed has a higher sequence; one that is gone stays as lost.
 */
export function nextEntries(
  known: readonly CalendarEntry[],
  { conference, talks, formerOf }: ProgrammeSuccession,
  now: number,
): readonly CalendarEntry[] {
  const byTalk = groupByEach(known, ({ talkId }) => [talkId]);
  // Nearly all talks are the same objects as before, and to hash and compare those of a large conference takes a while.
  const isSame = (talk: Talk) => formerOf.get(talk) === talk;
  const followed = talks
    .filter(talk => !isSame(talk))
    .map(talk => {
      const former = formerOf.get(talk);
      const before = former === undefined ? [] : eventsOf(former, conference, byTalk.get(former.id));
      return followTalk(talk, before, now);
    });
  const taken = computeOnce(() => {
    const others = talks.filter(isSame).flatMap(talk => eventsOf(talk, conference, byTalk.get(talk.id)));
    const own = followed.flatMap(({ slots, lost }) => [...slots, ...lost]);
    return new Set([...others, ...own].flatMap(event => event?.uid ?? []));
  });
  const kept = talks.filter(isSame).flatMap(({ id }) => byTalk.get(id) ?? []);
  const made = followed.flatMap(talk => entriesOf(talk, { conference, taken, now }));
  return [...kept, ...made].sort((a, b) => compare(a.uid, b.uid));
}

/** A talk's events as they become: undefined for a slot that is new. */
interface FollowedTalk {
  readonly talk: Talk;
  readonly slots: readonly (CalendarEvent | undefined)[];
  readonly lost: readonly CalendarEvent[];
}

function followTalk(talk: Talk, before: readonly CalendarEvent[], now: number): FollowedTalk {
  const found = matchSlots(before, talk.slots, canBe);
  const paired = talk.slots.map(slot => found.get(slot));
  const revised = (event: CalendarEvent) => ({ ...event, sequence: event.sequence + 1, modifiedAt: now });
  const slots = paired.map((former, place) => {
    const slot = talk.slots[place];
    if (former === undefined || slot === undefined) return undefined;
    return contentOf(former) === contentOf({ talk, slot, isLost: false }) ? former : revised(former);
  });
  const left = before.filter(event => !paired.includes(event));
  return { talk, slots, lost: left.map(event => (event.isLost ? event : revised(event))) };
}

/** The entries of a talk, without those that tell nothing. */
function entriesOf(
  { talk, slots, lost }: FollowedTalk,
  {
    conference,
    taken,
    now,
  }: { readonly conference: Conference; readonly taken: () => Set<string>; readonly now: number },
): readonly CalendarEntry[] {
  const live = slots.flatMap((event, place): readonly CalendarEntry[] => {
    const usual = usualUid(talk, place, conference);
    const uid = event?.uid ?? freeUid(usual, taken());
    const { sequence = 0, modifiedAt } = event ?? {};
    return uid === usual && modifiedAt === undefined
      ? []
      : [{ talkId: talk.id, uid, sequence, modifiedAt: modifiedAt ?? now, slot: place }];
  });
  const gone = lost.map(({ uid, sequence, modifiedAt = now, slot }) => ({
    talkId: talk.id,
    uid,
    sequence,
    modifiedAt,
    slot,
  }));
  return [...live, ...gone];
}

/** Computes a value when it is first asked for. */
function computeOnce<Value>(compute: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}

/** An event that was lost comes back only at its own time. */
function canBe({ isLost, slot: former }: CalendarEvent, slot: Slot): boolean {
  return !isLost || isSameStart(former, slot);
}

/** All that an event tells, to be compared. */
function contentOf({ talk, slot, isLost }: Pick<CalendarEvent, 'talk' | 'slot' | 'isLost'>): string {
  const { title, abstract, track, kind, status, links } = talk;
  const { start, end, untimed, rooms, day } = slot;
  const said = [title, abstract, track, kind, status, links, speakerNames(talk)];
  return JSON.stringify([...said, start, end, untimed, rooms, day, isLost]);
}

/** The number of an id may have gone to another talk, with which its usual UID stays. */
function freeUid(usual: string, taken: Set<string>): string {
  let uid = usual;
  for (let times = 2; taken.has(uid); times++) uid = guidOf(usual, `${times}`);
  taken.add(uid);
  return uid;
}
