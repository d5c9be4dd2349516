import { cleanLine } from '../reading/clean.ts';

/**
 * Reads the locations of a calendar's events as rooms. Sched writes "Room, City, Country": what most locations end with
 * alike says nothing of any of them. PyCon US writes "Hall A, Hall B" for a break in both, and each of the two stands alone
 * elsewhere; else a comma belongs to the name of a room.
 */
export function createRoomReader(locations: readonly string[]): (location: string) => readonly string[] {
  const ending = findSharedEnding(locations.map(splitParts).filter(parts => parts.length > 0));
  const named = (location: string) => {
    const parts = splitParts(location);
    return endsWith(parts, ending) ? parts.slice(0, parts.length - ending.length) : parts;
  };
  const known = new Set(locations.map(location => named(location).join(', ')));
  return location => {
    const parts = named(location);
    if (parts.length === 0) return [];
    return parts.length > 1 && parts.every(part => known.has(part))
      ? [...new Set(parts)]
      : [parts.join(', ')];
  };
}

function splitParts(location: string): readonly string[] {
  return location
    .split(',')
    .map(cleanLine)
    .filter(part => part !== '');
}

/** Few enough rooms may all be in one building that they are right to name; a city is shared by many. */
const ROOMS_MIN = 3;
const SHARE_MIN = 0.8;

function findSharedEnding(locations: readonly (readonly string[])[]): readonly string[] {
  let ending: readonly string[] = [];
  for (;;) {
    const next = findCommonest(
      locations.filter(parts => endsWith(parts, ending)).map(parts => parts.at(-1 - ending.length)),
    );
    const longer = next === undefined ? [] : [next, ...ending];
    const sharing = locations.filter(parts => endsWith(parts, longer));
    const rooms = new Set(sharing.map(parts => parts.join(', ')));
    if (next === undefined || rooms.size < ROOMS_MIN || sharing.length < locations.length * SHARE_MIN)
      return ending;
    ending = longer;
  }
}

/** And begins with something else. */
function endsWith(parts: readonly string[], ending: readonly string[]): boolean {
  return (
    parts.length > ending.length &&
    ending.every((part, at) => part === parts[parts.length - ending.length + at])
  );
}

function findCommonest(values: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
