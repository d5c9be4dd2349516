import { type Change, slotsOf } from '../../programme/changes.ts';
import { epochOf, findProgrammeDay } from '../../programme/moment.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Slot } from '../../programme/talk.ts';

export interface ChangesAt {
  readonly programme: Pick<Programme, 'conference'>;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** Whether anything that a change is about is not over, before it or after it; a talk without times is not. */
export function isToCome(change: Change, at: ChangesAt): boolean {
  return slotsOf(change).length === 0 || slotsToCome(change, at).length > 0;
}

/** The slots that a change is about and that are not over. */
export function slotsToCome(change: Change, { programme: { conference }, now }: ChangesAt): readonly Slot[] {
  const today = findProgrammeDay(now, conference);
  return slotsOf(change).filter(slot => slot.day >= today && !isOver(slot, now));
}

/** A slot without an end, or on clocks of no known zone, is not over before its day is. */
function isOver({ end }: Slot, now: number): boolean {
  const endsAt = end === undefined ? undefined : epochOf(end);
  return endsAt !== undefined && endsAt <= now;
}
