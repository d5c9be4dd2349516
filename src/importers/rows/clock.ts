const CLOCK = /^(\d{1,2})(?:[:.h](\d\d))?(?::(\d\d)(?:\.\d+)?)?\s*(a\.?m\.?|p\.?m\.?|uhr|h|hs|hrs)?$/i;

/** A time of day as people write it, `9:20`, `9.30 Uhr`, `9h30`, `2:30 PM`, in the form of ISO 8601; nothing where it is none. */
export function readClock(text: string): string | undefined {
  const [, hour, minute, second = '00', suffix = ''] = CLOCK.exec(text.trim()) ?? [];
  if (hour === undefined || (minute === undefined && suffix === '')) return undefined;
  const hours = inTwentyFour(Number(hour), suffix.toLowerCase().replaceAll('.', ''));
  if (hours === undefined || Number(minute ?? 0) > 59 || Number(second) > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${minute ?? '00'}:${second}`;
}

function inTwentyFour(hour: number, suffix: string): number | undefined {
  if (suffix !== 'am' && suffix !== 'pm') return hour > 23 ? undefined : hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (suffix === 'pm' ? 12 : 0);
}
