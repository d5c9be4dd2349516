import { nameKey } from '../../text/fold.ts';

/** Tells the rooms in a cell of a sheet: `Quay Hall / Pier` is two where talks are in `Quay Hall` and in `Pier` alone. */
export function roomsReader(written: readonly string[]): (room: string) => readonly string[] {
  const known = new Map([...new Set(written)].map(room => [nameKey(room), room]));
  return room => {
    const parts = room.split(SEPARATOR);
    const rooms = parts.flatMap(part => known.get(nameKey(part)) ?? []);
    return parts.length > 1 && rooms.length === parts.length ? rooms : [room];
  };
}

const SEPARATOR = /[/,+&]|\s(?:and|und|et|y|e)\s/;
