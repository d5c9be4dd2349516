import { Temporal } from 'temporal-polyfill';
import { compare } from '../../text/compare.ts';
import { nameKey } from '../../text/fold.ts';
import { groupByEach } from '../../text/group.ts';
import { dateOf, isDate } from '../moment.ts';
import type { DraftSlot, Entry } from './draft.ts';

/**
 * Makes one entry of the cells of a timetable that hold the same: cells that follow each other in a room are one slot, and
 * what is in several rooms at one time is one slot, too. A cell lasts as long as cells of the timetable mostly do.
 */
export function mergeCells(entries: readonly Entry[]): readonly Entry[] {
  const cells = entries.filter(({ draft }) => draft.isGridCell);
  if (cells.length === 0) return entries;
  const minutes = findUsualMinutes(cells.flatMap(({ talk }) => talk.slots));
  const groups = groupByEach(cells, ({ talk }) => [talk.id ?? nameKey(talk.title)]);
  const united = [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const slots = [first, ...others].flatMap(({ talk }) => talk.slots);
    const byRoom = groupByEach(slots, ({ rooms }) => [rooms.join('\n')]);
    const runs = [...byRoom.values()].flatMap(ofRoom => mergeConsecutive(ofRoom, minutes));
    return [{ ...first, talk: { ...first.talk, slots: runs } }];
  });
  return [...entries.filter(({ draft }) => !draft.isGridCell), ...united];
}

/**
 * The time between starts that follow each other in a room on one day, where that is most often the same; an hour where
 * none do.
 */
function findUsualMinutes(slots: readonly DraftSlot[]): number {
  const byRoomAndDay = groupByEach(slots, ({ rooms, start }) => [[...rooms, dateOf(start)].join('\n')]);
  const gaps = [...byRoomAndDay.values()].flatMap(ofRoom => {
    const starts = [...new Set(ofRoom.map(({ start }) => start))].sort();
    return starts.slice(1).map((start, at) => minutesBetween(starts[at] ?? start, start));
  });
  const counts = groupByEach(gaps, gap => [`${gap}`]);
  const [most] = [...counts.values()].sort((a, b) => b.length - a.length);
  return most?.[0] ?? 60;
}

function mergeConsecutive(slots: readonly DraftSlot[], minutes: number): readonly DraftSlot[] {
  const runs: DraftSlot[] = [];
  for (const slot of [...slots].sort((a, b) => compare(a.start, b.start))) {
    const end = slot.end ?? (isDate(slot.start) ? undefined : addMinutes(slot.start, minutes));
    const last = runs.at(-1);
    if (last !== undefined && last.end === slot.start) runs.splice(-1, 1, { ...last, end });
    else runs.push({ ...slot, end });
  }
  return runs;
}

function minutesBetween(from: string, to: string): number {
  return parseLocal(from).until(parseLocal(to)).total('minutes');
}

function addMinutes(start: string, minutes: number): string {
  return parseLocal(start).add({ minutes }).toString({ smallestUnit: 'second' }) + start.slice(19);
}

function parseLocal(time: string): Temporal.PlainDateTime {
  return Temporal.PlainDateTime.from(time.slice(0, 19));
}
