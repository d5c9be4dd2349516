import { matchSlots } from './slot-pairs.ts';
import type { Slot, Talk } from './talk.ts';

/** The number of a slot, by which the messages about it know it again. */
export function slotNumber({ slots }: Pick<Talk, 'slots'>, slot: Slot): number {
  return slot.number ?? slots.indexOf(slot);
}

/**
 * The talk with the numbers that its slots have in the former programme, wherever they are now. A new slot gets one that no
 * slot has there. Returns the talk itself if its slots have these numbers already.
 */
export function keepSlotNumbers(former: Talk, talk: Talk): Talk {
  if (former === talk) return talk;
  const formers = former.slots.map(slot => ({ slot, number: slotNumber(former, slot) }));
  const found = matchSlots(formers, talk.slots);
  let free = Math.max(-1, ...formers.map(({ number }) => number)) + 1;
  const numbers = talk.slots.map(slot => found.get(slot)?.number ?? free++);
  if (talk.slots.every((slot, place) => slotNumber(talk, slot) === numbers[place])) return talk;
  const slots = talk.slots.map(({ number: _, ...slot }, place) => {
    const number = numbers[place];
    return number === place ? slot : { ...slot, number };
  });
  return { ...talk, slots };
}
