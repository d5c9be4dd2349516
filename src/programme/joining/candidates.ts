import { groupByEach } from '../../text/group.ts';

/** More than are alike in a programme of people; it bounds the work for each row of a hostile one. */
const COMPARED_MAX = 50;

/**
 * Finds those that are worth comparing with an entry, in their order: of all that have a key in common with it those with
 * the rarest keys, and of one key first those that are not yet taken.
 */
export function createCandidateFinder<Entry>(
  entries: readonly Entry[],
  keysOf: (entry: Entry) => readonly string[],
  isTaken: (entry: Entry) => boolean = () => false,
): (entry: Entry) => readonly Entry[] {
  const places = groupByEach([...entries.entries()], ([, entry]) => keysOf(entry));
  const groups = new Map([...places].map(([key, all]) => [key, { all, free: 0 }]));
  return wanted => {
    const found = new Map<number, Entry>();
    const sharing = [...new Set(keysOf(wanted))].flatMap(key => groups.get(key) ?? []);
    for (const group of sharing.sort((a, b) => a.all.length - b.all.length)) {
      while (group.all.slice(group.free, group.free + 1).some(([, entry]) => isTaken(entry))) group.free++;
      const free = group.all.slice(group.free, group.free + COMPARED_MAX);
      const taken = group.all.slice(0, Math.min(group.free, COMPARED_MAX - free.length));
      for (const [place, entry] of [...free, ...taken])
        if (found.size < COMPARED_MAX) found.set(place, entry);
    }
    return [...found].sort(([a], [b]) => a - b).map(([, entry]) => entry);
  };
}
