import type { Page } from '../conversation/paging.ts';
import type { Programme } from '../programme/programme.ts';
import type { Talk } from '../programme/talk.ts';
import { conferencesOf, type Loaded, talkWithId } from '../search/loaded.ts';
import type { DeliveryKey } from '../store/delivery.ts';
import { readPart, writePart } from '../store/delivery-part.ts';
import { hashId } from '../text/keys.ts';
import { optionValue } from './views/blocks/inputs.ts';

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

/** The same for a form that stays open: meanwhile the programme may give the id to another talk, so the title is in it, too. */
export function writeRatedTalk({ talk, programme }: TalkOfProgramme): string {
  const value = writeTalkValue(talk, programme.conference.folder);
  return JSON.stringify({ t: value, h: hashId(talk.title) });
}

/** Undefined if the talk is gone, or if another one has its id now. */
export function readRatedTalk(
  value: string,
  loaded: Pick<Loaded, 'programme' | 'others'>,
): TalkOfProgramme | undefined {
  try {
    const { t, h } = JSON.parse(value) as Record<string, unknown>;
    const found = typeof t === 'string' ? readTalkValue(t, loaded) : undefined;
    return found !== undefined && h === hashId(found.talk.title) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Writes an alert into the value of a button: its words, or their hash if they are long, with its conference's folder. */
export function writeAlertValue(words: string, folder: string): string {
  const value = optionValue(words);
  return folder === '' ? value : JSON.stringify([folder, value]);
}

/** The same with all words, of an alert that is no longer kept. */
export function writeRemovedAlert(words: string, folder: string): string {
  return JSON.stringify([folder, words]);
}

export interface AlertValue {
  /** As optionValue writes them. */
  readonly words: string;
  /** The programme of the alert's conference. */
  readonly programme: Programme;
}

/** Undefined if the conference is gone. */
export function readAlertValue(
  value: string,
  loaded: Pick<Loaded, 'programme' | 'others' | 'joined'>,
): AlertValue | undefined {
  const [folder = '', words] = parts(value);
  const programme = conferencesOf(loaded).find(({ conference }) => conference.folder === folder);
  if (programme !== undefined) return { words, programme };
  // Older buttons name no conference.
  return folder === '' ? { words, programme: loaded.programme } : undefined;
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

/**
 * Where a *Star* button stands: on a page of an answer; in the line that confirms a star; or elsewhere, in a message that
 * others read or that Slack sends along with a press.
 */
export type StarPlace = Page | 'confirmation' | 'elsewhere';

export interface StarValue {
  /** As writeTalkValue makes it. */
  readonly talk: string;
  readonly place: StarPlace;
}

/** Slack's limit for the value of a button. */
const VALUE_LENGTH = 2000;

/**
 * Slack does not send a message along that one person alone sees, so its buttons say what to show again. The talks of an
 * answer stand in the same place, which is written once.
 */
export function starValueWriter(place: StarPlace): (talk: StarValue['talk']) => string {
  if (place === 'elsewhere') return talk => talk;
  // JSON leaves out what is undefined.
  const around =
    place === 'confirmation'
      ? { c: 1 }
      : { q: place.query, o: place.offset, k: place.kept?.length === 0 ? undefined : place.kept };
  const behind = JSON.stringify(around).slice(1);
  return talk => {
    const value = `{"t":${JSON.stringify(talk)},${behind}`;
    return value.length > VALUE_LENGTH ? talk : value;
  };
}

export function readStarValue(value: string): StarValue {
  try {
    const { t, q, o, c, k } = JSON.parse(value) as Record<string, unknown>;
    if (typeof t === 'string' && c === 1) return { talk: t, place: 'confirmation' };
    if (typeof t === 'string' && typeof q === 'string' && Number.isSafeInteger(o))
      return {
        talk: t,
        place: {
          query: q,
          offset: Math.max(0, Number(o)),
          ...(Array.isArray(k) && { kept: k.filter(each => typeof each === 'string') }),
        },
      };
  } catch {
    // A bare talk is hardly ever JSON.
  }
  return { talk: value, place: 'elsewhere' };
}

/** The value of the buttons *Post it* and *It is there*. Old messages keep their buttons, so it must stay as it is. */
export function writeDeliveryKey({ digestId, day, part }: Omit<DeliveryKey, 'workspace'>): string {
  return JSON.stringify({ digest: digestId, day, part: writePart(part) });
}

/** Returns undefined if the value is not one that writeDeliveryKey makes. */
export function readDeliveryKey(value: string | undefined): Omit<DeliveryKey, 'workspace'> | undefined {
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
