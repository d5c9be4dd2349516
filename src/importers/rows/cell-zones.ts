import { parseOffset } from '../../programme/local-time.ts';
import { placeMoment } from '../../programme/moment.ts';
import { findZone } from '../reading/zones.ts';

/** A text of a time, and the zone that stands behind it, as written; empty if none does. */
export interface ZonedText {
  readonly text: string;
  readonly zone: string;
}

/** Short names of zones: for standard time, for summer time, for both. The first zone of a name is the usual one. */
const SHORT_NAMES: readonly (readonly [zone: string, standard: string, summer: string, both?: string])[] = [
  ['Europe/London', 'GMT', 'BST'],
  ['Europe/Berlin', 'CET MEZ', 'CEST MESZ MEST', 'CE(S)T'],
  ['Europe/Athens', 'EET OEZ', 'EEST OESZ'],
  ['Europe/Lisbon', 'WET WEZ', 'WEST WESZ'],
  ['Europe/Moscow', 'MSK', ''],
  ['America/New_York', 'EST', 'EDT', 'ET'],
  ['America/Chicago', 'CST', 'CDT', 'CT'],
  ['America/Denver', 'MST', 'MDT', 'MT'],
  ['America/Los_Angeles', 'PST', 'PDT', 'PT'],
  ['America/Anchorage', 'AKST', 'AKDT', 'AKT'],
  ['Pacific/Honolulu', 'HST', ''],
  ['America/Halifax', 'AST', 'ADT', 'AT'],
  ['America/St_Johns', 'NST', 'NDT', 'NT'],
  ['America/Sao_Paulo', 'BRT', ''],
  ['America/Argentina/Buenos_Aires', 'ART', ''],
  ['America/Santiago', 'CLT', 'CLST'],
  ['America/Bogota', 'COT', ''],
  ['America/Lima', 'PET', ''],
  ['Asia/Kolkata', 'IST', ''],
  ['Asia/Jerusalem', 'IST', 'IDT'],
  ['Europe/Dublin', 'GMT', 'IST'],
  ['Asia/Tokyo', 'JST', ''],
  ['Asia/Seoul', 'KST', ''],
  ['Asia/Shanghai', 'CST', ''],
  ['Asia/Hong_Kong', 'HKT', ''],
  ['Asia/Singapore', 'SGT', ''],
  ['Asia/Jakarta', 'WIB', ''],
  ['Asia/Manila', 'PHT', ''],
  ['Asia/Dubai', 'GST', ''],
  ['Asia/Karachi', 'PKT', ''],
  ['Africa/Johannesburg', 'SAST', ''],
  ['Africa/Lagos', 'WAT', ''],
  ['Africa/Nairobi', 'EAT', ''],
  ['Australia/Sydney', 'AEST', 'AEDT', 'AET'],
  ['Australia/Adelaide', 'ACST', 'ACDT', 'ACT'],
  ['Australia/Perth', 'AWST', ''],
  ['Pacific/Auckland', 'NZST', 'NZDT'],
];

type Season = 'standard' | 'summer';

interface Candidate {
  readonly zone: string;
  /** The season that the name states; undefined if it holds all the year. */
  readonly season: Season | undefined;
}

const CANDIDATES = new Map<string, readonly Candidate[]>();
for (const [zone, ...names] of SHORT_NAMES)
  for (const [at, season] of (['standard', 'summer', undefined] as const).entries())
    for (const name of (names[at] ?? '').split(' ').filter(part => part !== ''))
      CANDIDATES.set(name, [...(CANDIDATES.get(name) ?? []), { zone, season }]);

const OFFSET = String.raw`(?:UTC|GMT)\s?[+\-−]\s?\d{1,2}(?::?[0-5]\d)?(?:\s*\([\p{L} .]+\))?`;
const SHORT = [...CANDIDATES.keys()].map(name => name.replace(/[()]/g, '\\$&')).join('|');
const LONG = String.raw`(?!(?:AM|PM|Uhr)\b)[A-Z][\p{L}.]*(?:\s[\p{L}.]+){0,3}\sTime(?:\s\([\p{L} ,&.]+\))?`;
const IANA = String.raw`(?:Etc/)?[A-Z][A-Za-z]+/[A-Z][A-Za-z_+\-/]+`;
const ZONE = `${OFFSET}|UTC|${SHORT}|${IANA}|${LONG}`;
/** RFC 2822 has an offset alone: `11 May 2027 09:00:00 +0200`. */
const AT_END = new RegExp(
  String.raw`(?:\s*[([]?\s*(?<!\p{L})(?<zone>${ZONE})\s*[)\]]?|(?<=:\d\d)\s(?<bare>[+-]\d{4}))$`,
  'u',
);
const INNER = new RegExp(
  String.raw`(?<=[\d\p{L}.])\s*[([]?\b(?:${ZONE})(?:[)\]]|(?![\p{L}\d]))(?=\s*(?:[-–—/|]|to\b|bis\b))`,
  'gu',
);
const HAS_ISO_OFFSET = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?$/;

/**
 * Splits `9:30 CEST`, `09:30 (UTC)`, `9:00 AM ET - 9:30 AM ET`, `10:00 GMT-05:00` or `10:00 Europe/Berlin` into the time and its
 * zone. Of a time that is given in several, `09:00 CEST / 03:00 EDT`, the first is taken.
 */
export function splitZone(text: string): ZonedText {
  if (text.length < 5 || text.length > 120 || HAS_ISO_OFFSET.test(text)) return { text, zone: '' };
  const [first = '', ...others] = text.split(/\s+[/|]\s+/);
  if (others.length > 0 && [first, ...others].every(part => splitZone(part).zone !== ''))
    return splitZone(first);
  const found = AT_END.exec(text);
  const zone = (found?.groups?.zone ?? found?.groups?.bare ?? '').trim();
  const time = text.slice(0, found?.index).trim();
  if (zone === '' || !/\d/.test(time) || !isKnown(zone)) return { text, zone: '' };
  return { text: time.replace(INNER, ''), zone };
}

/** Reads the zone in the name of a column, `Start (UTC)` or `start_utc`; empty if it names none. */
export function zoneInName(name: string): string {
  const [, inner = ''] = /[([]([^)\]]+)[)\]]/.exec(name) ?? [];
  const [, last = ''] = /[\s_-](UTC|GMT|[A-Z]{3,4})$/i.exec(name) ?? [];
  return [inner, /^(?:utc|gmt)$/i.test(last) ? last.toUpperCase() : last].find(isKnown) ?? '';
}

function isKnown(zone: string): boolean {
  return zone !== '' && (CANDIDATES.has(zone) || (readOffset(zone) ?? findNamed(zone)) !== undefined);
}

/** `UTC`, `UTC+2`, `GMT-05:00`, `+0200` */
function readOffset(text: string): string | undefined {
  const [, name = '', sign, hours = '', minutes = '00'] =
    /^(UTC|GMT)?\s?(?:([+\-−])\s?(\d{1,2}):?([0-5]\d)?)?(?:\s*\(.*\))?$/.exec(text) ?? [];
  if (sign === undefined) return name === 'UTC' ? 'Z' : undefined;
  return `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`;
}

/** `Europe/Berlin`, "W. Europe Standard Time", "Eastern Time (US & Canada)" */
function findNamed(text: string): string | undefined {
  const isName = text.includes('/') || / Time\b/.test(text);
  return isName
    ? (findZone(text) ??
        findZone(text.replace(/(?:\s(?:Standard|Daylight|Summer))?\sTime\b.*$/, ' Standard Time')))
    : undefined;
}

/** Places times that are written in zones. */
export interface ZoneReader {
  /** Adds the offset of a zone to a time without one, `2027-05-11T09:00:00`. */
  readonly place: (time: string, zone: string) => string;
  /** Whole sentences about zones that may be meant otherwise. */
  readonly doubts: () => readonly string[];
}

/** `conferenceZone` is an IANA name; undefined if `conference.yml` has none. */
export function createZoneReader(conferenceZone: string | undefined): ZoneReader {
  const doubts = new Set<string>();
  return {
    place: (time, written) => {
      if (time.length !== 19 || written === '') return time;
      const fixed = readOffset(written);
      if (fixed !== undefined) return time + fixed;
      const named = findNamed(written);
      if (named !== undefined) return placeMoment(time, named) ?? time;
      const { zone, season, isGuess } = chooseCandidate(written, time, conferenceZone);
      const placed = placeMoment(time, zone) ?? time;
      if (isGuess) doubts.add(describeGuess(written, zone));
      const actual = seasonOf(placed, zone);
      if (season !== undefined && actual !== undefined && season !== actual)
        doubts.add(describeSeason(written, zone, actual));
      return placed;
    },
    doubts: () => [...doubts],
  };
}

function describeGuess(name: string, zone: string): string {
  return `"${name}" is the name of several zones and was read as ${zone}; if that is wrong, set timeZone in conference.yml, or write the whole name of the zone.`;
}

function describeSeason(name: string, zone: string, actual: Season): string {
  return `"${name}" stands on days on which ${zone} has ${actual} time; it was read as what the clocks show there. If that is wrong, write an offset such as UTC-5.`;
}

/**
 * People write "EST" and "CET" in summer, too, and mean what the clocks there show. Of several zones of one name it is the
 * conference's own, by its clocks or, as with "MST" in Phoenix, by the offset that the name states.
 */
function chooseCandidate(
  name: string,
  time: string,
  conferenceZone: string | undefined,
): Candidate & { readonly isGuess: boolean } {
  const candidates = CANDIDATES.get(name) ?? [];
  const year = time.slice(0, 4);
  const ownOffsets = conferenceZone === undefined ? '' : offsetsOf(conferenceZone, year).join();
  const own = candidates.find(({ zone }) => offsetsOf(zone, year).join() === ownOffsets);
  if (own !== undefined) return { ...own, isGuess: false };
  const isOwnOffset = candidates.some(
    candidate =>
      conferenceZone !== undefined && statedOffset(candidate, year) === offsetAt(time, conferenceZone),
  );
  if (conferenceZone !== undefined && isOwnOffset)
    return { zone: conferenceZone, season: undefined, isGuess: false };
  // Far from London, "GMT" means UTC.
  if (name === 'GMT') return { zone: 'UTC', season: undefined, isGuess: false };
  return { ...(candidates[0] ?? { zone: 'UTC', season: undefined }), isGuess: candidates.length > 1 };
}

function offsetAt(time: string, zone: string): number {
  return parseOffset(placeMoment(time, zone)?.slice(19) ?? '') ?? 0;
}

/** In January and in July, in minutes. */
function offsetsOf(zone: string, year: string): readonly [january: number, july: number] {
  return [offsetAt(`${year}-01-15T12:00:00`, zone), offsetAt(`${year}-07-15T12:00:00`, zone)];
}

/** The offset that a name states, whatever the day: summer time is ahead, in the south as well. */
function statedOffset({ zone, season }: Candidate, year: string): number | undefined {
  if (season === undefined) return undefined;
  return season === 'summer' ? Math.max(...offsetsOf(zone, year)) : Math.min(...offsetsOf(zone, year));
}

/** Undefined for a zone without summer time. */
function seasonOf(moment: string, zone: string): Season | undefined {
  const [january, july] = offsetsOf(zone, moment.slice(0, 4));
  if (january === july) return undefined;
  return parseOffset(moment.slice(19)) === Math.max(january, july) ? 'summer' : 'standard';
}
