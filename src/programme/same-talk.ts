import type { Entry } from './entry.ts';
import { nameKey } from './fold.ts';
import { groupByEach } from './group.ts';
import { nearTitle, surelyNearTitle } from './near-title.ts';
import { maybeSamePerson } from './same-person.ts';

/** Which rows of a schedule belong to which of the talks that other files tell of. */
export interface Recognised {
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
export function recognise(rows: readonly Entry[], told: readonly Entry[]): Recognised {
  const rowsOf = new Map<Entry, Entry[]>();
  const doubtful = new Set<Entry>();
  const give = (row: Entry, talk: Entry) => rowsOf.set(talk, [...(rowsOf.get(talk) ?? []), row]);
  const untaken = () => told.filter(entry => !rowsOf.has(entry));

  const withTitle = byTitle(told);
  const otherTitles = rows.filter(row => {
    const possible = withTitle(row);
    const talk = possible.find(candidate => !rowsOf.has(candidate)) ?? possible[0];
    if (talk !== undefined && isDoubtful(row, possible)) doubtful.add(row);
    else if (talk !== undefined) give(row, talk);
    return talk === undefined;
  });
  const withId = byId(untaken());
  const left = otherTitles.filter(row => {
    const talk = withId(row);
    if (talk !== undefined) give(row, talk);
    return talk === undefined;
  });
  for (const [row, talk] of nearPairs(left, untaken())) give(row, talk);
  return { rowsOf, doubtful };
}

/** Those of the same title, the likeliest only: with the same id, else with the same people. */
function byTitle(told: readonly Entry[]): (row: Entry) => readonly Entry[] {
  const groups = groupByEach(told, ({ talk }) => [nameKey(talk.title)]);
  return row => {
    const all = (groups.get(nameKey(row.talk.title)) ?? []).filter(entry => !contradict(row, entry));
    const sameId = all.filter(entry => row.talk.id !== undefined && entry.talk.id === row.talk.id);
    const samePeople = all.filter(entry => shareSomebody(row, entry));
    return [sameId, samePeople, all].find(those => those.length > 0) ?? [];
  };
}

function byId(told: readonly Entry[]): (row: Entry) => Entry | undefined {
  const groups = groupByEach(told, ({ talk }) => (talk.id === undefined ? [] : [talk.id]));
  return row =>
    row.talk.id === undefined ? undefined : groups.get(row.talk.id)?.find(entry => !contradict(row, entry));
}

/** Of two keynotes by two people it may be either, unless the row says who speaks. */
function isDoubtful(row: Entry, possible: readonly Entry[]): boolean {
  const [first] = possible;
  return (
    first !== undefined &&
    row.talk.speakers.length === 0 &&
    possible.some(other => other !== first && contradict(first, other))
  );
}

/** Each row with the one talk that its title is near to, where that is near to no other row's title. */
function nearPairs(rows: readonly Entry[], told: readonly Entry[]): readonly (readonly [Entry, Entry])[] {
  const candidates = candidatesAmong(told);
  const pairs = rows.flatMap(row => {
    const [talk, ...others] = candidates(row).filter(entry => isNear(row, entry));
    return talk === undefined || others.length > 0 ? [] : [[row, talk] as const];
  });
  const titlesOf = new Map<Entry, Set<string>>();
  for (const [row, talk] of pairs)
    titlesOf.set(talk, (titlesOf.get(talk) ?? new Set()).add(nameKey(row.talk.title)));
  return pairs.filter(([, talk]) => titlesOf.get(talk)?.size === 1);
}

function isNear(row: Entry, entry: Entry): boolean {
  return shareSomebody(row, entry)
    ? nearTitle(row.talk.title, entry.talk.title)
    : !contradict(row, entry) && surelyNearTitle(row.talk.title, entry.talk.title);
}

/** Those with a part of a name or half of the words in common: not every pair has to be looked at. */
function candidatesAmong(told: readonly Entry[]): (row: Entry) => readonly Entry[] {
  const byWord = groupByEach(told, ({ talk }) => nameKey(talk.title).split('-'));
  const byName = groupByEach(told, partsOfNames);
  return row => {
    const words = [...new Set(nameKey(row.talk.title).split('-'))];
    const common = new Map<Entry, number>();
    for (const word of words)
      for (const entry of byWord.get(word) ?? []) common.set(entry, (common.get(entry) ?? 0) + 1);
    const alike = [...common].filter(([, count]) => count * 2 >= words.length).map(([entry]) => entry);
    const bySamePeople = partsOfNames(row).flatMap(part => byName.get(part) ?? []);
    return [...new Set([...alike, ...bySamePeople])];
  };
}

function partsOfNames({ talk }: Entry): readonly string[] {
  return talk.speakers.flatMap(({ name }) => nameKey(name).split('-')).filter(part => part.length > 1);
}

function contradict(one: Entry, other: Entry): boolean {
  return one.talk.speakers.length > 0 && other.talk.speakers.length > 0 && !shareSomebody(one, other);
}

function shareSomebody(one: Entry, other: Entry): boolean {
  return one.talk.speakers.some(({ name }) =>
    other.talk.speakers.some(speaker => maybeSamePerson(name, speaker.name)),
  );
}
