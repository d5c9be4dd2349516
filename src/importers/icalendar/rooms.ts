import { cleanLine } from '../reading/clean.ts';

/**
 * Returns a reader of locations as rooms. Sched writes "Room, City, Country": an ending that most locations share is
 * dropped. PyCon US writes "Hall A, Hall B" for a break in two rooms, each of which occurs alone elsewhere; any other
 * comma is part of a room's name.
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

/** With fewer rooms a shared ending may be a building, which is worth naming; a city is shared by many. */
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

/** True if something stands before the ending. */
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
