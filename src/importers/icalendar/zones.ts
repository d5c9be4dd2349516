import ICAL from 'ical.js';
import { parseInstant, placeMoment } from '../../programme/moment.ts';
import { groupByEach } from '../../text/keys.ts';
import { findZone } from '../reading/zones.ts';
import { findProperty, findValue, type IcsCalendar, type IcsProperty, isWrittenByLectern } from './lines.ts';

/** The time zones of a calendar. */
export interface IcsZones {
  /**
   * The zone of the calendar's times, if it states one. `UTC` does not count, since some programs write it for every
   * zone.
   */
  readonly main: string | undefined;
  /** Adds to a time from the file the offset of its zone. */
  place(local: string, property: IcsProperty): string;
  /** Names in the file that are not known as time zones. */
  readonly unknown: ReadonlySet<string>;
  /** Whole sentences about zones that the file describes otherwise than their names are known, one for each. */
  readonly disputed: ReadonlyMap<string, string>;
}

/**
 * Reads the zones of a calendar by name. ical.js looks only within the file and drops a name that the file does not
 * describe: RailsConf's `TZID=America/Phoenix` came out seven hours wrong.
 */
export function readZones(calendar: IcsCalendar): IcsZones {
  const stated = findZone(findValue(calendar.properties, 'x-wr-timezone'));
  const isMeant = stated !== undefined && (!isUtc(stated) || isWrittenByLectern(calendar));
  const own = isMeant ? stated : zoneOfEvents(calendar);
  const described = new Map(calendar.zones.map(readVtimezone).flatMap(zone => zone ?? []));
  const unknown = new Set<string>();
  const disputed = new Map<string, string>();
  const placeNamed = (local: string, id: string) => {
    const zone = findZone(id);
    const named = zone === undefined ? undefined : placeMoment(local, zone);
    const offset = described.get(id)?.offsetAt(local);
    if (named === undefined && offset === undefined && zone === undefined) unknown.add(id);
    if (named === undefined || offset === undefined || named.slice(19) === offset)
      return named ?? (offset === undefined ? undefined : local + offset);
    const holds = !isPlace(zone ?? '') || described.get(id)?.isCurrent === true;
    if (!disputed.has(id)) disputed.set(id, describeDispute(id, { local, named, offset, holds }));
    return holds ? local + offset : named;
  };
  const main = own ?? findCommonestZone(calendar, described);
  return {
    main,
    unknown,
    disputed,
    place: (local, property) => {
      if (local.endsWith('Z')) return local;
      const id = property.parameters.get('tzid');
      const placed = id === undefined ? undefined : placeNamed(local, id);
      if (placed === undefined) return own === undefined ? local : (placeMoment(local, own) ?? local);
      // The offset of another zone says nothing of this one.
      return main === undefined || isZone(id, main) ? placed : toUtc(placed);
    },
  };
}

function isZone(id: string | undefined, zone: string): boolean {
  const named = findZone(id ?? '');
  return named === undefined || named === zone || !isPlace(named);
}

function toUtc(placed: string): string {
  const at = parseInstant(placed);
  return at === undefined ? placed : `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** `America/Vancouver` is a place; `EST` and `Etc/GMT+5` are offsets, which many calendars describe with summer time. */
function isPlace(zone: string): boolean {
  return zone.includes('/') && !zone.startsWith('Etc/');
}

interface Dispute {
  readonly local: string;
  readonly named: string;
  readonly offset: string;
  readonly holds: boolean;
}

function describeDispute(id: string, { local, named, offset, holds }: Dispute): string {
  return `The calendar describes its time zone "${id.slice(0, 60)}" as UTC${offset} on ${local.slice(0, 10)}, and by its name it is UTC${named.slice(19)}; ${holds ? 'the description holds' : 'the name holds, since the description is an old one'}. If the times are an hour off, set timeZone in conference.yml and correct the calendar's zone.`;
}

/** The same for two times that are one instant; a time in no known zone is only the same as itself. */
export function toInstantKey(placed: string): string {
  return `${parseInstant(placed) ?? placed}`;
}

/** Pentabarf gives its events a line `TZID:Europe-Brussels` instead of a TZID parameter. */
function zoneOfEvents({ events }: IcsCalendar): string | undefined {
  const zones = new Set(events.map(({ properties }) => findValue(properties, 'tzid')));
  return zones.size === 1 ? findZone([...zones].join()) : undefined;
}

function isUtc(zone: string): boolean {
  return /^(?:Etc\/)?(?:UTC|GMT|UCT|Zulu|Universal|Greenwich)(?:[+-]?0)?$/i.test(zone);
}

/**
 * Finds the zone of most events, else the only one that the file names. MOCA writes `VTIMEZONE: Europe/Rome`, as a
 * property.
 */
function findCommonestZone(
  { events, properties, zones }: IcsCalendar,
  described: ReadonlyMap<string, DescribedZone>,
): string | undefined {
  const starts = events.flatMap(event => findProperty(event.properties, 'dtstart') ?? []);
  const byId = groupByEach(starts, ({ parameters }) => [parameters.get('tzid') ?? '']);
  const counts = new Map<string, number>();
  for (const [id, those] of byId) {
    const zone = findFittingZone(id, those, described.get(id));
    if (zone !== undefined) counts.set(zone, (counts.get(zone) ?? 0) + those.length);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  const named = zones.map(lines => findZone(tzidOf(lines) ?? '') ?? '').filter(isPlace);
  return (
    most?.[0] ?? findZone(findValue(properties, 'vtimezone')) ?? (named.length === 1 ? named[0] : undefined)
  );
}

/** The zone of a name with the summer time that the calendar describes: pretalx wrote GMT for London. */
const WITH_SUMMER_TIME: Readonly<Record<string, string>> = {
  GMT: 'Europe/London',
  WET: 'Europe/Lisbon',
  EST: 'America/New_York',
  CST: 'America/Chicago',
  MST: 'America/Denver',
  PST: 'America/Los_Angeles',
};

/** A name that is an offset is the conference's zone only if the calendar does not describe it otherwise. */
function findFittingZone(
  id: string,
  starts: readonly IcsProperty[],
  described: DescribedZone | undefined,
): string | undefined {
  const zone = findZone(id);
  if (zone !== undefined && isPlace(zone)) return zone;
  const fits = (candidate: string | undefined) =>
    candidate !== undefined &&
    starts.every(({ values: [local = ''] }) => {
      const offset = described?.offsetAt(local);
      return offset === undefined || placeMoment(local, candidate)?.slice(19) === offset;
    });
  const summer = described === undefined ? undefined : WITH_SUMMER_TIME[id.toUpperCase()];
  return [zone === undefined || isUtc(zone) ? undefined : zone, summer].find(fits);
}

/** A zone as a VTIMEZONE describes it. */
interface DescribedZone {
  readonly offsetAt: (local: string) => string | undefined;
  /** False if it has one offset since long ago, as programs write that leave summer time out. */
  readonly isCurrent: boolean;
}

/**
 * Reads the zone that a VTIMEZONE describes: Outlook writes names such as "W. Europe Standard Time" with their rules.
 */
function readVtimezone(lines: readonly string[]): readonly [string, DescribedZone][] | undefined {
  const id = tzidOf(lines);
  if (id === undefined || lines.length > 500 || !lines.every(isHarmless)) return undefined;
  try {
    const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(lines.join('\r\n'))));
    return [[id, { offsetAt: local => offsetAt(zone, local), isCurrent: isCurrent(lines) }]];
  } catch {
    // ical.js throws if the description is broken; then the zone is unknown.
    return undefined;
  }
}

/** Rules as of this year know of all changes but the very last ones, which a calendar then describes. */
const CURRENT_SINCE = 2007;

function isCurrent(lines: readonly string[]): boolean {
  const has = (pattern: RegExp) => lines.some(line => pattern.test(line));
  const years = lines.flatMap(line => /^DTSTART[^:]*:(\d{4})/i.exec(line)?.[1] ?? []).map(Number);
  const isWhole = has(/^BEGIN:DAYLIGHT/i) && has(/^BEGIN:STANDARD/i);
  return years.some(year => year >= CURRENT_SINCE) || (isWhole && years.every(year => year < 1987));
}

/** ical.js loops for ever on a rule without dates; these rules have one each year. */
function isHarmless(line: string): boolean {
  if (!/^(?:RRULE|EXRULE)/i.test(line)) return true;
  const parts = line.replace(/^[^:]*:/, '').split(';');
  return parts.every(part =>
    /^(?:FREQ=YEARLY|INTERVAL=1|WKST=\w\w|BYMONTH=(?:[1-9]|1[0-2])|BYDAY=-?[1-4](?:SU|MO|TU|WE|TH|FR|SA)|UNTIL=\d{8}(?:T\d{6}Z?)?)$/i.test(
      part,
    ),
  );
}

function offsetAt(zone: ICAL.Timezone, local: string): string | undefined {
  try {
    const seconds = zone.utcOffset(ICAL.Time.fromDateTimeString(local));
    const minutes = Math.round(Math.abs(seconds) / 60);
    const pad = (number: number) => String(number).padStart(2, '0');
    return `${seconds < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
  } catch {
    return undefined;
  }
}

function tzidOf(lines: readonly string[]): string | undefined {
  return lines.map(line => /^TZID(?:;[^:]*)?:\s*(.+?)\s*$/i.exec(line)?.[1]).find(id => id !== undefined);
}
