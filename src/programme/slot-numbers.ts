import { matchSlots } from './slot-pairs.ts';
import type { Slot, Talk } from './talk.ts';

/** The number of a slot, by which the messages about it know it again. */
export function slotNumber({ slots }: Pick<Talk, 'slots'>, slot: Slot): number {
  return slot.number ?? slots.indexOf(slot);
}

/**
 * The talk with the numbers that its slots have in the former programme, wherever they are now. A new slot gets one that no
 * slot has there, its place if it can: so one that was taken out for a moment is what it was before, also to a process that
 * never missed it. Returns the talk itself if its slots have these numbers already.
 */
export function keepSlotNumbers(former: Talk, talk: Talk): Talk {
  if (former === talk) return talk;
  const formers = former.slots.map(slot => ({ slot, number: slotNumber(former, slot) }));
  const found = matchSlots(formers, talk.slots);
  const taken = new Set(formers.map(({ number }) => number));
  const numbers = talk.slots.map((slot, place) => found.get(slot)?.number ?? takeFree(place, taken));
  if (talk.slots.every((slot, place) => slotNumber(talk, slot) === numbers[place])) return talk;
  const slots = talk.slots.map(({ number: _, ...slot }, place) => {
    const number = numbers[place];
    return number === place ? slot : { ...slot, number };
  });
  return { ...talk, slots };
}

function takeFree(place: number, taken: Set<number>): number {
  const number = taken.has(place) ? Math.max(...taken) + 1 : place;
  taken.add(number);
  return number;
}
