import { editDistance } from '../../text/edit-distance.ts';
import { fold } from '../../text/fold.ts';
import type { Conference } from '../conference.ts';
import type { Problem } from '../problem.ts';
import type { Talk } from '../talk.ts';

const SLIPS = 2;

/** Reports rooms of a `conference.yml` in which no talk is: their channels would get nothing. */
export function reportUnknownRooms(
  talks: readonly Talk[],
  { roomLinks, folder }: Conference,
): readonly Problem[] {
  if (roomLinks.length === 0) return [];
  const rooms = [...new Set(talks.flatMap(({ slots }) => slots.flatMap(slot => slot.rooms)))];
  const known = new Set(rooms.map(fold));
  return roomLinks
    .filter(({ room }) => !known.has(fold(room)))
    .map(({ room }) => {
      const meant = rooms.find(each => editDistance(fold(room), fold(each), SLIPS) <= SLIPS);
      const file = folder === '' ? 'conference.yml' : `${folder}/conference.yml`;
      const asked = meant === undefined ? '.' : `; did you mean "${meant}"?`;
      const message = `The programme has no talk in the room "${room}"${asked} Nothing is posted in its channel.`;
      return { severity: 'warning', file, line: undefined, item: undefined, message };
    });
}
