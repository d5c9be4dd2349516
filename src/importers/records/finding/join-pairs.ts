import type { DraftSpeaker } from '../../../programme/joining/draft.ts';
import { remember } from '../../../text/remember.ts';
import { cleanLine } from '../../reading/clean.ts';
import { type Fields, isFields } from '../../reading/json.ts';
import { findColumns } from '../../rows/columns/columns.ts';
import { kindOfCollection, kindOfKey, toKey } from './collections.ts';
import { textOf } from './values.ts';

type Side = 'talk' | 'person';

/** More than any conference has. */
const PAIRS_MAX = 50_000;

/**
 * Reads a table that joins talks to people by their ids, as databases have them: `{ "talk_id": 1, "speaker_id": 7 }` in a
 * list of any name; under a name such as `talk_speakers` also `{ "talk": 1, "speaker": 7 }`, `[1, 7]` and
 * `{ "t1": ["p1", "p2"] }`. Each person has one talk. Undefined if the value is no such table.
 */
export function readJoinTable(name: string, value: unknown): readonly DraftSpeaker[] | undefined {
  if (OF_LISTENERS.test(toKey(name))) return undefined;
  const sides = sidesOfName(name);
  const rows = Array.isArray(value) ? value.slice(0, PAIRS_MAX) : [];
  if (rows.length > 0 && rows.every(isFields)) return readRows(rows, sides !== undefined);
  const [first] = sides ?? [];
  if (first === undefined) return undefined;
  const pairs = isFields(value) ? Object.entries(value) : rows.every(isPair) ? rows : [];
  const isTable = pairs.length > 0 && pairs.every(([, other]) => listIds(other).length > 0);
  return isTable
    ? pairs.flatMap(([one, other]) =>
        listIds(other).map(id => toGiver(first === 'talk' ? [String(one), id] : [id, String(one)])),
      )
    : undefined;
}

/** A cheap test before parsing: true if a file of this name begins as such a table may. */
export function mayBeJoinTable(name: string, beginning: string): boolean {
  if (sidesOfName(name) !== undefined) return true;
  const words = beginning.match(IS_ASCII.test(beginning) ? ASCII_WORDS : WORDS) ?? [];
  const ids = words.filter(word => MAY_BE_ID.test(word)).map(word => readReference(word.trim()));
  return (['talk', 'person'] as const).every(side => ids.some(id => id?.hasId && id.side === side));
}

const WORDS = /\p{L}[\p{L}\d_ -]*/gu;
/** The same for a text of ASCII alone, in a quarter of the time. */
const ASCII_WORDS = /[a-z][\w -]*/gi;
const IS_ASCII = /^[\0-\x7f]*$/;

/** A cheap test before folding: nearly every file is prose. */
const MAY_BE_ID = /^(?=.{2,60}$).*(?:id|fk|ref|key|slug|code)/i;

/** Those who listen are no speakers, although some call them participants. */
const OF_LISTENERS =
  /(?:^|-)(?:favou?rites?|favs?|bookmarks?|votes?|likes?|stars?|registrations?|attend\p{L}*|rsvps?|bookings?|ratings?|reviews?|feedback|check-?ins?)(?:-|$)/u;

function readRows(rows: readonly Fields[], isNamed: boolean): readonly DraftSpeaker[] | undefined {
  const found: Row[] = [];
  for (const fields of rows) {
    const row = readRow(fields, isNamed);
    if (row === undefined) return undefined;
    if (!OFF_STAGE.test(row.role)) found.push(row);
  }
  return found
    .sort((a, b) => a.position - b.position)
    .flatMap(({ talks, people }) => talks.flatMap(talk => people.map(person => toGiver([talk, person]))));
}

interface Row {
  readonly talks: readonly string[];
  readonly people: readonly string[];
  readonly role: string;
  /** 0 if the row has none. */
  readonly position: number;
}

function readRow(row: Fields, isNamed: boolean): Row | undefined {
  const names = Object.keys(row);
  const refers = (side: Side) =>
    names.filter(name => {
      const reference = readReference(name);
      return reference?.side === side && (reference.hasId || isNamed);
    });
  const [talk, ...otherTalks] = refers('talk');
  const [person, ...otherPeople] = refers('person');
  if (talk === undefined || person === undefined || otherTalks.length + otherPeople.length > 0)
    return undefined;
  const rest = names.filter(name => name !== talk && name !== person);
  const { title, start, date, room, abstract } = findColumns(rest);
  if ((title ?? start ?? date ?? room ?? abstract) !== undefined) return undefined;
  const talks = listIds(row[talk]);
  const people = listIds(row[person]);
  if (talks.length === 0 || people.length === 0) return undefined;
  const text = (form: RegExp) => textOf(row[rest.find(name => form.test(toKey(name))) ?? '']);
  return {
    talks,
    people,
    role: text(/(?:^|-)(?:role|rolle|rol)$/),
    position: Number(text(/^(?:position|order|sort|sort-order|ordinal|rank)$/)) || 0,
  };
}

/** Roles of people who have to do with a talk and do not speak in it. */
const OFF_STAGE =
  /review|coordinat|submit|organi[sz]|staff|volunteer|attend|listen|(?:^|session[ _-]?)chair/i;

/** Ids, in a list or parted by commas; none if the value is or holds anything else, such as a title or a name. */
function listIds(value: unknown): readonly string[] {
  const parts = (
    Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,;|]/) : [value]
  ).map(part => cleanLine(textOf(isFields(part) ? part.id : part)));
  return parts.every(part => /^\S{1,100}$/.test(part)) ? parts : [];
}

function isPair(value: unknown): value is [unknown, unknown] {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every(one => ['string', 'number'].includes(typeof one))
  );
}

function toGiver([talk, id]: readonly [talk: string, id: string]): DraftSpeaker {
  return { id, name: '', bio: '', talks: [talk] };
}

/** Reads a field's name, `talk_id`, `speakerRef`, `id_ponente`, `talk`. */
const readReference = remember((field: string): { side: Side; hasId: boolean } | undefined => {
  const key = toKey(field);
  const name = key.replace(/^(?:id|fk)-|-?(?:ids?|refs?|keys?|slugs?|codes?|u?uids?|guids?|fk)$/g, '');
  const side = kindOfCollection(name);
  return side === 'talk' || side === 'person' ? { side, hasId: name !== key } : undefined;
});

/** The kinds in the name of a table, in this order: `talk_speakers`, `speakerSessions`, `talkspeakers`. */
const sidesOfName = remember((name: string): readonly [Side, Side] | undefined => {
  const joined = toKey(name).replace(/-/g, '');
  for (let at = 3; at < Math.min(joined.length, 40); at++) {
    const first = kindOfKey(joined.slice(0, at));
    if (first !== 'talk' && first !== 'person') continue;
    const second = kindOfKey(joined.slice(at));
    if (first === 'talk' && second === 'person') return [first, second];
    if (first === 'person' && second === 'talk') return [first, second];
  }
  return undefined;
});
