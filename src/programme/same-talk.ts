import Fuse from 'fuse.js';
import type { Entry } from './entry.ts';
import { nameKey } from './fold.ts';

/** Fuse's score, 0 for equal: a letter or two in a title. Twice as many are another title. */
const NEAR = 0.1;

/** Finds the talk that a row of a schedule is about, among those that other files tell of. */
export interface Recogniser {
  /** Those that it may be: several only where they have the same id or the same title. */
  candidates(row: Entry): readonly Entry[];
}

/**
 * By id, else by title (folded), else by a title that is all but the same and a speaker that is the same. Titles alone
 * are not enough where both name their speakers and share none: every conference has two keynotes called "Keynote".
 */
export function recogniser(told: readonly Entry[]): Recogniser {
  const byId = grouped(told, ({ talk }) => talk.id);
  const byTitle = grouped(told, ({ talk }) => nameKey(talk.title));
  const bySpeaker = groupedByEach(told, namesOf);
  return {
    candidates: row => {
      const sameId = row.talk.id === undefined ? undefined : byId.get(row.talk.id);
      if (sameId !== undefined) return sameId;
      const sameTitle = (byTitle.get(nameKey(row.talk.title)) ?? []).filter(entry => !contradict(row, entry));
      return sameTitle.length > 0
        ? sameTitle
        : nearTitles(
            row,
            namesOf(row).flatMap(name => bySpeaker.get(name) ?? []),
          );
    },
  };
}

function nearTitles(row: Entry, bySameSpeaker: readonly Entry[]): readonly Entry[] {
  if (bySameSpeaker.length === 0) return [];
  const near = new Fuse([...new Set(bySameSpeaker)], { keys: ['talk.title'], threshold: NEAR });
  const found = near.search(row.talk.title);
  return found.length === 1 ? found.map(({ item }) => item) : [];
}

function contradict(one: Entry, other: Entry): boolean {
  return one.talk.speakers.length > 0 && other.talk.speakers.length > 0 && !shareSpeaker(one, other);
}

function shareSpeaker(one: Entry, other: Entry): boolean {
  const names = new Set(namesOf(one));
  return namesOf(other).some(name => names.has(name));
}

function namesOf({ talk }: Entry): readonly string[] {
  return talk.speakers.map(speaker => nameKey(speaker.name));
}

function grouped(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string | undefined,
): Map<string, Entry[]> {
  return groupedByEach(entries, entry => keyOf(entry) ?? []);
}

function groupedByEach(
  entries: readonly Entry[],
  keysOf: (entry: Entry) => string | readonly string[],
): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const key of [keysOf(entry)].flat()) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [entry]);
      else group.push(entry);
    }
  }
  return groups;
}
