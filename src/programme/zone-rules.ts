import { Temporal } from 'temporal-polyfill';

/** The newest release of the time zone database that this file knows. */
export const NEWEST_TZDATA = '2026f';

interface ZoneChange {
  /** IANA names. */
  readonly zones: readonly string[];
  /** ISO 8601, in UTC. */
  readonly since: string;
  readonly until?: string;
  readonly offset: string;
}

/**
 * The changes of clocks from tzdata 2026a to 2026f. Node has its rules of time zones built in, and Node 20 ends with those
 * of 2025c, so a conference in Vancouver would be an hour off in winter. Found by comparing all zones of 2025c with 2026f
 * up to the end of 2028.
 */
const CHANGES: readonly ZoneChange[] = [
  { zones: ['Africa/Casablanca', 'Africa/El_Aaiun'], since: '2026-09-20T01:00:00Z', offset: '+00:00' },
  { zones: ['America/Vancouver', 'Canada/Pacific'], since: '2026-11-01T00:00:00Z', offset: '-07:00' },
  {
    zones: ['America/Edmonton', 'America/Inuvik', 'America/Yellowknife', 'Canada/Mountain'],
    since: '2026-11-01T00:00:00Z',
    offset: '-06:00',
  },
  {
    zones: ['America/Winnipeg', 'America/Rainy_River', 'Canada/Central'],
    since: '2026-11-01T00:00:00Z',
    offset: '-05:00',
  },
  {
    zones: ['America/Havana', 'Cuba'],
    since: '2026-11-01T00:00:00Z',
    until: '2027-11-07T05:00:00Z',
    offset: '-04:00',
  },
];

const changeOf = new Map(CHANGES.flatMap(change => change.zones.map(zone => [zone.toLowerCase(), change])));

/** An instant on the clocks of a zone, by the newest rules that are known. Throws a RangeError for an unknown zone. */
export function toClocks(instant: Temporal.Instant, timeZone: string): Temporal.ZonedDateTime {
  const own = instant.toZonedDateTimeISO(timeZone);
  const offset = findNewOffset(own, timeZone);
  return offset === undefined ? own : instant.toZonedDateTimeISO(offset);
}

/**
 * The instant at which the clocks of a zone show this time, by the newest rules that are known. A time that a change of
 * clocks skips or repeats is read as iCalendar and JavaScript read it ("compatible").
 */
export function fromClocks(local: Temporal.PlainDateTime, timeZone: string): Temporal.ZonedDateTime {
  const own = local.toZonedDateTime(timeZone);
  const offset = findNewOffset(own, timeZone);
  return offset === undefined ? own : local.toZonedDateTime(offset);
}

/** Whether this file knows a rule of a zone that Node may lack. */
export function hasNewRule(timeZone: string): boolean {
  return changeOf.has(timeZone.toLowerCase());
}

/** Whether Node's own rule for a zone differs from the newest known at this instant, in milliseconds since 1970. */
export function isRuleOld(timeZone: string, epochMs: number): boolean {
  const own = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);
  const offset = findNewOffset(own, timeZone);
  return offset !== undefined && offset !== own.offset;
}

/** A Node that is newer than this file knows better. */
function findNewOffset(time: Temporal.ZonedDateTime, timeZone: string): string | undefined {
  const change = changeOf.get(timeZone.toLowerCase());
  if (change === undefined || (process.versions.tz ?? '') > NEWEST_TZDATA) return undefined;
  const at = time.epochMilliseconds;
  const { since, until = '9999-01-01T00:00:00Z', offset } = change;
  return Date.parse(since) <= at && at < Date.parse(until) ? offset : undefined;
}
