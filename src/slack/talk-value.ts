import type { Programme } from '../programme/programme.ts';
import type { Talk } from '../programme/talk.ts';
import { type Loaded, talkWithId } from '../search/loaded.ts';

/** A talk, and the programme that it is of. */
export interface Named {
  readonly talk: Talk;
  readonly programme: Programme;
}

/**
 * Names a talk in the value of a button: by its id, and by its conference's folder unless that is DATA_DIR itself. Two
 * conferences may count their talks from one, and by the time that the button is pressed another one may be current.
 */
export function talkValue({ id }: Pick<Talk, 'id'>, folder: string): string {
  return folder === '' ? id : JSON.stringify([folder, id]);
}

/** The talk that a value names; nothing where it is no longer there. A bare id is of the current conference first. */
export function talkOfValue(value: string, loaded: Pick<Loaded, 'programme' | 'others'>): Named | undefined {
  const [folder, id] = parts(value);
  if (folder === undefined) return talkWithId(id, loaded);
  const programme = [loaded.programme, ...loaded.others.map(other => other.programme)].find(
    ({ conference }) => conference.folder === folder,
  );
  const talk = programme?.talk(id);
  return programme === undefined || talk === undefined ? undefined : { talk, programme };
}

function parts(value: string): readonly [string | undefined, string] {
  try {
    const [folder, id] = JSON.parse(value) as unknown[];
    if (typeof folder === 'string' && typeof id === 'string') return [folder, id];
  } catch {
    // Most ids are no JSON; then the value is the id.
  }
  return [undefined, value];
}
