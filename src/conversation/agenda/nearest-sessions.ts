import { timeOf } from '../../programme/moment.ts';
import type { Session } from '../../programme/sessions.ts';
import { isHeld } from '../../programme/talk.ts';
import type { When } from '../when.ts';
import type { SessionGroup } from './sessions-at.ts';

/** A message has room for so many sessions before a time, and as many after it. */
const NEAREST_MAX = 6;

/** The last sessions before a time that has none, and the first after it; those of one group begin together. */
export function findNearest(when: When, sessions: readonly Session[]): readonly SessionGroup[] {
  const times = timesOf(when);
  if (times === undefined) return [];
  const { first, last, from, to } = times;
  const timed = sessions.filter(({ talk, slot }) => isHeld(talk) && slot.untimed === undefined);
  const before = timed.findLast(
    ({ slot }) => slot.day < first || (slot.day === first && from !== undefined && timeOf(slot.start) < from),
  );
  const after = timed.find(
    ({ slot }) => slot.day > last || (slot.day === last && to !== undefined && timeOf(slot.start) >= to),
  );
  const together = (one: Session | undefined) =>
    timed.filter(({ slot }) => slot.start === one?.slot.start).slice(0, NEAREST_MAX);
  return [
    { heading: 'Last before', sessions: together(before) },
    { heading: 'First after', sessions: together(after) },
  ].filter(group => group.sessions.length > 0);
}

interface Times {
  readonly first: string;
  readonly last: string;
  /** Without it a time begins with its first day; without `to` it ends with its last. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The days and times of an agenda; undefined for one that is about now or about all days. */
function timesOf(when: When): Times | undefined {
  switch (when.kind) {
    case 'window':
      return { first: when.day, last: when.day, from: when.from, to: when.to };
    case 'moment':
      return { first: when.day, last: when.day, from: when.time, to: when.time };
    case 'day':
    case 'first':
    case 'last':
      return { first: when.day, last: when.day };
    case 'days': {
      const [first, last] = [when.days[0], when.days.at(-1)];
      return first === undefined || last === undefined ? undefined : { first, last };
    }
    case 'now':
    case 'next':
    case 'any':
      return undefined;
  }
}
