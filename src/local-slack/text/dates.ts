import type { Reader } from './reader.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** A date token's format with the instant in it, in the reader's zone; the fallback where no zone is known. */
export function formatDate(
  token: { seconds: number; format: string; fallback: string },
  reader: Reader,
): string {
  const { timeZone } = reader;
  if (timeZone === undefined) return token.fallback;
  const instant = token.seconds * 1000;
  return token.format.replace(/\{([a-z_]+)\}/g, (written, name: string) => {
    if (name === 'ago') return ago(instant, reader.now ?? instant);
    const near = name.endsWith('_pretty') ? nearDay(instant, timeZone, reader.now) : undefined;
    return near ?? plainDate(name.replace(/_pretty$/, ''), instant, timeZone) ?? written;
  });
}

function plainDate(name: string, instant: number, timeZone: string): string | undefined {
  const format = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-US', { ...options, timeZone }).format(instant);
  switch (name) {
    case 'date_num':
      return isoDay(instant, timeZone);
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
function nearDay(instant: number, timeZone: string, now: number | undefined): string | undefined {
  if (now === undefined) return undefined;
  const day = (at: number): number => Date.parse(isoDay(at, timeZone));
  const distance = Math.round((day(instant) - day(now)) / dayMs);
  return { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' }[String(distance)];
}

function isoDay(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(instant);
}

function ago(instant: number, now: number): string {
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
