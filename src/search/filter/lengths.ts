import type { Programme } from '../../programme/programme.ts';
import type { Slot } from '../../programme/talk.ts';

/** How long talks are to be, in minutes. */
export interface TypedLength {
  readonly sign: '<' | '<=' | '=' | '>=' | '>';
  readonly minutes: number;
}

const DAY_MINUTES = 24 * 60;

/** Reads `30`, `<30`, `<=30`, `>=60` or `>60`, with a unit or without; undefined if it is none. */
export function readTypedLength(value: string): TypedLength | undefined {
  const [, sign = '=', digits] =
    /^(<=?|>=?|=)?\s*(\d{1,4})\s*(?:m|mins?|minutes?|minuten|minutos?|minuti)?\.?$/iu.exec(value.trim()) ??
    [];
  const minutes = Number(digits);
  return digits === undefined || minutes > DAY_MINUTES
    ? undefined
    : { sign: sign as TypedLength['sign'], minutes };
}

/** `under 30 min` */
export function formatLength({ sign, minutes }: TypedLength): string {
  switch (sign) {
    case '<':
      return `under ${minutes} min`;
    case '<=':
      return `up to ${minutes} min`;
    case '=':
      return `${minutes} min`;
    case '>=':
      return `${minutes} min or longer`;
    case '>':
      return `over ${minutes} min`;
  }
}

/** Whether one of these slots is as long. One without an end or an hour is not. */
export function hasLength({ sign, minutes }: TypedLength, slots: readonly Slot[]): boolean {
  const fits = COMPARE[sign];
  return slots.some(slot => {
    const taken = minutesOf(slot);
    return taken !== undefined && fits(taken, minutes);
  });
}

const COMPARE: Readonly<Record<TypedLength['sign'], (taken: number, minutes: number) => boolean>> = {
  '<': (taken, minutes) => taken < minutes,
  '<=': (taken, minutes) => taken <= minutes,
  '=': (taken, minutes) => taken === minutes,
  '>=': (taken, minutes) => taken >= minutes,
  '>': (taken, minutes) => taken > minutes,
};

/** The lengths that talks have, shortest first. */
export function lengthsOf({ talks }: Programme): readonly number[] {
  const all = talks.flatMap(({ kind, slots }) => (kind === 'talk' ? slots.map(minutesOf) : []));
  return [...new Set(all.filter(minutes => minutes !== undefined))].sort((a, b) => a - b);
}

const MINUTE_MS = 60_000;

/** Undefined if nobody knows its end or its hour. */
function minutesOf({ start, end, untimed }: Slot): number | undefined {
  return end === undefined || untimed !== undefined
    ? undefined
    : Math.round((Date.parse(end) - Date.parse(start)) / MINUTE_MS);
}
