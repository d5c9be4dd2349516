import { FIGURE } from '../reading.ts';
import type { TypedWord } from '../typed-words.ts';

/** A time of day as somebody wrote it, and how many words it takes. */
export interface TypedTime {
  readonly hour: number;
  readonly minute: number;
  /** Undefined where nobody said which half of the day. */
  readonly half: 'a' | 'p' | undefined;
  /** True where only an hour was written, which may be a number of anything. */
  readonly isBare: boolean;
  /** True for `03:00`: who writes the zero has a clock of 24 hours. */
  readonly isPadded: boolean;
  readonly count: number;
}

type Words = readonly Pick<TypedWord, 'form'>[];

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

/** Hours by name, folded, in the languages in which `half` is behind the hour: `half three` is 3:30. */
const HOURS_BEFORE_HALF = hoursByName([
  'one two three four five six seven eight nine ten eleven twelve',
  'un deux trois quatre cinq six sept huit neuf dix onze douze',
  'une',
  // Eleven is left out: "once" is an English word, too.
  'una dos tres cuatro cinco seis siete ocho nueve diez',
  'uma duas tres quatro cinco seis sete oito nove dez onze doze',
  'una due tre quattro cinque sei sette otto nove dieci undici dodici',
]);
/** The same in German and Dutch, where `halb drei` is 2:30. */
const HOURS_AFTER_HALF = hoursByName([
  'eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf',
  'een twee drie vier vijf zes zeven acht negen tien elf twaalf',
]);

function hoursByName(rows: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    rows.flatMap(row => row.split(' ').map((name, place): [string, number] => [name, place + 1])),
  );
}

/** The number, 1 to 12, that a folded word is in one of the languages; an article is one. */
export const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...HOURS_AFTER_HALF,
  ...HOURS_BEFORE_HALF,
  ...'a an einer einem eine ein une un uno um'.split(' ').map(name => [name, 1] as const),
]);

const CLOCK_UNIT = words("uhr o'clock oclock ish");
/** `two hours` is a length as well: with an hour by name they say nothing. */
const UNIT = words("uhr o'clock oclock ish heure heures hora horas ora ore uur h hrs");
const NOON = words('noon midday mittag mittags midi mediodia meio-dia mezzogiorno 正午');
const MIDNIGHT = words('midnight mitternacht minuit medianoche meia-noite mezzanotte middernacht');

const QUARTER = words('quarter viertel quart kwart cuarto quarto');
const PAST = words('past after nach over');
const UNTIL = words('to before til till vor voor');
const AND = words('et y e');
const LESS = words('moins menos meno');
const HALF = words('demi demie media meia mezza mezzo');
const ARTICLE = words('a le un');

/** Reads `14:00`, `2pm`, `half past two`, `quarter to ten`, `halb drei`, `dos y media` or `午後3時` at a place. */
export function readTypedTime(all: Words, at: number): TypedTime | undefined {
  const first = all[at]?.form ?? '';
  if (!/^\d/u.test(first) && !TIME_BEGINNINGS.has(first)) return undefined;
  if (MIDNIGHT.has(first))
    return { hour: 24, minute: 0, half: 'p', isBare: false, isPadded: false, count: 1 };
  return readBeforeHour(all, at) ?? readAroundHour(all, at);
}

/** `half past two`, `a quarter to ten`, `twenty past 3`, `halb drei`. */
function readBeforeHour(all: Words, at: number): TypedTime | undefined {
  const form = (place: number) => all[place]?.form ?? '';
  const start = form(at) === 'a' && QUARTER.has(form(at + 1)) ? at + 1 : at;
  const named = form(start);
  const isHalf = named === 'half' || named === 'halb';
  if (isHalf && !PAST.has(form(start + 1))) return readHalf(all, start);
  const spoken = /^(?:5|10|20|25)$/u.test(named) ? Number(named) : SPOKEN.get(named);
  const minutes = isHalf ? 30 : QUARTER.has(named) ? 15 : spoken;
  if (minutes === undefined) return undefined;
  const side = form(start + 1);
  // `ten to twelve` may be a time from ten on, and `twenty after 3` a number.
  const isSaid = isHalf || minutes === 15;
  const isPast = isSaid ? PAST.has(side) : side === 'past' || SPOKEN_PAST.get(side)?.has(named) === true;
  const hour = isPast || UNTIL.has(side) ? readHourName(all, start + 2) : undefined;
  if (!isPast && minutes !== 15 && !isBeforeHour(named, hour?.hour ?? minutes + 1, form(at - 1)))
    return undefined;
  return hour && shift(hour, isPast ? minutes : -minutes, start + 2 + hour.count - at);
}

const SPOKEN = new Map([
  ...['five', 'funf', 'vijf'].map(name => [name, 5] as const),
  ...['ten', 'zehn', 'tien'].map(name => [name, 10] as const),
  ...['twenty', 'zwanzig', 'twintig'].map(name => [name, 20] as const),
  ['twenty-five', 25],
]);
const SPOKEN_PAST: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['nach', words('funf zehn zwanzig')],
  ['over', words('vijf tien twintig')],
]);

/** `ten to three`; `ten to twelve` and `from ten to three` are times from ten on. */
function isBeforeHour(named: string, hour: number, before: string): boolean {
  return (SPOKEN.get(named) ?? 0) >= hour && !FROM.has(before);
}

const FROM = words('from between von vom zwischen van tussen');

/** Minutes as people say them behind an hour: `two thirty`, `drei Uhr fünfzehn`. */
const MINUTES: ReadonlyMap<string, number> = new Map(
  [
    [10, 'ten zehn dix diez dez dieci tien'],
    [15, 'fifteen funfzehn quinze quince quindici vijftien'],
    [20, 'twenty zwanzig vingt veinte vinte venti twintig'],
    [25, 'twenty-five'],
    [30, 'thirty dreissig trente treinta trinta trenta dertig'],
    [40, 'forty vierzig quarante cuarenta quarenta quaranta veertig'],
    [45, 'forty-five funfundvierzig quarante-cinq'],
    [50, 'fifty funfzig cinquante cincuenta cinquenta cinquanta vijftig'],
  ].flatMap(([minutes, names]) =>
    String(names)
      .split(' ')
      .map(name => [name, Number(minutes)] as const),
  ),
);

function readMinutes(
  all: Words,
  at: number,
): { readonly minute: number; readonly count: number } | undefined {
  const form = all[at]?.form ?? '';
  if (/^[0-5]\d$/u.test(form)) return { minute: Number(form), count: 1 };
  const tens = MINUTES.get(form);
  if (tens === undefined) return undefined;
  const isMore = tens % 10 === 0 && all[at + 1]?.form === 'five';
  return { minute: tens + (isMore ? 5 : 0), count: isMore ? 2 : 1 };
}

/** English says `half nine` for 9:30, German and Dutch for 8:30. */
function readHalf(all: Words, at: number): TypedTime | undefined {
  const hour = readHourName(all, at + 1);
  if (hour === undefined) return undefined;
  const isBefore = all[at]?.form === 'halb' || HOURS_AFTER_HALF.has(all[at + 1]?.form ?? '');
  return shift(hour, isBefore ? -30 : 30, hour.count + 1);
}

/** `2pm`, `14 Uhr 30`, `deux heures et demie`, `las dos menos cuarto`, `noon`. */
function readAroundHour(all: Words, at: number): TypedTime | undefined {
  const form = (place: number) => all[place]?.form ?? '';
  const hour = readHourName(all, at);
  if (hour === undefined || hour.minute > 0) return hour;
  const next = at + hour.count;
  const isUnit = UNIT.has(form(next - 1));
  const spoken = hour.isBare || isUnit ? readMinutes(all, next) : undefined;
  if (spoken !== undefined) {
    const behind = HALF_OF_DAY.exec(form(next + spoken.count))?.[1];
    const half = behind === 'a' || behind === 'p' ? behind : hour.half;
    const count = hour.count + spoken.count + (behind === undefined ? 0 : 1);
    return { ...hour, minute: spoken.minute, half, isBare: hour.isBare && half === undefined, count };
  }
  const sign = AND.has(form(next)) ? 1 : LESS.has(form(next)) ? -1 : undefined;
  if (sign === undefined) return hour;
  const part = ARTICLE.has(form(next + 1)) ? next + 2 : next + 1;
  const minutes = HALF.has(form(part)) ? 30 : QUARTER.has(form(part)) ? 15 : undefined;
  return minutes === undefined ? hour : shift(hour, sign * minutes, part + 1 - at);
}

const DIGITS =
  /^(\d{1,2})(?:[:.h時点时](\d\d)|h|時|点|时)?(半)?\s*(?:([ap])\.?m?\.?)?(?:uhr|h|hrs?|-?ish|分|頃)?$/u;
const HALF_OF_DAY = /^([ap])\.?m\.?$/u;
/** Behind or before an hour they say which half of the day it is in. */
const HALVES: ReadonlyMap<string, 'a' | 'p'> = new Map([
  ['午前', 'a'],
  ['午後', 'p'],
  ['上午', 'a'],
  ['下午', 'p'],
]);

/** An hour in figures or by name, with the words that say that it is one. */
function readHourName(all: Words, at: number): TypedTime | undefined {
  const form = (place: number) => all[place]?.form ?? '';
  const first = form(at);
  if (NOON.has(first)) return { hour: 12, minute: 0, half: 'p', isBare: false, isPadded: false, count: 1 };
  const before = HALVES.get(first);
  if (before !== undefined) {
    const hour = readHourName(all, at + 1);
    return hour?.isBare === false ? { ...hour, half: before, count: hour.count + 1 } : undefined;
  }
  const name = HOURS_BEFORE_HALF.get(first) ?? HOURS_AFTER_HALF.get(first);
  const [, digits, minute, halfHour, half] = DIGITS.exec(first) ?? [];
  const hour = digits === undefined ? name : Number(digits);
  if (hour === undefined) return undefined;
  const isOClock = form(at + 1) === 'o' && form(at + 2) === 'clock';
  const next = isOClock ? 'oclock' : form(at + 1);
  const half2 = half ?? HALF_OF_DAY.exec(next)?.[1];
  const isUnit = half2 === undefined && UNIT.has(next);
  const isClock = half2 !== undefined || (name === undefined ? isUnit : CLOCK_UNIT.has(next));
  const read = { hour, minute: halfHour === undefined ? Number(minute ?? 0) : 30 };
  if (hour > 24 || read.minute > 59 || (half2 !== undefined && hour > 12)) return undefined;
  return {
    ...read,
    half: half2 === 'a' || half2 === 'p' ? half2 : undefined,
    isBare: !isClock && (name !== undefined || /^\d+$/u.test(first)),
    isPadded: digits?.startsWith('0') === true,
    count: isOClock ? 3 : isUnit || (half === undefined && half2 !== undefined) ? 2 : 1,
  };
}

/** All words with which a time may begin, folded, and FIGURE. */
export const TIME_BEGINNINGS: ReadonlySet<string> = new Set(
  [HOURS_BEFORE_HALF, HOURS_AFTER_HALF, SPOKEN, HALVES, NOON, MIDNIGHT, QUARTER]
    .flatMap(known => [...known.keys()])
    .concat('half', 'halb', 'a', FIGURE),
);

/** The hour with so many minutes more or fewer. Of twelve hours, the one before one is twelve. */
function shift({ hour, half }: TypedTime, minutes: number, count: number): TypedTime {
  const all = hour * 60 + minutes;
  const read = all < 60 && half === undefined ? all + 12 * 60 : all;
  return { hour: Math.floor(read / 60), minute: read % 60, half, isBare: false, isPadded: false, count };
}

/**
 * Writes an hour on a clock of 24 hours. Where nobody said which half of the day, conferences are between 8 and 20 o'clock:
 * `2` is 14:00, and `02:00` is itself. `likeAfter` is a time that it must follow.
 */
export function clockTime({ hour, minute, half, isBare, isPadded }: TypedTime, likeAfter?: string): string {
  let read = half === undefined ? hour : hour === 24 ? 24 : (hour % 12) + (half === 'p' ? 12 : 0);
  const isShort = half === undefined && !isPadded && hour >= 1 && hour < 8 && (isBare || hour < 6);
  if (isShort) read = hour + 12;
  const text = writeTime(read, minute);
  return likeAfter !== undefined && text <= likeAfter && read + 12 < 24 ? writeTime(read + 12, minute) : text;
}

/** `09:05` */
export function writeTime(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
