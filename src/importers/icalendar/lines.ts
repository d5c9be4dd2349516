import ICAL from 'ical.js';
import { addDay, readDate } from '../reading/times.ts';

/** A line of a calendar: `DTSTART;TZID=Europe/Rome:20270511T090000`. */
export interface IcsProperty {
  /** In lower case. */
  readonly name: string;
  /** By name in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Text without escapes; dates and times in ISO 8601, periods as two of them or one and a duration: `2027-05-11/P1D`. */
  readonly values: readonly string[];
  /** The parts of a rule such as RRULE; `invalid` is the whole text of one that no calendar program takes. */
  readonly rule: Readonly<Record<string, unknown>> | undefined;
}

export interface IcsBlock {
  /** Its first line, counted from 1. */
  readonly line: number;
  readonly properties: readonly IcsProperty[];
}

export interface IcsCalendar {
  readonly properties: readonly IcsProperty[];
  readonly events: readonly IcsBlock[];
  /** The lines of each VTIMEZONE. */
  readonly zones: readonly (readonly string[])[];
  /** The numbers of lines that are not valid. */
  readonly strayAt: readonly number[];
  /** The line of the event inside which the file ends. */
  readonly unclosedAt: number | undefined;
  /** True if there is no END:VCALENDAR. */
  readonly isCutOff: boolean;
}

/**
 * The properties that are read; contacts and comments are not. Only the name of an organiser is read, never the
 * address; attendees are read only if they have no address, which is how Pentabarf writes speakers.
 */
const PROPERTIES = new Set(
  [
    'prodid x-wr-calname name x-wr-timezone vtimezone url',
    'uid summary description location categories status class dtstart dtend duration organizer attendee tzid',
    'rrule exrule rdate exdate recurrence-id sequence dtstamp last-modified method x-microsoft-cdo-alldayevent',
    'x-lectern-id x-lectern-kind x-lectern-day x-lectern-hour x-lectern-speaker x-lectern-room',
  ].flatMap(names => names.split(' ')),
);

/** Characters; far more than is kept of any field. */
const LINE_LENGTH_MAX = 200_000;

/** Parses a calendar line by line, so that a broken line costs only itself. */
export function parseCalendar(text: string): IcsCalendar {
  const calendar: IcsProperty[] = [];
  const events: { line: number; properties: IcsProperty[] }[] = [];
  const zones: string[][] = [];
  const strayAt: number[] = [];
  const open: string[] = [];
  for (const { content, line } of unfoldLines(text)) {
    const [, edge, block] = /^(BEGIN|END):\s*([\w-]+)\s*$/i.exec(content) ?? [];
    if (edge?.toUpperCase() === 'END') open.pop();
    else if (block !== undefined) {
      open.push(block.toUpperCase());
      if (open.length === 2 && open[1] === 'VEVENT') events.push({ line, properties: [] });
      if (open.length === 2 && open[1] === 'VTIMEZONE') zones.push([]);
    }
    if (open[1] === 'VTIMEZONE' || (edge && block?.toUpperCase() === 'VTIMEZONE'))
      zones.at(-1)?.push(content);
    else if (edge === undefined) {
      const property = readProperty(content);
      // Properties of an alarm or another part of an event are not the event's own.
      const target =
        open.length === 1
          ? calendar
          : open.length === 2 && open[1] === 'VEVENT'
            ? events.at(-1)?.properties
            : undefined;
      if (property === 'stray') strayAt.push(line);
      else if (property !== undefined) target?.push(property);
    }
  }
  return {
    properties: calendar,
    events,
    zones,
    strayAt,
    unclosedAt: open.includes('VEVENT') ? events.at(-1)?.line : undefined,
    isCutOff: open.length > 0,
  };
}

export function findProperty(properties: readonly IcsProperty[], name: string): IcsProperty | undefined {
  return properties.find(property => property.name === name);
}

/** True for a calendar that Lectern wrote: its properties can be taken literally. */
export function isWrittenByLectern({ properties }: IcsCalendar): boolean {
  return findValue(properties, 'prodid').startsWith('-//Lectern//');
}

export function findValues(properties: readonly IcsProperty[], name: string): readonly string[] {
  return properties.flatMap(property => (property.name === name ? property.values : []));
}

/** Empty if there is none. */
export function findValue(properties: readonly IcsProperty[], name: string): string {
  return findProperty(properties, name)?.values[0] ?? '';
}

/** Unfolds lines, and joins descriptions whose own line breaks were not escaped. */
function* unfoldLines(text: string): Generator<{ readonly content: string; readonly line: number }> {
  let parts: string[] = [];
  let line = 0;
  let isApart = false;
  for (const [at, raw] of text.split('\n').entries()) {
    if (/^[ \t]/.test(raw)) parts.push(raw.slice(1));
    else if (raw === '') isApart = true;
    else if (!isProperty(raw) && /^DESCRIPTION[;:]/i.test(parts[0] ?? ''))
      parts.push(isApart ? '\\n\\n' : '\\n', raw);
    else {
      if (parts.length > 0) yield { content: parts.join('').slice(0, LINE_LENGTH_MAX), line };
      parts = [raw];
      line = at + 1;
    }
    if (raw !== '') isApart = false;
  }
  if (parts.length > 0) yield { content: parts.join('').slice(0, LINE_LENGTH_MAX), line };
}

/** "Note: bring a laptop" and "https://example.org" are not properties, but the rest of a text. */
function isProperty(line: string): boolean {
  const name = /^[A-Za-z][A-Za-z\d-]*(?=[;:])/.exec(line)?.[0] ?? '';
  const isKnown = PROPERTIES.has(name) || name === 'begin' || name === 'end';
  return name !== '' && (name === name.toUpperCase() || isKnown);
}

function readProperty(content: string): IcsProperty | 'stray' | undefined {
  const name = /^[\w-]+(?=[;:])/.exec(content)?.[0].toLowerCase();
  if (name === undefined) return 'stray';
  if (!PROPERTIES.has(name) || (name === 'attendee' && !/:invalid:nomail\s*$/i.test(content)))
    return undefined;
  try {
    const [, parameters, type, ...values]: readonly unknown[] = ICAL.parse.property(
      name.endsWith('rule') ? correctRule(content) : content,
    );
    return {
      name,
      parameters: new Map(Object.entries(parameters ?? {}).map(([key, value]) => [key, String(value)])),
      values: readValues(name, values, { type, content }),
      rule: type === 'recur' && isRecord(values[0]) ? values[0] : undefined,
    };
  } catch {
    // ical.js throws if a line has no value or a rule is not valid.
    const value = content.replace(HEAD, '').trim();
    if (!name.endsWith('rule') || value === '') return 'stray';
    return { name, parameters: new Map(), values: [], rule: { invalid: value } };
  }
}

/** ical.js takes a rule in capitals only, and one that ends with a semicolon for one with a nameless part. */
function correctRule(content: string): string {
  return content.toUpperCase().replace(/;\s*$/, '');
}

function readValues(
  name: string,
  values: readonly unknown[],
  { type, content }: { readonly type: unknown; readonly content: string },
): readonly string[] {
  if (name === 'organizer' || name === 'attendee') return [];
  return TIMES.has(name) ? readTimes(content, type) : readTexts(values, type);
}

function readTexts(values: readonly unknown[], type: unknown): readonly string[] {
  const texts = values.flatMap(value =>
    typeof value === 'string' || typeof value === 'number' ? `${value}` : [],
  );
  // ical.js removes escapes only in properties that it knows.
  return type === 'unknown' ? texts.map(unescapeText) : texts;
}

const TIMES = new Set('dtstart dtend rdate exdate recurrence-id dtstamp last-modified'.split(' '));
const HEAD = /^(?:[^":]|"[^"]*")*:/;

/**
 * Reads dates and times into ISO 8601; what is none stays as it is. ical.js turns "soon" into "soon--T::", and takes a
 * date for a time if its VALUE=DATE is missing.
 */
function readTimes(content: string, type: unknown): readonly string[] {
  const isDay = type === 'date';
  const texts = content.replace(HEAD, '').split(',');
  return texts.map(text => {
    const [from = '', ...to] = text.trim().split('/');
    const start = readTime(from);
    return [isDay && /T00:00:00$/.test(start) ? start.slice(0, 10) : start, ...to.map(readTime)].join('/');
  });
}

function readTime(text: string): string {
  const [, year, month, day, hour, minute, second = '00', zone = ''] =
    /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d))?(Z?))?$/i.exec(text) ?? [];
  if (year === undefined) return text;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined) return date;
  // ISO 8601 ends a day at 24:00, which is the midnight of the next one.
  if (hour === '24' && minute === '00' && readDate(date) !== undefined)
    return `${addDay(date)}T00:00:${second}${zone.toUpperCase()}`;
  return `${date}T${hour}:${minute}:${second}${zone.toUpperCase()}`;
}

export function unescapeText(text: string): string {
  return text.replace(/\\([\\,;nN])/g, (_, char: string) => (char.toLowerCase() === 'n' ? '\n' : char));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
