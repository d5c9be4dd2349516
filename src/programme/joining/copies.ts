import { nameKey } from '../../text/fold.ts';
import { groupByEach } from '../../text/group.ts';
import type { Entry } from './entry.ts';
import { joinEntries } from './join.ts';

/**
 * Makes one of the entries that several files have of a talk: EuroPython's `sessions.json` and `schedule.json` both have
 * its times. The id alone is not enough, because two exports may both count from 1; so the title must be the same too.
 * Within a file nothing is made one: there the file's own importer knows better.
 */
export function uniteCopies(entries: readonly Entry[]): readonly Entry[] {
  return uniteBy(entries, keysOf).entries;
}

/** Joins entries of other files to the first that has a key in common with them; and which were joined to which. */
export function uniteBy(
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

function keysOf({ talk }: Entry): readonly string[] {
  return talk.id === undefined ? [] : [`${talk.id} ${nameKey(talk.title)}`];
}
