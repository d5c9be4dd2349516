import ICAL from 'ical.js';
import { parseInstant, placeMoment } from '../../programme/moment.ts';
import { findZone } from '../reading/zones.ts';
import { findValue, type IcsCalendar, type IcsProperty, isWrittenByLectern } from './lines.ts';

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
}

/**
 * Reads the zones of a calendar by name. ical.js looks only within the file and drops a name that the file does not
 * describe: RailsConf's `TZID=America/Phoenix` came out seven hours wrong.
 */
export function readZones(calendar: IcsCalendar): IcsZones {
  const stated = findZone(findValue(calendar.properties, 'x-wr-timezone'));
  const isMeant = stated !== undefined && (!isUtc(stated) || isWrittenByLectern(calendar));
  const own = isMeant ? stated : zoneOfEvents(calendar);
  const described = new Map(calendar.zones.map(readVtimezone).filter(zone => zone !== undefined));
  const unknown = new Set<string>();
  return {
    main: own ?? findCommonestZone(calendar),
    unknown,
    place: (local, property) => {
      const id = property.parameters.get('tzid');
      if (local.endsWith('Z')) return local;
      const zone = id === undefined ? own : findZone(id);
      if (zone !== undefined) return placeMoment(local, zone) ?? local;
      const offset = described.get(id ?? '')?.(local);
      if (offset !== undefined) return `${local}${offset}`;
      if (id !== undefined) unknown.add(id);
      return own === undefined ? local : (placeMoment(local, own) ?? local);
    },
  };
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
function findCommonestZone({ events, properties, zones }: IcsCalendar): string | undefined {
  const counts = new Map<string, number>();
  for (const { properties: own } of events) {
    const zone = findZone(own.find(({ name }) => name === 'dtstart')?.parameters.get('tzid') ?? '');
    if (zone !== undefined && !isUtc(zone)) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  const named = zones.map(lines => findZone(tzidOf(lines) ?? ''));
  return (
    most?.[0] ?? findZone(findValue(properties, 'vtimezone')) ?? (named.length === 1 ? named[0] : undefined)
  );
}

type OffsetAt = (local: string) => string | undefined;

/**
 * Reads the zone that a VTIMEZONE describes: Outlook writes names such as "W. Europe Standard Time" with their rules.
 */
function readVtimezone(lines: readonly string[]): readonly [string, OffsetAt] | undefined {
  const id = tzidOf(lines);
  if (id === undefined || lines.length > 500 || !lines.every(isHarmless)) return undefined;
  try {
    const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(lines.join('\r\n'))));
    return [id, local => offsetAt(zone, local)];
  } catch {
    // ical.js throws if the description is broken; then the zone is unknown.
    return undefined;
  }
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
