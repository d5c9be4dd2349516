import { Temporal } from 'temporal-polyfill';

/**
 * The IANA name that a file means by what it calls a time zone; nothing where it means none. Some programs put a path of
 * their own before it, `/mozilla.org/20050126_1/Europe/Berlin`; FOSDEM's writes `Europe-Brussels`, and Outlook what
 * Windows calls it.
 */
export function zoneName(text: string): string | undefined {
  const name = text.trim().replace(/^["']|["']$/g, '');
  const own = /^\/.*?([A-Z][A-Za-z_]+\/[A-Z][A-Za-z_/+-]+)$/.exec(name)?.[1];
  return [name, own, name.replace('-', '/'), WINDOWS_ZONES.get(name)].find(
    candidate => candidate !== undefined && isZone(candidate),
  );
}

/** Those of Windows' zones in which most conferences are, by CLDR's table (windowsZones.xml). */
const WINDOWS_ZONES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'AUS Eastern': 'Australia/Sydney',
    'Central America': 'America/Guatemala',
    'Central Europe': 'Europe/Budapest',
    'Central European': 'Europe/Warsaw',
    Central: 'America/Chicago',
    China: 'Asia/Shanghai',
    'E. Australia': 'Australia/Brisbane',
    'E. Europe': 'Europe/Chisinau',
    'E. South America': 'America/Sao_Paulo',
    Eastern: 'America/New_York',
    FLE: 'Europe/Kiev',
    GMT: 'Europe/London',
    GTB: 'Europe/Bucharest',
    Greenwich: 'Atlantic/Reykjavik',
    India: 'Asia/Calcutta',
    Israel: 'Asia/Jerusalem',
    Korea: 'Asia/Seoul',
    Mountain: 'America/Denver',
    'New Zealand': 'Pacific/Auckland',
    Pacific: 'America/Los_Angeles',
    Romance: 'Europe/Paris',
    Russian: 'Europe/Moscow',
    'SA Pacific': 'America/Bogota',
    'SE Asia': 'Asia/Bangkok',
    Singapore: 'Asia/Singapore',
    'South Africa': 'Africa/Johannesburg',
    Tokyo: 'Asia/Tokyo',
    Turkey: 'Europe/Istanbul',
    'W. Australia': 'Australia/Perth',
    'W. Central Africa': 'Africa/Lagos',
    'W. Europe': 'Europe/Berlin',
  }).map(([windows, iana]) => [`${windows} Standard Time`, iana]),
);

/** True for an IANA name. Offsets such as +02:00 are zones to Temporal, too, but know nothing of summer time. */
export function isZone(name: string): boolean {
  try {
    return /^[a-z]/i.test(name) && new Temporal.ZonedDateTime(0n, name) !== undefined;
  } catch {
    // Temporal says by RangeError that there is no such zone; to our callers that is an answer.
    return false;
  }
}
