import { compare, groupByEach } from '../../../text/keys.ts';
import type { Conference } from '../../conference.ts';
import { dateOf, isDate, listWholeDays, placeMoment, programmeDay, timeOf } from '../../moment.ts';
import type { Problem } from '../../problem.ts';
import type { Slot } from '../../talk.ts';
import type { DraftSlot, Entry } from '../draft.ts';

/** The slots of a talk on the conference's clocks, by time; a slot whose start is no time is a problem. */
export function placeSlots(
  entry: Entry,
  conference: Conference,
): { readonly slots: readonly Slot[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const slots = entry.talk.slots.flatMap(slot => {
    const { slot: existing, problem } = leaveSkippedHour(slot, conference, entry);
    if (problem !== undefined) problems.push(problem);
    const placed = placeSlot(existing, conference);
    if (placed.length === 0) problems.push(createTimeProblem(entry, slot));
    return placed;
  });
  const merged = mergeSimultaneousSlots(dropAnsweredDays(slots));
  return { slots: merged.sort((a, b) => compare(a.start, b.start)), problems };
}

/**
 * Moves a slot that begins in the hour that clocks skip behind that hour, with its length kept; a time with an offset is an
 * instant and exists.
 */
function leaveSkippedHour(
  slot: DraftSlot,
  { timeZone }: Conference,
  { draft, talk }: Entry,
): { readonly slot: DraftSlot; readonly problem?: Problem } {
  if (timeZone === undefined || slot.start.length !== 19) return { slot };
  const start = placeMoment(slot.start, timeZone);
  if (start === undefined || start.startsWith(slot.start)) return { slot };
  const [from, to] = [slot.start, slot.end ?? ''].map(time => Date.parse(`${time}Z`));
  const length = to === undefined || from === undefined ? Number.NaN : to - from;
  const end = length > 0 ? new Date(Date.parse(start) + length).toISOString() : slot.end;
  const message = `${dateOf(slot.start)} has no ${timeOf(slot.start)}, because the clocks of ${timeZone} go forward then; the talk is listed at ${timeOf(start)}. Correct its time.`;
  return {
    slot: { ...slot, start, end },
    problem: { severity: 'warning', file: draft.file, line: talk.line, item: talk.title, message },
  };
}

/** Puts a slot on the conference's clocks; none if its start is not a time. Whole days become a slot each. */
function placeSlot(slot: DraftSlot, conference: Conference): readonly Slot[] {
  const timeZone = slot.keepsOffset ? undefined : conference.timeZone;
  const { rooms } = slot;
  const isUntimed = isDate(slot.start);
  const start = placeMoment(isUntimed ? `${slot.start}T00:00:00` : slot.start, timeZone);
  if (start === undefined) return [];
  if (isUntimed) return [{ start: slot.start, end: undefined, rooms, day: slot.start, untimed: 'to come' }];
  const end = slot.end === undefined ? undefined : placeMoment(slot.end, timeZone);
  const days = listWholeDays(start, end);
  if (days.length > 0)
    return days.map(day => ({ start: day, end: undefined, rooms, day, untimed: 'all day' }));
  return [{ start, end, rooms, day: slot.day ?? programmeDay(start, resolveDayStart(slot, conference)) }];
}

/** A day without an hour says nothing new of a talk that has a time on it. */
function dropAnsweredDays(slots: readonly Slot[]): readonly Slot[] {
  const answered = new Set(slots.flatMap(({ day, untimed }) => (untimed === 'to come' ? [] : day)));
  return slots.filter(({ day, untimed }) => untimed !== 'to come' || !answered.has(day));
}

/** A talk that is in several rooms at one time has one slot; so has one whose time two files state. */
function mergeSimultaneousSlots(slots: readonly Slot[]): Slot[] {
  const byStart = groupByEach(slots, slot => [slot.start]);
  return [...byStart.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const rooms = new Set([first, ...others].flatMap(slot => slot.rooms));
    return { ...first, end: first.end ?? others.find(slot => slot.end)?.end, rooms: [...rooms] };
  });
}

/** Where times are UTC's for want of a zone, nobody knows when it is night at the conference: days are as written. */
function resolveDayStart(slot: DraftSlot, { timeZone, dayStart }: Conference): string {
  return timeZone === undefined && /Z$/i.test(slot.start) ? '00:00' : dayStart;
}

function createTimeProblem({ draft, talk }: Entry, slot: DraftSlot): Problem {
  return {
    severity: 'warning',
    file: draft.file,
    line: talk.line,
    item: talk.title,
    message: `"${slot.start}" is not a date and time; the talk is listed without a time.`,
  };
}
