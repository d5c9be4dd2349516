import { Temporal } from 'temporal-polyfill';
import type { DraftTalk } from '../../programme/joining/draft.ts';
import { isDate } from '../../programme/moment.ts';
import type { Report } from './report.ts';
import { WINDOWS_ZONES } from './windows-zones.ts';

/**
 * Reads the zone that a file names for its times, as an IANA name; undefined if it names none. A name that is not a zone
 * is reported.
 *
 * pretalx' example conference is in "UTC" while each of its events is at +01:00: nobody had set the zone. Then the events
 * are right and the zone is dropped.
 */
export function readZone(raw: string, talks: readonly DraftTalk[], report: Report): string | undefined {
  if (raw.trim() === '') return undefined;
  const zone = findZone(raw);
  if (zone === undefined) {
    report.warn({}, `"${raw.slice(0, 40)}" is not a time zone such as Europe/Madrid; it was ignored.`);
    return undefined;
  }
  const offsets = talks.flatMap(talk =>
    talk.slots.flatMap(({ start }) => (isDate(start) ? [] : start.slice(19))),
  );
  const isElsewhere = offsets.length > 0 && offsets.every(offset => offset !== '' && !IS_UTC.test(offset));
  if (!UTC_NAME.test(zone) || !isElsewhere) return zone;
  report.warn(
    {},
    `The file names the zone ${zone}, but none of its times is in that zone; the times were kept and the zone was ignored.`,
  );
  return undefined;
}

const UTC_NAME = /^(?:Etc\/)?(?:UTC|GMT|Universal|Zulu)$/i;
const IS_UTC = /^(?:Z|[+-]00:?00)$/i;

/**
 * Finds the IANA name for a time zone as a file writes it; undefined if there is none. Some programs put a path of their
 * own before it, `/mozilla.org/20050126_1/Europe/Berlin`; FOSDEM's writes `Europe-Brussels`, Outlook the Windows name.
 */
export function findZone(text: string): string | undefined {
  const name = text.trim().replace(/^["']|["']$/g, '');
  const own = /^\/.*?([A-Z][A-Za-z_]+\/[A-Z][A-Za-z_/+-]+)$/.exec(name)?.[1];
  return [name, own, name.replace('-', '/'), BY_WINDOWS_NAME.get(name.toLowerCase())].find(
    candidate => candidate !== undefined && isZone(candidate),
  );
}

const BY_WINDOWS_NAME = new Map(
  Object.entries(WINDOWS_ZONES).map(([windows, zone]) => [windows.toLowerCase(), zone]),
);

/** True for an IANA name. Temporal also takes offsets such as +02:00, but those know no summer time. */
export function isZone(name: string): boolean {
  try {
    return /^[a-z]/i.test(name) && new Temporal.ZonedDateTime(0n, name) !== undefined;
  } catch {
    // Temporal throws a RangeError for an unknown zone.
    return false;
  }
}
