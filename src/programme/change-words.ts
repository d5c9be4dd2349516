import type { Change } from './changes.ts';
import { speakerNames } from './speaker-names.ts';
import type { Slot, Talk } from './talk.ts';
import { whenWords } from './when.ts';

/**
 * A change as people want to read it: what the talk is, who gives it, and both times and rooms, since those who had it
 * in mind remember the old ones. `Ceph at sea, Ada Lund: Thu 13 May 13:00–13:30, Quay Hall → Fri 14 May 14:00, Net Loft`
 */
export function changeWords(change: Change): string {
  const { talk } = change;
  const what = talk.speakers.length === 0 ? talk.title : `${talk.title}, ${speakerNames(talk)}`;
  const where = talk.slots.length === 0 ? '' : `, ${placesOf(talk)}`;
  switch (change.kind) {
    case 'added':
      return `New: ${what}${where}`;
    case 'restored':
      return `On again: ${what}${where}`;
    case 'cancelled':
      return `Cancelled: ${what}${talk.slots.length === 0 ? '' : ` (was ${placesOf(talk)})`}`;
    case 'moved':
    case 'room':
      return `${what}: ${placesOf(change.before)} → ${placesOf(talk)}`;
    case 'zone':
      return `Times are in another zone now: ${zoneOf(change.before)} → ${zoneOf(talk)}`;
    case 'retitled':
      return `${change.before.title} is now called ${what}`;
    case 'speakers':
      return `${talk.title}: ${speakerNames(change.before) || 'nobody'} → ${speakerNames(talk) || 'nobody'}`;
  }
}

function placesOf({ slots }: Talk): string {
  return slots.length === 0 ? 'not scheduled' : slots.map(placeOf).join('; ');
}

/** `UTC+02:00` */
function zoneOf({ slots: [first] }: Talk): string {
  const offset = first?.start.slice(19) ?? '';
  return offset === '' ? 'not known' : `UTC${offset}`;
}

function placeOf(slot: Slot): string {
  return [whenWords(slot), ...slot.rooms].join(', ');
}
