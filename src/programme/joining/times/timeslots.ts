import { Temporal } from 'temporal-polyfill';
import { pluralise } from '../../../text/display.ts';
import { isDate } from '../../moment.ts';
import type { Problem } from '../../problem.ts';
import type { Draft, DraftSlot, DraftTimeslot } from '../draft.ts';

/**
 * Gives talks that name their time by an id, `timeslot: slot-1`, the time that another file has under it. All that no file
 * has are reported in one line.
 */
export function resolveTimeslots(drafts: readonly Draft[]): {
  readonly drafts: readonly Draft[];
  readonly problems: readonly Problem[];
} {
  const named = drafts.flatMap(({ file, talks }) =>
    talks.flatMap(talk =>
      talk.slots.flatMap(slot => (slot.timeslot === undefined ? [] : { file, talk, slot })),
    ),
  );
  if (named.length === 0) return { drafts, problems: [] };
  const table = new Map(
    drafts.flatMap(({ timeslots = [] }) => timeslots).map(timeslot => [toKey(timeslot.id), timeslot]),
  );
  const resolve = (slot: DraftSlot) => resolveSlot(slot, table);
  const [open, ...others] = named.filter(({ slot }) => !resolve(slot).some(({ start }) => !isDate(start)));
  const problem: readonly Problem[] =
    open === undefined
      ? []
      : [
          {
            severity: 'error',
            file: open.file,
            line: open.talk.line,
            item: open.talk.title,
            message: `No file says when "${open.slot.timeslot?.slice(0, 40)}" is${others.length > 0 ? `, here and in ${pluralise(others.length, 'more talk')}` : ''}; the talk is listed without its time. Put the file that has the times beside this one, as timeslots.csv with the columns id, date, start and end.`,
          },
        ];
  return {
    drafts: drafts.map(draft => ({
      ...draft,
      talks: draft.talks.map(talk => ({ ...talk, slots: talk.slots.flatMap(resolve) })),
    })),
    problems: problem,
  };
}

function toKey(id: string): string {
  return id.trim().toLowerCase();
}

/** A slot whose time is not known keeps its day, if the talk states one. */
function resolveSlot(slot: DraftSlot, table: ReadonlyMap<string, DraftTimeslot>): readonly DraftSlot[] {
  const { timeslot, ...own } = slot;
  if (timeslot === undefined) return [slot];
  const found = table.get(toKey(timeslot));
  const start = found === undefined ? '' : placeTime(found.start, own.start);
  if (found === undefined || start === '') return own.start === '' ? [] : [own];
  const end = found.end === undefined ? undefined : placeTime(found.end, own.start);
  const rooms = own.rooms.length > 0 ? own.rooms : found.rooms;
  return [{ start, end: end !== undefined && end <= start ? moveToNextDay(end) : end, rooms }];
}

/** `09:00:00` on the day of the talk; empty if there is none. A time with its date stays. */
function placeTime(time: string, day: string): string {
  if (time.includes('-')) return time;
  return day === '' ? '' : `${day}T${time}`;
}

function moveToNextDay(time: string): string {
  return Temporal.PlainDate.from(time.slice(0, 10)).add({ days: 1 }).toString() + time.slice(10);
}
