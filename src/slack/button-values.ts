import type { Programme } from '../programme/programme.ts';
import type { Talk } from '../programme/talk.ts';
import { type Loaded, talkWithId } from '../search/loaded.ts';
import type { DeliveryKey } from '../store/delivery.ts';
import { readPart, writePart } from '../store/delivery-part.ts';

/** A talk, with its programme. */
export interface TalkOfProgramme {
  readonly talk: Talk;
  readonly programme: Programme;
}

/**
 * Writes a talk into the value of a button: its id, with its conference's folder unless that is DATA_DIR itself. Two
 * conferences may number their talks alike, and another one may be current when the button is pressed.
 */
export function writeTalkValue({ id }: Pick<Talk, 'id'>, folder: string): string {
  return folder === '' ? id : JSON.stringify([folder, id]);
}

/** Reads the talk from a value; undefined if it is gone. A bare id is looked up in the current conference first. */
export function readTalkValue(
  value: string,
  loaded: Pick<Loaded, 'programme' | 'others'>,
): TalkOfProgramme | undefined {
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
    // A bare id is hardly ever JSON.
  }
  return [undefined, value];
}

/** The value of the buttons *Post it* and *It is there*. Old messages keep their buttons, so it must stay as it is. */
export function writeDeliveryKey({ digestId, day, part }: DeliveryKey): string {
  return JSON.stringify({ digest: digestId, day, part: writePart(part) });
}

/** Returns undefined if the value is not one that writeDeliveryKey makes. */
export function readDeliveryKey(value: string | undefined): DeliveryKey | undefined {
  try {
    const { digest, day, part: text } = JSON.parse(value ?? '') as Record<string, unknown>;
    const part = typeof text === 'string' ? readPart(text) : undefined;
    if (typeof digest === 'string' && typeof day === 'string' && part !== undefined)
      return { digestId: digest, day, part };
  } catch {
    // Falls through: a value that cannot be read is answered like a delivery that is not known.
  }
  return undefined;
}
