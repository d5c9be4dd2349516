import { compare } from '../text/keys.ts';
import type { Change } from './changes.ts';
import type { Slot } from './talk.ts';

/** A slot of a talk before and after a change; one of them is undefined if the slot is new or gone. */
export interface SlotPair {
  readonly former: Slot | undefined;
  readonly slot: Slot | undefined;
}

/** From sure to unsure: a slot that is added or dropped leaves the others what they were. */
const LIKENESS: readonly ((former: Slot, slot: Slot) => boolean)[] = [
  isSameSlot,
  isSameTime,
  (former, slot) => former.day === slot.day && isSameRoom(former, slot),
  (former, slot) => former.day === slot.day,
  () => true,
];

/** Finds for each slot what it was, in the order of their former times. */
export function pairSlots(formers: readonly Slot[], slots: readonly Slot[]): readonly SlotPair[] {
  const left = new Set(formers);
  const pairs = new Map<Slot, SlotPair>();
  for (const isLike of LIKENESS)
    for (const slot of slots.filter(each => !pairs.has(each))) {
      const former = [...left].find(each => isLike(each, slot));
      if (former === undefined) continue;
      left.delete(former);
      pairs.set(slot, { former, slot });
    }
  const gone = [...left].map(former => ({ former, slot: undefined }));
  const fresh = slots.filter(slot => !pairs.has(slot)).map(slot => ({ former: undefined, slot }));
  return [...gone, ...pairs.values(), ...fresh].sort((a, b) => compare(startOf(a), startOf(b)));
}

/** The pairs of a talk that moves or changes rooms without the slots that stay as they are. */
export function differingSlots(formers: readonly Slot[], slots: readonly Slot[]): readonly SlotPair[] {
  return pairSlots(formers, slots).filter(
    ({ former, slot }) => former === undefined || slot === undefined || !isSameSlot(former, slot),
  );
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

export function isSameRoom(former: Slot, slot: Slot): boolean {
  return former.rooms.join(', ') === slot.rooms.join(', ');
}

function isSameTime(former: Slot, slot: Slot): boolean {
  return former.start === slot.start && former.end === slot.end && former.untimed === slot.untimed;
}

function isSameSlot(former: Slot, slot: Slot): boolean {
  return isSameTime(former, slot) && isSameRoom(former, slot);
}

function startOf({ former, slot }: SlotPair): string {
  return (former ?? slot)?.start ?? '';
}
