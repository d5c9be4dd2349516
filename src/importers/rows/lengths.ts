import { readMinutes } from '../../text/read-length.ts';

/** A length as a row has it. */
export interface WrittenLength {
  readonly text: string;
  /** The name of its column, `Duration (hours)`, which may state a unit. */
  readonly name: string;
  /** True if the row has a video, whose length is usually in seconds. */
  readonly hasVideo: boolean;
}

export interface LengthReader {
  /** In minutes; undefined if the text is not a length. */
  readonly read: (length: WrittenLength) => number | undefined;
  /** A whole sentence if the unit was guessed. */
  readonly doubt: string | undefined;
}

type Unit = 'hours' | 'minutes' | 'seconds' | 'milliseconds';

const MINUTES_IN: Readonly<Record<Unit, number>> = {
  hours: 60,
  minutes: 1,
  seconds: 1 / 60,
  milliseconds: 1 / 60_000,
};

/**
 * Creates a reader for the lengths of a file. It needs all of them, since only together they tell the unit of a number
 * alone: `1500` and `1320` are seconds of videos, `30` and `480` minutes, and `0.5` and `1.5` hours.
 */
export function createLengthReader(lengths: readonly WrittenLength[]): LengthReader {
  const open = lengths.filter(({ text, name }) => isNumber(text) && unitInName(name) === undefined);
  const { unit, doubt } = guessUnit(
    open.map(({ text }) => toNumber(text)).filter(number => number > 0),
    open.some(({ hasVideo }) => hasVideo),
  );
  const areMinutesFirst = countMinutesFirst(lengths.map(({ text }) => text));
  return {
    doubt,
    read: ({ text, name }) => {
      if (isNumber(text)) return toNumber(text) * MINUTES_IN[unitInName(name) ?? unit];
      const [, minutes, seconds] = (areMinutesFirst && TWO_PARTS.exec(text)) || [];
      return minutes === undefined ? readMinutes(text) : Number(minutes) + Number(seconds) / 60;
    },
  };
}

function isNumber(text: string): boolean {
  return /^\d{1,9}(?:[.,]\d{1,3})?$/.test(text);
}

function toNumber(text: string): number {
  return Number(text.replace(',', '.'));
}

/** `duration_seconds`, "Duration (hours)", "Dauer in Minuten", `lengthMs` */
function unitInName(name: string): Unit | undefined {
  const words = name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    // "Duration(s)" is a plural, and "(h:mm)" a form.
    .replace(/(?<=\p{L})\(s\)|\([^)]*:[^)]*\)/u, '')
    .toLowerCase();
  const has = (units: string) =>
    new RegExp(String.raw`(?:^|[\s_(\[-])(?:${units})(?![\p{L}])`, 'u').test(words);
  if (has('ms|millis|milliseconds?')) return 'milliseconds';
  if (has('s|secs?|seconds?|sek|sekunden|secondes|segundos|secondi')) return 'seconds';
  if (has('min|mins|minutes?|minuten|minutos|minuti|mm')) return 'minutes';
  return has('h|hrs?|hours?|std|stunden|heures|horas|ore|uren') ? 'hours' : undefined;
}

/** Minutes; longer is a whole day. */
const TALK_MAX = 600;

function guessUnit(
  numbers: readonly number[],
  haveVideos: boolean,
): { readonly unit: Unit; readonly doubt: string | undefined } {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [least = 0, middle = 0, most = 0] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  const guess = (unit: Unit, isSure: boolean) => ({
    unit,
    doubt: isSure
      ? undefined
      : `Its lengths, such as ${most}, were read as ${unit}; if that is wrong, write the unit, as in "${most} min".`,
  });
  if (least >= 60_000) return guess('milliseconds', true);
  if (most > TALK_MAX && middle >= 300) return guess('seconds', haveVideos || most > 24 * 60);
  if (haveVideos && middle >= 150) return guess('seconds', false);
  if (most > 24 * 60) return guess('minutes', false);
  const areHours = most > 0 && most <= 12 && (most < 3 || numbers.some(number => !Number.isInteger(number)));
  return guess(areHours ? 'hours' : 'minutes', !areHours);
}

const TWO_PARTS = /^(\d{1,3}):([0-5]\d)$/;

/** `45:00` beside `30:00` is minutes and seconds: no talk lasts 45 hours. */
function countMinutesFirst(texts: readonly string[]): boolean {
  const firsts = texts.flatMap(text => TWO_PARTS.exec(text)?.[1] ?? []).map(Number);
  return firsts.length > 0 && Math.max(...firsts) >= 12 && Math.min(...firsts) >= 3;
}
