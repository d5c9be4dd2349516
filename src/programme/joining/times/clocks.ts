import { placeMoment, timeOf } from '../../moment.ts';
import type { Problem } from '../../problem.ts';
import type { Draft, DraftSlot } from '../draft.ts';

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

/**
 * A file that names the conference's zone writes that zone's offsets. One that is an hour from what Node knows comes of a
 * newer rule of that zone, so its times stay as they are written. UTC stays an instant: some programs write it for every
 * zone.
 */
export function keepNewOffsets(
  draft: Draft,
  timeZone: string | undefined,
): { readonly draft: Draft; readonly problems: readonly Problem[] } {
  if (timeZone === undefined || draft.timeZone !== timeZone) return { draft, problems: [] };
  const slots = draft.talks.flatMap(talk => talk.slots);
  const newer = slots.filter(slot => hasNewOffset(slot, timeZone));
  const [first] = newer;
  if (first === undefined) return { draft, problems: [] };
  // A zone has one offset on a day: if others on that day have the one that Node knows, this time is of another zone.
  const settled = new Set(slots.filter(({ start }) => isAsKnown(start, timeZone)).map(dayOf));
  if (newer.some(slot => settled.has(dayOf(slot)))) return { draft, problems: [] };
  const keep = (slot: DraftSlot) => (hasNewOffset(slot, timeZone) ? { ...slot, keepsOffset: true } : slot);
  const talks = draft.talks.map(talk => ({ ...talk, slots: talk.slots.map(keep) }));
  const problem: Problem = {
    severity: 'warning',
    file: draft.file,
    line: undefined,
    item: undefined,
    message: `On ${first.start.slice(0, 10)} the file has ${timeZone} at UTC${first.start.slice(19)}, and this Node has it an hour from that; the file's times were kept. Use the newest release of Node 22 or later, which knows new rules of time zones.`,
  };
  return { draft: { ...draft, talks }, problems: [problem] };
}

function isAsKnown(start: string, timeZone: string): boolean {
  return start.length > 20 && placeMoment(start, timeZone) === start;
}

function dayOf({ start }: DraftSlot): string {
  return start.slice(0, 10);
}

const HOUR_MS = 60 * 60 * 1000;

function hasNewOffset({ start, clock }: DraftSlot, timeZone: string): boolean {
  const isInstant = /[+-]\d\d:?\d\d$/.test(start) && !/[+-]00:?00$/.test(start);
  if (!isInstant || (clock !== undefined && clock.slice(0, 5) !== timeOf(start))) return false;
  const placed = placeMoment(start, timeZone);
  if (placed === undefined) return false;
  const apart = Date.parse(`${placed.slice(0, 19)}Z`) - Date.parse(`${start.slice(0, 19)}Z`);
  return Math.abs(apart) === HOUR_MS;
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
