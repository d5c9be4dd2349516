import { ENGLISH } from '../words/en.ts';
import type { Words } from '../words/words.ts';
import type { Change } from './changes.ts';
import { dateOf, epochOf, formatSlot, formatTimes } from './moment.ts';
import { roomsOf, type Slot, speakerNames, type Talk } from './talk.ts';

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
      return `${talk.title}: ${describeMove(change.before, talk, wording)}`;
    case 'room':
      return `${talk.title}: ${describeRooms(change.before, talk, words)}`;
    case 'zone':
      return describeZones(change.before, talk, words);
    case 'retitled':
      return say.retitled(change.before.title, talk.title);
    case 'speakers':
      return `${talk.title}: ${describeSpeakers(change.before, talk)}`;
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
      return describeRooms(change.before, talk, words);
    case 'zone':
      return describeZones(change.before, talk, words);
    case 'retitled':
      return say.wasCalled(change.before.title);
    case 'speakers':
      return say.speakers(speakerNames(change.before) || say.nobody, speakerNames(talk) || say.nobody);
  }
}

function describeFormer(talk: Talk, wording: Wording): string {
  return talk.slots.length === 0 ? '' : wording.words.changes.was(formatPlaces(talk, wording));
}

/** The day once if it is the same, the ends only if the talk's length differs, and the rooms only if they do. */
function describeMove(before: Talk, talk: Talk, wording: Wording): string {
  const [[former, ...formers], [slot, ...slots]] = [before.slots, talk.slots];
  if (former === undefined || slot === undefined || formers.length + slots.length > 0)
    return `${formatPlaces(before, wording)} → ${formatPlaces(talk, wording)}`;
  const isSameDay = former.day === slot.day && dateOf(former.start) === dateOf(slot.start);
  const isAsLong = lengthOf(former) !== undefined && lengthOf(former) === lengthOf(slot);
  const [from, to] = [former, slot].map(each => (isAsLong ? withoutEnd(each) : each)) as [Slot, Slot];
  const now = isSameDay ? formatTimes(to, wording.words) : formatWhen(to, wording);
  const times = `${formatWhen(from, wording)} → ${now}`;
  const isSameRoom = former.rooms.join(', ') === slot.rooms.join(', ');
  return isSameRoom ? times : `${times}, ${describeRooms(before, talk, wording.words)}`;
}

function lengthOf({ start, end }: Slot): number | undefined {
  const [startsAt, endsAt] = [epochOf(start), end === undefined ? undefined : epochOf(end)];
  return startsAt === undefined || endsAt === undefined ? undefined : endsAt - startsAt;
}

function withoutEnd(slot: Slot): Slot {
  return { ...slot, end: undefined };
}

function describeRooms(before: Talk, talk: Talk, { changes: { noRoom } }: Words): string {
  const [first, others] = [noRoom.charAt(0).toUpperCase(), noRoom.slice(1)];
  return `${roomsOf(before).trim() || first + others} → ${roomsOf(talk).trim() || noRoom}`;
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
  const places = slots.map(slot => [formatWhen(slot, wording), ...slot.rooms].join(', '));
  return places.length === 0 ? wording.words.changes.notScheduled : places.join('; ');
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
