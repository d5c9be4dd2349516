import { fold } from './fold.ts';

/**
 * Reads a length as people and programs write it, in minutes: `45`, `45 min`, `00:45`, `00:90`, `1:00:00`, `1h 30m`,
 * `1.5 h`, `half an hour`, `PT45M`, `P1DT`; undefined if it is not one.
 */
export function readMinutes(text: string): number | undefined {
  const usual = COLONS.exec(text);
  if (usual !== null) return readColons(usual);
  const plain = text.length > 40 ? '' : writeNumbers(text).normalize('NFKC').trim();
  const clock = COLONS.exec(plain);
  if (clock !== null) return readColons(clock);
  const parts = /^p(?=.*\d)/i.test(plain) ? splitIso(plain) : splitLength(plain);
  const minutes = parts.map(({ number: digits, unit }) => {
    const number = Number(digits.replace(',', '.'));
    return parts.length === 1 && unit === '' ? countMinutes(number) : number * minutesIn(unit);
  });
  return parts.length === 0 || minutes.some(Number.isNaN)
    ? undefined
    : minutes.reduce((sum, part) => sum + part, 0);
}

const COLONS = /^(\d{1,6}):(\d{1,3})(?::([0-5]?\d))?$/;

/** A number without a unit counts minutes. One of more than a day counts seconds, as programs for videos write them. */
export function countMinutes(number: number): number {
  return number > 24 * 60 ? number / 60 : number;
}

/** Writes `~1½ h (incl. questions)` and "half an hour" in numbers: `1.5 h`, `.5 hour`. */
function writeNumbers(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s*\([^()]*\)$/, '')
    .replace(/^(?:~|ca\.?\s|circa\s|about\s|approx\.?\s|etwa\s|environ\s|aprox\.?\s)\s*/, '')
    .replace(/(\d*)\s*½/g, (_, whole: string) => `${whole || 0}.5`)
    .replace(/^(?:an?derthalb|eineinhalb)\s+/, '1.5 ')
    .replace(
      /^(?:(?:ein|une?|een)[es]?\s+)?(?:half(?:\san?)?|halbe|halve|demi-?|media|meia)\s*(?=hour|stunde|uur|heure|hora)/,
      '0.5 ',
    )
    .replace(/^mezz['’]\s*(?=ora)/, '0.5 ')
    .replace(/^(?:an?|one|eine?|une?|una|uma|een)\s+(?=\p{L})/u, '1 ');
}

interface LengthPart {
  readonly number: string;
  /** Empty if the number stands alone. */
  readonly unit: string;
}

function splitIso(text: string): readonly LengthPart[] {
  const [, day = '', time = ''] = /^P((?:[\d.,]+[WD])*)(?:T((?:[\d.,]+[HMS])*))?$/i.exec(text) ?? [];
  return splitLength(`${day}${time}`);
}

/** Splits "1 hour and 30 min" into numbers and units; empty if anything else stands there. */
function splitLength(text: string): readonly LengthPart[] {
  const part = /(?<!\d)(\d{1,5}(?:[.,]\d{1,2})?)(?!\d)\s*(['′’]|\p{L}*)\.?/gu;
  const rest = text.replace(part, '').replace(/\b(?:and|und|et|y|e)\b/giu, '');
  if (/[^\s,]/.test(rest)) return [];
  return [...text.matchAll(part)].map(([, number = '', unit = '']) => ({ number, unit: fold(unit) }));
}

/** NaN if it is not a unit of time. */
function minutesIn(unit: string): number {
  if (/^(?:|['′’]|m|min|mins|minutes?|minuten|minutos?|minut[io]|mn)$/.test(unit)) return 1;
  if (/^(?:h|hours?|hrs?|heures?|horas?|or[ae]|std|stunden?|u|uur|uren)$/.test(unit)) return 60;
  if (/^(?:s|secs?|seconds?|sekunden?|secondes?|segundos?)$/.test(unit)) return 1 / 60;
  if (/^(?:d|days?|tage?|jours?|dias?|giorn[io])$/.test(unit)) return 24 * 60;
  return /^(?:w|weeks?|wochen?)$/.test(unit) ? 7 * 24 * 60 : Number.NaN;
}

function readColons([, first = '', second = '', third]: RegExpExecArray): number | undefined {
  if (third === undefined) return Number(first) * 60 + Number(second);
  return Number(second) > 59 ? undefined : Number(first) * 60 + Number(second) + Number(third) / 60;
}
