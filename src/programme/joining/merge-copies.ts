import { nameKey } from '../../text/fold.ts';
import { groupByEach } from '../../text/group.ts';
import { placeMoment } from '../moment.ts';
import { isPause } from '../pauses.ts';
import type { Problem } from '../problem.ts';
import type { Entry } from './draft.ts';
import { joinEntries } from './join.ts';

/**
 * Makes one of the entries that two files have of the same title, speakers, times and rooms, as a sheet and its copy do,
 * or, without times, of the same abstract. A talk that is at other times in another file may be a mistake, but stays.
 */
export function mergeRepeats(
  entries: readonly Entry[],
  timeZone: string | undefined,
): { readonly entries: readonly Entry[]; readonly problems: readonly Problem[] } {
  if (!isInSeveralFiles(entries)) return { entries, problems: [] };
  const placeOf = createPlaceReader(timeZone);
  const repeated = new Set([...groupByEach(entries, contentKeys).values()].filter(isInSeveralFiles).flat());
  const whereKeys = (entry: Entry) =>
    repeated.has(entry) ? contentKeys(entry).map(what => `${what}\n${placeOf(entry)}`) : [];
  const { entries: united, copiesOf } = mergeByKey(entries, whereKeys);
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
  const { title, speakers } = entry.talk;
  return isIncomparable(entry)
    ? []
    : [[nameKey(title), ...speakers.map(({ name }) => nameKey(name)).sort()].join('\n')];
}

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
