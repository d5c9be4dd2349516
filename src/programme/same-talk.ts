import Fuse from 'fuse.js';
import type { Entry } from './entry.ts';
import { nameKey } from './fold.ts';
import { groupByEach } from './group.ts';

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
  const byId = groupByEach(told, ({ talk }) => (talk.id === undefined ? [] : [talk.id]));
  const byTitle = groupByEach(told, ({ talk }) => [nameKey(talk.title)]);
  const bySpeaker = groupByEach(told, namesOf);
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
