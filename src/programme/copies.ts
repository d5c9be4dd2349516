import type { Entry } from './entry.ts';
import { nameKey } from './fold.ts';
import { groupByEach } from './group.ts';
import { joinTalks } from './join.ts';

/**
 * Makes one of the entries that several files have of a talk: EuroPython's `sessions.json` and `schedule.json` both have
 * its times. The id alone is not enough, because two exports may both count from 1; so the title must be the same too.
 * Within a file nothing is made one: there the file's own importer knows better.
 */
export function uniteCopies(entries: readonly Entry[]): readonly Entry[] {
  const groups = groupByEach(entries, keysOf);
  const copies = new Set<Entry>();
  return entries.flatMap(entry => {
    if (copies.has(entry)) return [];
    const others = keysOf(entry)
      .flatMap(key => groups.get(key) ?? [])
      .filter(other => other.draft !== entry.draft && !copies.has(other));
    for (const other of others) copies.add(other);
    return [others.reduce(({ draft, talk }, other) => ({ draft, talk: joinTalks(talk, other.talk) }), entry)];
  });
}

function keysOf({ talk }: Entry): readonly string[] {
  return talk.id === undefined ? [] : [`${talk.id} ${nameKey(talk.title)}`];
}
