import { compare } from '../text/keys.ts';
import type { Slot } from './talk.ts';

/** A slot of a talk before and after a change; one of them is undefined if the slot is new or gone. */
export interface SlotPair {
  readonly former: Slot | undefined;
  readonly slot: Slot | undefined;
}

/** From sure to unsure: a slot that is added or dropped leaves the others what they were. */
const LIKENESS: readonly ((former: Slot, slot: Slot) => boolean)[] = [
  isSameSlot,
  (former, slot) => isSameStart(former, slot) && isSameRoom(former, slot),
  isSameStart,
  (former, slot) => former.day === slot.day && isSameRoom(former, slot),
  (former, slot) => former.day === slot.day,
  () => true,
];

/** For each slot the one of the former items that it was; none for a slot that is new. */
export function matchSlots<Former extends { readonly slot: Slot }>(
  formers: readonly Former[],
  slots: readonly Slot[],
  canBe: (former: Former, slot: Slot) => boolean = () => true,
): ReadonlyMap<Slot, Former> {
  const left = new Set(formers);
  const found = new Map<Slot, Former>();
  for (const isLike of LIKENESS)
    for (const slot of slots) {
      if (found.has(slot) || left.size === 0) continue;
      const former = [...left].find(each => canBe(each, slot) && isLike(each.slot, slot));
      if (former === undefined) continue;
      left.delete(former);
      found.set(slot, former);
    }
  return found;
}

/** Finds for each slot what it was, in the order of their former times. */
export function pairSlots(formers: readonly Slot[], slots: readonly Slot[]): readonly SlotPair[] {
  const found = matchSlots(
    formers.map(slot => ({ slot })),
    slots,
  );
  const kept = new Set([...found.values()].map(({ slot }) => slot));
  const gone = formers.filter(former => !kept.has(former)).map(former => ({ former, slot: undefined }));
  const now = slots.map(slot => ({ former: found.get(slot)?.slot, slot }));
  return [...gone, ...now].sort((a, b) => compare(startOf(a), startOf(b)));
}

/** The pairs of a talk that moves or changes rooms without the slots that stay as they are. */
export function differingSlots(formers: readonly Slot[], slots: readonly Slot[]): readonly SlotPair[] {
  return pairSlots(formers, slots).filter(
    ({ former, slot }) => former === undefined || slot === undefined || !isSameSlot(former, slot),
  );
}

export function isSameRoom(former: Slot, slot: Slot): boolean {
  return former.rooms.join(', ') === slot.rooms.join(', ');
}

export function isSameStart(former: Slot, slot: Slot): boolean {
  return former.start === slot.start;
}

function isSameSlot(former: Slot, slot: Slot): boolean {
  const isSameTime = isSameStart(former, slot) && former.end === slot.end && former.untimed === slot.untimed;
  return isSameTime && isSameRoom(former, slot);
}

function startOf({ former, slot }: SlotPair): string {
  return (former ?? slot)?.start ?? '';
}
