import { hashId } from '../../../text/keys.ts';
import { type Fields, isFields, listFields } from '../../reading/json.ts';
import { findColumns } from '../../rows/columns/columns.ts';
import { findPapers } from '../../rows/numbered-papers.ts';
import { kindOfCollection, toKey } from './collections.ts';
import { textOf } from './values.ts';

/**
 * Lifts what stands in objects within a record to the record itself: `content: { title }`, `time: { start, end }`,
 * `start: { date, time }`. A record with a list of times becomes one record for each.
 */
export function flattenRecord(raw: Fields): readonly Fields[] {
  const record = listPapers(raw);
  if (!Object.values(record).some(value => typeof value === 'object' && value !== null)) return [record];
  const lifted = liftDetails(liftTimes(joinDates(unwrap(record))));
  const slots = Object.entries(lifted).find(([name, value]) => isSlotList(name, value));
  if (slots === undefined || !hasTitleOrName(lifted)) return [lifted];
  const [name, list] = slots;
  const { [name]: _, ...rest } = lifted;
  const [first, ...others] = listFields(list).map(slot => ({ ...rest, ...pickTimes(slot) }));
  if (first === undefined) return [rest];
  if (others.length === 0) return [first];
  // The same id tells that they are one talk.
  const id = textOf(rest.id ?? '') || hashId(textOf(rest.title ?? rest.name ?? ''));
  return [first, ...others].map(one => ({ ...one, id }));
}

/** Makes a list of papers that a record has under numbered names, as ConfTool's `p1_title` and `p2_title`. */
function listPapers(record: Fields): Fields {
  const names = Object.keys(record);
  const papers = names.some(name => /\d/.test(name)) ? findPapers(names) : [];
  if (papers.length === 0) return record;
  const valueAt = (at: number) => record[names[at] ?? ''];
  const ofPapers = new Set(papers.flatMap(paper => [...paper.values()]));
  return {
    ...Object.fromEntries(names.filter((_, at) => !ofPapers.has(at)).map(name => [name, record[name]])),
    papers: papers
      .map(paper => Object.fromEntries([...paper].map(([name, at]) => [name, valueAt(at)])))
      .filter(paper => textOf(paper.title ?? paper.Title ?? '') !== ''),
  };
}

/** Objects in which some programs put all fields of an entry: OpenReview, Airtable, JSON:API, GraphQL. */
const WRAPPERS = [
  'content',
  'fields',
  'attributes',
  'node',
  'data',
  'properties',
  'frontmatter',
  'submission',
  'session',
  'talk',
  'event',
  'paper',
];

/** Lifts the fields of an object that holds all of an entry but its id. */
export function unwrap(record: Fields): Fields {
  if (hasTitleOrName(record)) return record;
  const name = WRAPPERS.find(wrapper => {
    const inner = record[wrapper];
    return isFields(inner) && hasTitleOrName(inner);
  });
  if (name === undefined) return record;
  const { [name]: inner, ...rest } = record;
  return { ...rest, ...(isFields(inner) ? inner : {}) };
}

function hasTitleOrName(record: Fields): boolean {
  return Object.entries(record).some(
    ([name, value]) =>
      /^(?:(?:full_?|first_?)?name|title|titel|titre|t[ií]tulo|titolo)$/i.test(name) && textOf(value) !== '',
  );
}

/** `{ "date": "2027-05-11", "time": "09:00" }` or `{ "dateTime": "2027-05-11T09:00" }`, as Indico and Google write it. */
function joinDates(record: Fields): Fields {
  const entries = Object.entries(record).map(([name, value]) => [
    name,
    isFields(value) ? (joinDate(value) ?? value) : value,
  ]);
  const isAllDay = isFields(record.start) && isDateAlone(record.start);
  return Object.fromEntries(isAllDay ? [['allDay', true], ...entries] : entries);
}

/** `{ "date": "2027-05-11" }`: Google's calendar writes so what lasts all day; its end is excluded. */
function isDateAlone({ date, time, dateTime, datetime }: Fields): boolean {
  return (
    typeof date === 'string' &&
    [time, dateTime, datetime].every(value => value === undefined || value === null)
  );
}

function joinDate({ date, time, dateTime, datetime }: Fields): string | undefined {
  const whole = dateTime ?? datetime;
  if (typeof whole === 'string') return whole;
  if (typeof date !== 'string') return undefined;
  if (typeof time === 'string') return `${date} ${time}`;
  return time === undefined || time === null ? date : undefined;
}

/** Lifts `time: { start, end }`. */
function liftTimes(record: Fields): Fields {
  const name = Object.keys(record).find(key => isSlot(record[key]));
  if (name === undefined) return record;
  const { [name]: slot, ...rest } = record;
  return { ...(isFields(slot) ? pickTimes(slot) : {}), ...rest };
}

/**
 * Lifts what an object without a name says of the talk and the record does not, `details: { abstract, level }`. The
 * rest stays in it.
 */
function liftDetails(record: Fields): Fields {
  const columns = findColumns(Object.keys(record));
  const values = Object.values(record);
  const isSaid = (column: (typeof DETAILS)[number]) =>
    columns[column]?.some(at => textOf(values[at]) !== '') ?? false;
  const lifted: Record<string, unknown> = {};
  const rest = Object.entries(record).map(([name, value]): [string, unknown] => {
    if (
      !isFields(value) ||
      hasTitleOrName(value) ||
      textOf(value) !== '' ||
      OF_ITS_OWN.has(kindOfCollection(name) ?? '')
    )
      return [name, value];
    const names = Object.keys(value);
    const found = findColumns(names);
    const taken = DETAILS.flatMap(column =>
      !isSaid(column) ? (found[column] ?? []).map(at => names[at] ?? '') : [],
    );
    for (const key of taken) lifted[key] ??= value[key];
    return [name, Object.fromEntries(Object.entries(value).filter(([key]) => !taken.includes(key)))];
  });
  return Object.keys(lifted).length === 0 ? record : { ...Object.fromEntries(rest), ...lifted };
}

/** Not the id, the title and the links: they may be those of the object itself. */
const DETAILS = [
  'abstract',
  'description',
  'room',
  'track',
  'level',
  'language',
  'duration',
  'speakers',
] as const;
const OF_ITS_OWN: ReadonlySet<string> = new Set(['person', 'talk', 'slot', 'other']);

/** True for an object with a start and without a title. */
function isSlot(value: unknown): value is Fields {
  if (!isFields(value)) return false;
  const { start, title } = findColumns(Object.keys(value));
  return start !== undefined && title === undefined;
}

function isSlotList(name: string, value: unknown): boolean {
  const isNamed =
    kindOfCollection(name) === 'slot' ||
    /^(?:schedules?|occurrences|instances|dates|performances)$/.test(toKey(name));
  return (
    isNamed && Array.isArray(value) && value.length > 0 && value.every(one => isSlot(one) && !holdsLists(one))
  );
}

function holdsLists(slot: Fields): boolean {
  return Object.values(slot).some(value => listFields(value).length > 0);
}

/** The fields of a slot that say when and where, so that no id or name of a slot becomes a talk's. */
function pickTimes(slot: Fields): Fields {
  const names = Object.keys(slot);
  const { date, start, end, duration, room } = findColumns(names);
  const picked = [date, start, end, duration, room].flatMap(at => at ?? []);
  return joinDates(Object.fromEntries(picked.map(at => [names[at] ?? '', slot[names[at] ?? '']])));
}
