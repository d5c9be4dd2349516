import type { Change } from '../../programme/changes.ts';
import { epochOf, findProgrammeDay } from '../../programme/moment.ts';
import { isPause, type Slot, type Talk } from '../../programme/talk.ts';
import { talkTypeTest } from '../../search/filter/talk-types.ts';
import { addDays } from '../../text/read-day.ts';
import { type ChangesAt, slotsToCome } from './to-come.ts';

/** A talk that moves is important to those who are on their way to it. */
const SOON_MS = 2 * 60 * 60 * 1000;

const isKeynote = talkTypeTest('keynote');

/**
 * Whether a whole channel should hear of a change at once: of today and tomorrow, a talk that is cancelled or on again,
 * one that moves and begins within two hours, before or after, and whatever changes of a keynote.
 */
export function isImportant(change: Change, at: ChangesAt): boolean {
  const { talk } = change;
  if (isPause(talk) || change.kind === 'zone') return false;
  const today = findProgrammeDay(at.now, at.programme.conference);
  const slots = slotsToCome(change, at).filter(({ day }) => day <= addDays(today, 1));
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

function formerOf(change: Change): readonly Talk[] {
  return 'before' in change ? [change.before] : [];
}

function beginsWithin({ start }: Slot, now: number, ms: number): boolean {
  const startsAt = epochOf(start);
  return startsAt !== undefined && startsAt <= now + ms;
}
