import { nameKey } from '../../text/fold.ts';
import type { Entry } from './draft.ts';
import {
  areNearTitles,
  areSurelyNearTitles,
  createCandidateFinder,
  distinctivePart,
  mayBeSamePerson,
} from './near-match.ts';

/** Which rows of a schedule belong to which of the talks that other files tell of. */
export interface RowMatches {
  readonly rowsOf: ReadonlyMap<Entry, readonly Entry[]>;
  /** Rows that may belong to one of several talks, and nothing says to which. */
  readonly doubtful: ReadonlySet<Entry>;
}

/**
 * By title (folded), else by id, else by a title that is all but the same. Where both sides name people and have nobody
 * in common, they are two talks: every conference has two keynotes called "Keynote". An id that another title goes with
 * counts only for a talk that has no row of its own title, since two programs may both count from one. Several talks of
 * one title get a row each before one of them gets a second.
 */
export function matchRows(rows: readonly Entry[], told: readonly Entry[]): RowMatches {
  const rowsOf = new Map<Entry, Entry[]>();
  const doubtful = new Set<Entry>();
  const give = (row: Entry, talk: Entry) => {
    const given = rowsOf.get(talk);
    if (given === undefined) rowsOf.set(talk, [row]);
    else given.push(row);
  };
  const isTaken = (talk: Entry) => rowsOf.has(talk);
  const untaken = () => told.filter(talk => !isTaken(talk));

  const withTitle = createTitleMatcher(told, isTaken);
  const otherTitles = rows.filter(row => {
    const possible = withTitle(row);
    const talk = possible.find(candidate => !isTaken(candidate)) ?? possible[0];
    if (talk !== undefined && isAmbiguous(row, possible)) doubtful.add(row);
    else if (talk !== undefined) give(row, talk);
    return talk === undefined;
  });
  const withId = createIdMatcher(untaken());
  const left = otherTitles.filter(row => {
    const talk = withId(row);
    if (talk !== undefined) give(row, talk);
    return talk === undefined;
  });
  for (const [row, talk] of matchNearTitles(left, untaken())) give(row, talk);
  return { rowsOf, doubtful };
}

/** Those of the same title, the likeliest only: with the same id, else with the same people. */
function createTitleMatcher(
  told: readonly Entry[],
  isTaken: (talk: Entry) => boolean,
): (row: Entry) => readonly Entry[] {
  const candidates = createCandidateFinder(told, titleKeys, isTaken);
  return row => {
    const all = candidates(row).filter(entry => !haveOtherSpeakers(row, entry));
    const sameId = all.filter(entry => row.talk.id !== undefined && entry.talk.id === row.talk.id);
    const samePeople = all.filter(entry => shareSpeaker(row, entry));
    return [sameId, samePeople, all].find(those => those.length > 0) ?? [];
  };
}

function titleKeys(entry: Entry): readonly string[] {
  const title = nameKey(entry.talk.title);
  return [title, ...[...listId(entry), ...listNameParts(entry)].map(key => `${title}\n${key}`)];
}

function createIdMatcher(told: readonly Entry[]): (row: Entry) => Entry | undefined {
  const candidates = createCandidateFinder(told, idKeys);
  return row => candidates(row).find(entry => !haveOtherSpeakers(row, entry));
}

function idKeys(entry: Entry): readonly string[] {
  return listId(entry).flatMap(id => [id, ...listNameParts(entry).map(part => `${id}\n${part}`)]);
}

function listId({ talk }: Entry): readonly string[] {
  return talk.id === undefined ? [] : [talk.id];
}

/** A row may mean either of two keynotes by two people, unless it says who speaks. */
function isAmbiguous(row: Entry, possible: readonly Entry[]): boolean {
  const [first] = possible;
  return (
    first !== undefined &&
    row.talk.speakers.length === 0 &&
    possible.some(other => other !== first && haveOtherSpeakers(first, other))
  );
}

/** Each row with the one talk that its title is near to, where that is near to no other row's title. */
function matchNearTitles(
  rows: readonly Entry[],
  told: readonly Entry[],
): readonly (readonly [Entry, Entry])[] {
  const candidates = createCandidateFinder(told, nearKeys);
  const pairs = rows.flatMap(row => {
    const [talk, ...others] = candidates(row).filter(entry => isNearMatch(row, entry));
    return talk === undefined || others.length > 0 ? [] : [[row, talk] as const];
  });
  const titlesOf = new Map<Entry, Set<string>>();
  for (const [row, talk] of pairs)
    titlesOf.set(talk, (titlesOf.get(talk) ?? new Set()).add(nameKey(row.talk.title)));
  return pairs.filter(([, talk]) => titlesOf.get(talk)?.size === 1);
}

function isNearMatch(row: Entry, entry: Entry): boolean {
  return shareSpeaker(row, entry)
    ? areNearTitles(row.talk.title, entry.talk.title)
    : !haveOtherSpeakers(row, entry) && areSurelyNearTitles(row.talk.title, entry.talk.title);
}

/** A word or a part of a name, with that of the title in which near titles never differ. */
function nearKeys(entry: Entry): readonly string[] {
  const words = nameKey(entry.talk.title).split('-');
  return [...words, ...listNameParts(entry)].map(key => `${distinctivePart(entry.talk.title)}\n${key}`);
}

function listNameParts({ talk }: Entry): readonly string[] {
  return talk.speakers.flatMap(({ name }) => nameKey(name).split('-')).filter(part => part.length > 1);
}

function haveOtherSpeakers(one: Entry, other: Entry): boolean {
  return one.talk.speakers.length > 0 && other.talk.speakers.length > 0 && !shareSpeaker(one, other);
}

function shareSpeaker(one: Entry, other: Entry): boolean {
  return one.talk.speakers.some(({ name }) =>
    other.talk.speakers.some(speaker => mayBeSamePerson(name, speaker.name)),
  );
}
