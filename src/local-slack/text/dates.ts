import type { TextReader } from './reader.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** A date as an app sends it: seconds since 1970, a format with tokens such as `{date_short}`, and a fallback. */
export interface DateToken {
  readonly seconds: number;
  readonly format: string;
  readonly fallback: string;
}

/** Formats a date in the reader's zone. Returns its fallback if the zone is not known or the date does not exist. */
export function formatDate(token: DateToken, reader: TextReader): string {
  const { timeZone, locale = 'en-US' } = reader;
  const instant = token.seconds * 1000;
  if (timeZone === undefined || Number.isNaN(new Date(instant).getTime())) return token.fallback;
  return token.format.replace(/\{([a-z_]+)\}/g, (written, name: string) => {
    if (name === 'ago') return formatAge(instant, reader.now ?? instant);
    const near = name.endsWith('_pretty') ? nameNearDay(instant, timeZone, reader.now) : undefined;
    return near ?? formatPart(name.replace(/_pretty$/, ''), instant, { timeZone, locale }) ?? written;
  });
}

function formatPart(
  name: string,
  instant: number,
  { timeZone, locale }: { readonly timeZone: string; readonly locale: string },
): string | undefined {
  const format = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(instant);
  switch (name) {
    case 'date_num':
      return formatIsoDay(instant, timeZone);
    case 'date_slash':
      return format({ day: '2-digit', month: '2-digit', year: 'numeric' });
    case 'date_long':
    case 'day_divider':
      return format({ weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' });
    case 'date_long_full':
      return format({ month: 'long', day: 'numeric', year: 'numeric' });
    case 'date':
      return format({ month: 'long', day: 'numeric' });
    case 'date_short':
      return format({ month: 'short', day: 'numeric', year: 'numeric' });
    case 'time':
      return format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    case 'time_secs':
      return format({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
    default:
      return undefined;
  }
}

/** «Shows yesterday, today or tomorrow, otherwise uses the format without `_pretty`.» */
function nameNearDay(instant: number, timeZone: string, now: number | undefined): string | undefined {
  if (now === undefined) return undefined;
  const day = (at: number): number => Date.parse(formatIsoDay(at, timeZone));
  const distance = Math.round((day(instant) - day(now)) / dayMs);
  return { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' }[String(distance)];
}

function formatIsoDay(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(instant);
}

function formatAge(instant: number, now: number): string {
  const minutes = Math.round((now - instant) / 60_000);
  const [amount, unit] =
    Math.abs(minutes) < 60
      ? [minutes, 'minute']
      : Math.abs(minutes) < 1440
        ? [minutes / 60, 'hour']
        : [minutes / 1440, 'day'];
  const rounded = Math.round(Math.abs(Number(amount)));
  const length = `${rounded} ${unit}${rounded === 1 ? '' : 's'}`;
  return minutes < 0 ? `in ${length}` : `${length} ago`;
}
