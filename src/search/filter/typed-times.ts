import { isTime, plainTimes } from '../../text/clock-times.ts';

/** The times of a day, `14:00`, at which talks are to begin; or a sentence that says why there are none. */
export type TypedTimes =
  | { readonly kind: 'at'; readonly time: string }
  /** From one on and before the other. After midnight it is the same programme day: `22:00` to `02:00`. */
  | { readonly kind: 'within'; readonly from: string; readonly to: string }
  | { readonly kind: 'wrong'; readonly note: string };

const NIGHT_ENDS = '06:00';

/** Reads `14:00-16:00`, `14:00-`, `-12:00`, `14:00`, `2pm` or `14-16`. */
export function readTypedTimes(value: string): TypedTimes {
  const [, first = '', dash, second = ''] = /^([^-–]*)([-–])?([^-–]*)$/u.exec(value.trim()) ?? [];
  if (dash === undefined) {
    const time = readTime(first);
    return time === undefined || time === '24:00' ? noTime(value) : { kind: 'at', time };
  }
  const half = /[ap]\.?m\.?$/iu.exec(second)?.[0] ?? '';
  const to = second === '' ? '24:00' : readTime(second);
  const from =
    first === '' ? '00:00' : (readTime(/^\d+$/u.test(first) ? first + half : first) ?? readTime(first));
  if (from === undefined || to === undefined || (first === '' && second === '')) return noTime(value);
  if (from < to || to <= NIGHT_ENDS) return { kind: 'within', from, to };
  return {
    kind: 'wrong',
    note: `“${value}” ends before it begins; type ${from === to ? `time:${from}` : `time:${to}-${from}`}.`,
  };
}

/** True if a talk that begins at this time begins within them. */
export function isWithinTimes(time: string, times: Exclude<TypedTimes, { readonly kind: 'wrong' }>): boolean {
  if (times.kind === 'at') return time === times.time;
  const { from, to } = times;
  return from < to ? from <= time && time < to : from <= time || time < to;
}

function readTime(typed: string): string | undefined {
  const text = typed.trim();
  if (/^(?:24|24:00)$/u.test(text)) return '24:00';
  const time = plainTimes(/^\d{1,2}$/u.test(text) ? `${text}:00` : text);
  return isTime(time) ? time : undefined;
}

function noTime(value: string): TypedTimes {
  return { kind: 'wrong', note: `“${value}” is not a time; type time:14:00 or time:14:00-16:00.` };
}
