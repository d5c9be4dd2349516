import { pluralise } from '../text/display.ts';
import { compare, groupByEach } from '../text/keys.ts';
import { epochOf, timeOf } from './moment.ts';
import type { Slot, Talk } from './talk.ts';

/** A talk that somebody should look at, and why. */
export interface Outlier {
  readonly talk: Talk;
  readonly why: string;
}

const MINUTE_MS = 60_000;

/**
 * The talks that are least like what a talk usually is, the strangest first: not wrong, but where a mistake in a
 * schedule shows first.
 */
export function findOutliers(talks: readonly Talk[], count = 5): readonly Outlier[] {
  const said = talks.filter(({ kind }) => kind === 'talk');
  const slots = said.flatMap(talk => talk.slots);
  const haveRooms = slots.filter(({ rooms }) => rooms.length > 0).length > slots.length / 2;
  const found = said
    .flatMap(talk => findOddities(talk, haveRooms).map(({ why, odd }) => ({ talk, why, odd })))
    .sort((a, b) => b.odd - a.odd || compare(a.talk.id, b.talk.id));
  return [...groupByEach(found, ({ talk }) => [talk]).values()]
    .flatMap(([first]) => first ?? [])
    .slice(0, count)
    .map(({ talk, why }) => ({ talk, why }));
}

interface Oddity {
  readonly why: string;
  /** From 0, usual, to 10, hardly possible. */
  readonly odd: number;
}

/** Without a room is odd only where most talks have one. */
function findOddities(talk: Talk, haveRooms: boolean): readonly Oddity[] {
  const { title, speakers, slots } = talk;
  const found: Oddity[] = slots.flatMap(findSlotOddities);
  if (haveRooms && slots.some(({ rooms }) => rooms.length === 0))
    found.push({ why: 'it has a time and no room', odd: 1 });
  if (title.length > 200) found.push({ why: `its title has ${title.length} characters`, odd: 5 });
  if (title.length < 4) found.push({ why: `its title is "${title}"`, odd: 5 });
  if (/[\ufffd]|Ã.|â€/.test(title)) found.push({ why: 'its title has damaged characters', odd: 8 });
  if (speakers.length > 10) found.push({ why: `it has ${speakers.length} speakers`, odd: 4 });
  const times = slots.filter(({ untimed }) => untimed === undefined).length;
  if (times > 5) found.push({ why: `it takes place ${times} times`, odd: 3 });
  return found;
}

function findSlotOddities({ start, end, rooms }: Slot): readonly Oddity[] {
  const [from, to] = [epochOf(start), end === undefined ? undefined : epochOf(end)];
  const minutes = from === undefined || to === undefined ? undefined : (to - from) / MINUTE_MS;
  const hour = Number(timeOf(start).slice(0, 2));
  const found: Oddity[] = [];
  if (minutes !== undefined && minutes <= 0) found.push({ why: 'it ends before it begins', odd: 10 });
  else if (minutes !== undefined && minutes < 5)
    found.push({ why: `it takes ${pluralise(minutes, 'minute')}`, odd: 7 });
  if (minutes !== undefined && minutes > 240)
    found.push({ why: `it takes ${Math.round(minutes / 60)} hours`, odd: 4 + minutes / 600 });
  if (hour >= 1 && hour < 7) found.push({ why: `it begins at ${timeOf(start)}`, odd: 6 });
  if (rooms.length > 3) found.push({ why: `it is in ${rooms.length} rooms at once`, odd: 4 });
  return found;
}
