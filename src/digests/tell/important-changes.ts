import type { Change } from '../../programme/changes.ts';
import { epochOf, findProgrammeDay } from '../../programme/moment.ts';
import type { Programme } from '../../programme/programme.ts';
import { slotsOf } from '../../programme/slot-pairs.ts';
import { isPause, type Slot, type Talk } from '../../programme/talk.ts';
import { talkTypeTest } from '../../search/filter/talk-types.ts';
import { addDays } from '../../text/read-day.ts';

/** A talk that moves is important to those who are on their way to it. */
const SOON_MS = 2 * 60 * 60 * 1000;

const isKeynote = talkTypeTest('keynote');

interface ChangesAt {
  readonly programme: Pick<Programme, 'conference'>;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/**
 * Whether a whole channel should hear of a change at once: of today and tomorrow, a talk that is cancelled or on again,
 * one that moves and begins within two hours, before or after, and whatever changes of a keynote.
 */
export function isImportant(change: Change, at: ChangesAt): boolean {
  const { talk } = change;
  if (isPause(talk) || change.kind === 'zone') return false;
  const slots = slotsToCome(change, at);
  if (slots.length === 0) return false;
  if ([talk, ...formerOf(change)].some(each => isKeynote?.(each) === true)) return true;
  switch (change.kind) {
    case 'cancelled':
    case 'restored':
      return true;
    case 'moved':
    case 'room':
      return slots.some(slot => beginsWithin(slot, at.now, SOON_MS));
    case 'added':
    case 'retitled':
    case 'speakers':
      return false;
    default:
      return change.kind satisfies never;
  }
}

/** The slots of a talk before and after a change that are today or tomorrow and not over. */
function slotsToCome(change: Change, { programme: { conference }, now }: ChangesAt): readonly Slot[] {
  const today = findProgrammeDay(now, conference);
  const days = [today, addDays(today, 1)];
  return slotsOf(change).filter(slot => days.includes(slot.day) && !isOver(slot, now));
}

function formerOf(change: Change): readonly Talk[] {
  return 'before' in change ? [change.before] : [];
}

/** A slot without an end, or on clocks of no known zone, is not over before its day is. */
export function isOver({ end }: Slot, now: number): boolean {
  const endsAt = end === undefined ? undefined : epochOf(end);
  return endsAt !== undefined && endsAt <= now;
}

function beginsWithin({ start }: Slot, now: number, ms: number): boolean {
  const startsAt = epochOf(start);
  return startsAt !== undefined && startsAt <= now + ms;
}
