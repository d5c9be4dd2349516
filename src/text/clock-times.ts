const TYPED_TIME =
  /(?<!\S)(?<at>at\s+)?(?<hour>\d{1,2})(?:(?:[:.h]|(?<=[01]\d))(?<minute>\d\d)|(?<h>h))?(?:\s*(?<half>[ap])\.?m\.?)?(?![^\s,])/gi;

/**
 * Writes the times in a text as on a clock of 24 hours: `8am`, `8 am`, `8:00`, `8.00`, `8h`, `0800` and `at 8` become
 * `08:00`. `2027` stays, since it is a year.
 */
export function plainTimes(text: string): string {
  return text.replace(TYPED_TIME, (all, ...found) => {
    const { at, hour, minute, h, half } = found.at(-1) as Record<string, string | undefined>;
    if (hour === undefined || (at ?? minute ?? h ?? half) === undefined) return all;
    const time = `${hourOnClock(Number(hour), half?.toLowerCase())}:${minute ?? '00'}`.padStart(5, '0');
    return isTime(time) ? time : all;
  });
}

/** Whether a text is a time as `plainTimes` writes it, `08:00`. */
export function isTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** A time so many minutes later on the same day, midnight at its end being 24:00. */
export function addMinutes(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const all = Math.min(hour * 60 + minute + minutes, 24 * 60);
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
}

function hourOnClock(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return hour < 1 || hour > 12 ? Number.NaN : (hour % 12) + (half === 'p' ? 12 : 0);
}
