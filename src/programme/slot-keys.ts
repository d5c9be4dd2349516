import type { Talk } from './talk.ts';

/** When a talk is, to be compared: the same for two talks of the same starts and ends. */
export function timesOf({ slots }: Talk): string {
  return slots.map(slot => `${slot.start} ${slot.end ?? ''}`).join('\n');
}

/** Where a talk is, to be compared. */
export function roomsOf({ slots }: Talk): string {
  return slots.map(slot => slot.rooms.join(', ')).join('\n');
}
