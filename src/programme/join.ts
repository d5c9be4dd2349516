import type { Draft, DraftTalk } from './draft.ts';
import { nameKey } from './fold.ts';
import type { Problem } from './problem.ts';

/** A talk as a file has it, with the file that it stands in. */
export interface Entry {
  readonly draft: Draft;
  readonly talk: DraftTalk;
}

/**
 * Joins what a schedule says with what abstracts say: each row of a file that has times and no abstracts belongs to the
 * talk of another file that has its id or, folded, its title. A row that belongs to none stays a talk of its own, and is
 * reported where there are abstracts that it could have belonged to.
 */
export function joinSchedule(entries: readonly Entry[]): {
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
} {
  const schedules = new Set(entries.map(entry => entry.draft).filter(isSchedule));
  const told = entries.filter(entry => !schedules.has(entry.draft));
  if (told.length === 0) return { entries, problems: [] };
  const rows = entries.filter(entry => schedules.has(entry.draft));
  const byId = grouped(told, ({ talk }) => talk.id);
  const byTitle = grouped(told, ({ talk }) => nameKey(talk.title));
  const rowsOf = new Map<Entry, Entry[]>();
  const alone: Entry[] = [];
  const problems: Problem[] = [];
  for (const row of rows) {
    const candidates = byId.get(row.talk.id ?? '') ?? byTitle.get(nameKey(row.talk.title)) ?? [];
    const talk = candidates.find(candidate => !rowsOf.has(candidate)) ?? candidates[0];
    if (talk !== undefined) rowsOf.set(talk, [...(rowsOf.get(talk) ?? []), row]);
    else {
      alone.push(row);
      problems.push(unmatched(row));
    }
  }
  return { entries: [...told.map(entry => withRows(entry, rowsOf.get(entry) ?? [])), ...alone], problems };
}

function isSchedule({ talks }: Draft): boolean {
  return talks.some(talk => talk.slots.length > 0) && talks.every(talk => talk.abstract === '');
}

function withRows(entry: Entry, rows: readonly Entry[]): Entry {
  if (rows.length === 0) return entry;
  const { draft, talk } = entry;
  return {
    draft,
    talk: {
      ...talk,
      speakers: talk.speakers.length > 0 ? talk.speakers : rows.flatMap(row => row.talk.speakers),
      track: talk.track ?? rows.find(row => row.talk.track)?.talk.track,
      slots: [...talk.slots, ...rows.flatMap(row => row.talk.slots)],
    },
  };
}

function unmatched({ draft, talk }: Entry): Problem {
  return {
    severity: 'warning',
    file: draft.file,
    line: talk.line,
    item: talk.title,
    message: 'No abstract goes with this entry of the schedule; it is listed with its title and time only.',
  };
}

function grouped(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string | undefined,
): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return groups;
}
