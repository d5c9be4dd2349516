import { Temporal } from 'temporal-polyfill';
import { nameKey } from '../../text/fold.ts';
import { compare, groupByEach } from '../../text/keys.ts';
import { rememberOf } from '../../text/remember.ts';
import type { Steps } from '../../text/steps.ts';
import { dateOf, isDate, placeMoment } from '../moment.ts';
import type { Problem } from '../problem.ts';
import { isPause } from '../talk.ts';
import type { DraftSlot, DraftTalk, Entry } from './draft.ts';
import { joinEntries } from './join.ts';

/**
 * Makes one of the entries that two files have of the same title, speakers, times and rooms, as a sheet and its copy do,
 * or, without times, of the same abstract. A talk that is at other times in another file may be a mistake, but stays.
 */
export function* mergeRepeats(
  entries: readonly Entry[],
  timeZone: string | undefined,
): Steps<{ readonly entries: readonly Entry[]; readonly problems: readonly Problem[] }> {
  if (!isInSeveralFiles(entries)) return { entries, problems: [] };
  const placeOf = createPlaceReader(timeZone);
  const repeated = new Set([...groupByEach(entries, contentKeys).values()].filter(isInSeveralFiles).flat());
  yield;
  const whereKeys = (entry: Entry) =>
    repeated.has(entry) ? contentKeys(entry).map(what => `${what}\n${placeOf(entry)}`) : [];
  const { entries: united, copiesOf } = mergeByKey(entries, whereKeys);
  yield;
  const copies = [...copiesOf].flatMap(([first, others]) => makePairs(first, others));
  const elsewhere = [...groupByEach(united.filter(isScheduledTalk), contentKeys).values()].flatMap(
    ([first, ...others]) => (first === undefined ? [] : makePairs(first, others)),
  );
  return {
    entries: united,
    problems: [
      ...createPairProblems(copies, 'at the same time and place, and listed once'),
      ...createPairProblems(elsewhere, 'at another time or place, and listed apart'),
    ],
  };
}

interface Pair {
  readonly first: Entry;
  readonly other: Entry;
}

function makePairs(first: Entry, others: readonly Entry[]): readonly Pair[] {
  return others
    .filter(other => other.draft.file !== first.draft.file && !isPause(other.talk))
    .map(other => ({ first, other }));
}

function contentKeys(entry: Entry): readonly string[] {
  return isIncomparable(entry) ? [] : [contentKeyOf(entry.talk)];
}

/** Most talks are the same after a reload. */
const contentKeyOf = rememberOf(({ title, speakers }: DraftTalk) =>
  [nameKey(title), ...speakers.map(({ name }) => nameKey(name)).sort()].join('\n'),
);

/** A talk that has a file of its own may be proposed in two tracks. */
function isIncomparable({ draft, talk }: Entry): boolean {
  return talk.slots.length === 0 && (draft.oneTalkAFile || talk.abstract === '');
}

function isInSeveralFiles(entries: readonly Entry[]): boolean {
  return entries.some(({ draft }) => draft !== entries[0]?.draft);
}

/** When and where an entry is, to be compared. A conference has far fewer times than talks, and each is placed once. */
function createPlaceReader(timeZone: string | undefined): (entry: Entry) => string {
  const known = new Map<string, string>();
  const placed = (start: string) => {
    const moment = known.get(start) ?? placeMoment(start, timeZone) ?? start;
    known.set(start, moment);
    return moment;
  };
  return ({ talk }) =>
    talk.slots.length === 0
      ? talk.abstract
      : talk.slots
          .map(({ start, rooms }) => [placed(start), ...rooms.map(nameKey).sort()].join('\n'))
          .sort()
          .join('\n\n');
}

/** "Welcome" without speakers is another one each day. */
function isScheduledTalk({ talk }: Entry): boolean {
  return (talk.kind ?? 'talk') === 'talk' && talk.slots.length > 0 && talk.speakers.length > 0;
}

/** One for each two files, however much they have in common. */
function createPairProblems(pairs: readonly Pair[], how: string): readonly Problem[] {
  const byFiles = groupByEach(pairs, ({ first, other }) => [`${other.draft.file}\n${first.draft.file}`]);
  return [...byFiles.values()].flatMap(([pair, ...more]) => {
    if (pair === undefined) return [];
    const { first, other } = pair;
    const all = more.length === 0 ? 'This is' : `This and ${more.length} more are`;
    return {
      severity: 'warning',
      file: other.draft.file,
      line: other.talk.line,
      item: other.talk.title,
      message: `${all} in ${first.draft.file}, too, ${how}.`,
    };
  });
}

/**
 * Makes one of the entries that several files have of a talk: EuroPython's `sessions.json` and `schedule.json` both have
 * its times. The id alone is not enough, because two exports may both count from 1; so the title must be the same too.
 * Within a file nothing is made one: there the file's own importer knows better.
 */
export function mergeCopies(entries: readonly Entry[]): readonly Entry[] {
  return mergeByKey(entries, idAndTitleKeys).entries;
}

/** Joins entries of other files to the first that has a key in common with them; and which were joined to which. */
function mergeByKey(
  entries: readonly Entry[],
  keysOf: (entry: Entry) => readonly string[],
): { readonly entries: readonly Entry[]; readonly copiesOf: ReadonlyMap<Entry, readonly Entry[]> } {
  const copies = new Set<Entry>();
  const copiesOf = new Map<Entry, readonly Entry[]>();
  for (const [first, ...others] of groupByEach(entries, keysOf).values()) {
    if (first === undefined) continue;
    const ofOtherFiles = others.filter(({ draft }) => draft !== first.draft);
    copiesOf.set(first, ofOtherFiles);
    for (const copy of ofOtherFiles) copies.add(copy);
  }
  const united = entries
    .filter(entry => !copies.has(entry))
    .map(entry => joinEntries(entry, copiesOf.get(entry) ?? []));
  return { entries: united, copiesOf };
}

function idAndTitleKeys({ talk }: Entry): readonly string[] {
  return talk.id === undefined ? [] : [`${talk.id} ${nameKey(talk.title)}`];
}

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

/**
 * Makes one entry of a pause that stands in a file once for each room that pauses, each time under an id of its own:
 * same name, same time, one pause in several rooms.
 */
export function mergePauses(entries: readonly Entry[]): readonly Entry[] {
  if (!entries.some(({ talk }) => isPause(talk))) return entries;
  const groups = groupByEach(entries, entry => [pauseKey(entry) ?? entry]);
  return [...groups.values()].flatMap(group => {
    const [first] = group;
    if (first === undefined) return [];
    const slots = group.flatMap(({ talk }) => talk.slots);
    return [{ draft: first.draft, talk: { ...first.talk, id: leastId(group), slots } }];
  });
}

function pauseKey({ draft, talk }: Entry): string | undefined {
  if (!isPause(talk)) return undefined;
  const times = talk.slots.map(({ start, end }) => [start, end]);
  return JSON.stringify([draft.file, talk.kind, nameKey(talk.title), times]);
}

/** The least one, because the rooms come in another order the next time. */
function leastId(group: readonly Entry[]): string | undefined {
  return group.flatMap(({ talk }) => talk.id ?? []).sort()[0];
}
