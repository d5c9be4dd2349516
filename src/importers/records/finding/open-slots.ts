import type { OpenSlot } from '../../../programme/joining/draft.ts';
import { readClock } from '../../reading/clock.ts';
import { isFields, listFields } from '../../reading/json.ts';
import { textOf } from './values.ts';

/**
 * Finds the times of RubyEvents' `schedule.yml` that talks of `videos.yml` fill in their order: rows of a day's `grid`
 * with a number of `slots` and without `items`.
 */
export function findOpenSlots(document: unknown): readonly OpenSlot[] {
  if (!isFields(document)) return [];
  return listFields(document.days).flatMap(({ date, grid }) => {
    const day = textOf(date);
    return /^\d{4}-\d\d-\d\d$/.test(day) ? listFields(grid).flatMap(row => readOpenSlot(day, row) ?? []) : [];
  });
}

function readOpenSlot(day: string, row: Readonly<Record<string, unknown>>): OpenSlot | undefined {
  const [start, end] = [row.start_time, row.end_time].map(time => readClock(textOf(time)));
  const count = Number(textOf(row.slots));
  const isOpen = !Array.isArray(row.items) || row.items.length === 0;
  if (start === undefined || !isOpen || !Number.isInteger(count) || count < 1 || count > COUNT_MAX)
    return undefined;
  return {
    day,
    start: `${day}T${start}`,
    end: end === undefined ? undefined : `${day}T${end}`,
    count,
  };
}

/** No conference has as many rooms. */
const COUNT_MAX = 100;
