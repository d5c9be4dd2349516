import { ENGLISH } from '../words/en.ts';
import type { Words } from '../words/words.ts';
import type { Change } from './changes.ts';
import { dateOf, epochOf, formatSlot, formatTimes } from './moment.ts';
import { differingSlots, isSameRoom, pairSlots, type SlotPair } from './slot-pairs.ts';
import { type Slot, speakerNames, type Talk } from './talk.ts';

interface Wording {
  readonly words: Words;
  /** The programme day under which it is read, which is then left out. */
  readonly day: string | undefined;
}

/**
 * A change as those read it who do not have the talk in mind: its title, and nothing else but what differs.
 * `Ceph at sea: Quay Hall → Net Loft`, `Fog: Tue 11 May 10:00 → 11:30`, or `Fog: 10:00 → 11:30` below that day.
 */
export function describeChange(change: Change, words: Words = ENGLISH, day?: string): string {
  const { talk } = change;
  const say = words.changes;
  const wording = { words, day };
  switch (change.kind) {
    case 'added':
    case 'restored': {
      const places = talk.slots.length === 0 ? [] : [formatPlaces(talk, wording)];
      const who = talk.speakers.length === 0 ? [] : [speakerNames(talk)];
      return say[change.kind]([talk.title, ...who, ...places].join(', '));
    }
    case 'cancelled':
      return say.cancelled(`${talk.title}${describeFormer(talk, wording)}`);
    case 'moved':
      return `${talk.title}${words.colon}${describeMove(change.before, talk, wording)}`;
    case 'room':
      return `${talk.title}${words.colon}${describeRoomChange(change.before, talk, wording)}`;
    case 'zone':
      return describeZones(change.before, talk, words);
    case 'retitled':
      return say.retitled(change.before.title, talk.title);
    case 'speakers':
      return `${talk.title}${words.colon}${describeSpeakers(change.before, talk)}`;
  }
}

/**
 * The same for those who know the talk: `Tue 11 May 11:00 → 13:00`, `Quay Hall → Net Loft`, `Was called “Fog”`.
 */
export function describeDifference(change: Change, words: Words = ENGLISH): string {
  const { talk } = change;
  const say = words.changes;
  const wording = { words, day: undefined };
  switch (change.kind) {
    case 'added':
    case 'restored':
      return say[change.kind](formatPlaces(talk, wording));
    case 'cancelled':
      return `${say.isCancelled}${describeFormer(talk, wording)}`;
    case 'moved':
      return describeMove(change.before, talk, wording);
    case 'room':
      return beginLine(describeRoomChange(change.before, talk, wording), words);
    case 'zone':
      return describeZones(change.before, talk, words);
    case 'retitled':
      return say.wasCalled(change.before.title);
    case 'speakers':
      return say.speakers(speakerNames(change.before) || say.nobody, speakerNames(talk) || say.nobody);
  }
}

/** `No room → Quay Hall`; a room's own name is left as it is written. */
function beginLine(line: string, { changes: { noRoom } }: Words): string {
  return line.startsWith(noRoom) ? line.charAt(0).toUpperCase() + line.slice(1) : line;
}

function describeFormer(talk: Talk, wording: Wording): string {
  return talk.slots.length === 0 ? '' : wording.words.changes.was(formatPlaces(talk, wording));
}

/** Slot by slot, those alone that differ; `+` and `−` tell of one more and one less. */
function describeMove(before: Talk, talk: Talk, wording: Wording): string {
  if (before.slots.length === 0 || talk.slots.length === 0)
    return `${formatPlaces(before, wording)} → ${formatPlaces(talk, wording)}`;
  const pairs = differingSlots(before.slots, talk.slots);
  return pairs.map(pair => describePair(pair, wording)).join('; ');
}

function describePair({ former, slot }: SlotPair, wording: Wording): string {
  if (former === undefined) return slot === undefined ? '' : `+ ${formatPlace(slot, wording)}`;
  if (slot === undefined) return `− ${formatPlace(former, wording)}`;
  if (formatSlot(former) === formatSlot(slot))
    return `${formatWhen(former, wording)}, ${describeRooms(former, slot, wording.words)}`;
  const times = describeTimes(former, slot, wording);
  return isSameRoom(former, slot) ? times : `${times}, ${describeRooms(former, slot, wording.words)}`;
}

/**
 * The day once if it is the same, and not at all below that day; both days if they differ. The ends only if the talk's
 * length differs.
 */
function describeTimes(former: Slot, slot: Slot, { words, day }: Wording): string {
  const isSameDay = former.day === slot.day && dateOf(former.start) === dateOf(slot.start);
  const isAsLong = lengthOf(former) !== undefined && lengthOf(former) === lengthOf(slot);
  const [from, to] = [former, slot].map(each => (isAsLong ? withoutEnd(each) : each)) as [Slot, Slot];
  const wording = { words, day: former.day === slot.day ? day : undefined };
  return `${formatWhen(from, wording)} → ${isSameDay ? formatTimes(to, words) : formatWhen(to, wording)}`;
}

function lengthOf({ start, end }: Slot): number | undefined {
  const [startsAt, endsAt] = [epochOf(start), end === undefined ? undefined : epochOf(end)];
  return startsAt === undefined || endsAt === undefined ? undefined : endsAt - startsAt;
}

function withoutEnd(slot: Slot): Slot {
  return { ...slot, end: undefined };
}

/** The rooms alone, and of a talk with several slots when it is there. */
function describeRoomChange(before: Talk, talk: Talk, wording: Wording): string {
  const isOnce = before.slots.length === 1 && talk.slots.length === 1;
  return pairSlots(before.slots, talk.slots)
    .flatMap(({ former, slot }) => {
      if (former === undefined || slot === undefined || isSameRoom(former, slot)) return [];
      const rooms = describeRooms(former, slot, wording.words);
      return [isOnce ? rooms : `${formatWhen(slot, wording)}, ${rooms}`];
    })
    .join('; ');
}

function describeRooms(former: Slot, slot: Slot, { changes: { noRoom } }: Words): string {
  const [from, to] = [former, slot].map(({ rooms }) => rooms.join(', ') || noRoom);
  return `${from} → ${to}`;
}

/** Those who stay are not named: `Ada Lund → Zoë Meer`, or `+ Zoë Meer` if nobody leaves. */
function describeSpeakers(before: Talk, talk: Talk): string {
  const namesBut = (those: Talk, others: Talk) =>
    speakerNames({ speakers: those.speakers.filter(({ name }) => !isAmong(name, others)) });
  const [gone, come] = [namesBut(before, talk), namesBut(talk, before)];
  if (gone !== '' && come !== '') return `${gone} → ${come}`;
  if (gone + come === '') return `${speakerNames(before)} → ${speakerNames(talk)}`;
  return come === '' ? `− ${gone}` : `+ ${come}`;
}

function isAmong(name: string, { speakers }: Talk): boolean {
  return speakers.some(speaker => speaker.name === name);
}

function formatPlaces({ slots }: Talk, wording: Wording): string {
  const places = slots.map(slot => formatPlace(slot, wording));
  return places.length === 0 ? wording.words.changes.notScheduled : places.join('; ');
}

function formatPlace(slot: Slot, wording: Wording): string {
  return [formatWhen(slot, wording), ...slot.rooms].join(', ');
}

/** A night that belongs to the day stands under it without a date, as it does in the day's list. */
function formatWhen(slot: Slot, { words, day }: Wording): string {
  return slot.day === day ? formatTimes(slot, words) : formatSlot(slot, words);
}

function describeZones(before: Talk, talk: Talk, words: Words): string {
  return words.changes.zone(formatZone(before, words), formatZone(talk, words));
}

/** `UTC+02:00` */
function formatZone({ slots: [first] }: Talk, words: Words): string {
  const offset = first?.start.slice(19) ?? '';
  return offset === '' ? words.changes.unknownZone : `UTC${offset}`;
}
