import { placeMoment, timeOf } from '../moment.ts';
import type { Problem } from '../problem.ts';
import type { Draft, DraftSlot } from './draft.ts';

/**
 * Some programs write a conference's own clock and the offset of another zone beside it: 13:00 in Montreal as
 * `13:00:00+00:00`. A file is taken to do so where it states the time of day twice, both times agree, and the offset
 * is wrong for the conference's zone in every single slot; then its clock is believed and its offsets are not.
 */
export function correctOffsets(
  draft: Draft,
  timeZone: string | undefined,
): { readonly draft: Draft; readonly problems: readonly Problem[] } {
  const slots = draft.talks.flatMap(talk => talk.slots);
  if (timeZone === undefined || slots.length === 0 || !slots.every(slot => hasWrongOffset(slot, timeZone)))
    return { draft, problems: [] };
  const talks = draft.talks.map(talk => ({ ...talk, slots: talk.slots.map(stripSlotOffsets) }));
  const problem: Problem = {
    severity: 'warning',
    file: draft.file,
    line: undefined,
    item: undefined,
    message: `Every offset in this file is wrong for ${timeZone}; its times were read as that zone's clocks.`,
  };
  return { draft: { ...draft, talks }, problems: [problem] };
}

function hasWrongOffset({ start, clock }: DraftSlot, timeZone: string): boolean {
  if (clock === undefined || timeOf(start) !== clock || stripOffset(start) === start) return false;
  const placed = placeMoment(start, timeZone);
  return placed !== undefined && timeOf(placed) !== clock;
}

function stripSlotOffsets(slot: DraftSlot): DraftSlot {
  return {
    ...slot,
    start: stripOffset(slot.start),
    end: slot.end === undefined ? undefined : stripOffset(slot.end),
  };
}

function stripOffset(time: string): string {
  return time.replace(/(Z|[+-]\d\d:?\d\d)$/i, '');
}
