import { addDays, type Calendar } from '../../../text/read-day.ts';
import { firstWords } from '../beginnings.ts';
import { type ConstraintReader, FIGURE, formsFrom, type Reading } from '../reading.ts';
import type { TypedWord } from '../typed-words.ts';
import { NUMBERS } from './clock-words.ts';

/** Words for a week, folded: how many weeks it is from this one. */
const WEEKS: ReadonlyMap<string, number> = new Map([
  ...`this week, diese woche, cette semaine, esta semana, questa settimana, deze week, 今週, all week, whole week, the whole week,
  all days, whole conference, entire conference, the whole conference, the entire conference`
    .split(/,\s+/)
    .map(words => [words, 0] as const),
  ...`next week, coming week, nachste woche, kommende woche, semaine prochaine, la semaine prochaine, proxima semana,
  la proxima semana, na proxima semana, semana que viene, semana que vem, prossima settimana, la prossima settimana,
  settimana prossima, la settimana prossima, volgende week, 来週`
    .split(/,\s+/)
    .map(words => [words, 1] as const),
  ...`last week, letzte woche, semaine derniere, la semaine derniere, semana pasada, semana passada, settimana scorsa,
  vorige week, afgelopen week, 先週`
    .split(/,\s+/)
    .map(words => [words, -1] as const),
]);
const WEEKENDS: ReadonlyMap<string, number> = new Map([
  ...`weekend, this weekend, at the weekend, on the weekend, over the weekend, dieses wochenende, am wochenende, ce week-end,
  este fin de semana, este fim de semana, questo fine settimana, dit weekend, 週末`
    .split(/,\s+/)
    .map(words => [words, 0] as const),
  ['next weekend', 1],
]);
const REST_OF_WEEK = new Set(
  'later this week, rest of the week, the rest of the week, remaining days, the remaining days'.split(', '),
);
const PHRASE_WORDS_MAX = 4;
/** Most words need no closer look. */
const BEGINNINGS = firstWords([...WEEKS.keys(), ...WEEKENDS.keys(), ...REST_OF_WEEK]);

/** `this week`, `next week`, `the weekend`, `in 3 days`, `the next two days`: one day or several. */
const readWeek: ConstraintReader['read'] = (words, at, { calendar }) => {
  const longest = BEGINNINGS.has(words[at]?.form ?? '') ? Math.min(PHRASE_WORDS_MAX, words.length - at) : 0;
  for (let count = longest; count > 0; count--) {
    const days = daysOf(formsFrom(words, at, count), calendar);
    // A weekend by itself may be a topic.
    if (days !== undefined) return reading(days, count, count > 1 || words.length === 1);
  }
  return readDaysAhead(words, at, calendar);
};

export const weekReader: ConstraintReader = {
  begins: () => [...BEGINNINGS, ...THE, ...NEXT, ...IN, ...NUMBERS.keys(), FIGURE],
  read: readWeek,
};

function daysOf(text: string, calendar: Calendar): readonly string[] | undefined {
  const { today, days } = calendar;
  const week = WEEKS.get(text);
  if (week !== undefined) return heldOf(weekFrom(today, week), days);
  const weekend = WEEKENDS.get(text);
  if (weekend !== undefined) return heldOf(weekFrom(today, weekend).slice(5), days);
  if (REST_OF_WEEK.has(text))
    return heldOf(
      weekFrom(today, 0).filter(day => day >= today),
      days,
    );
  return undefined;
}

/** The days of a week from Monday on. */
function weekFrom(today: string, weeks: number): readonly string[] {
  const date = new Date(`${today}T00:00Z`);
  const monday = addDays(today, weeks * 7 - ((date.getUTCDay() + 6) % 7));
  return Array.from({ length: 7 }, (_, ahead) => addDays(monday, ahead));
}

/** Those days on which the conference is; if it is on none, all of them. */
function heldOf(wanted: readonly string[], days: readonly string[]): readonly string[] {
  const held = wanted.filter(day => days.includes(day));
  return held.length > 0 ? held : wanted;
}

const IN = new Set('in dans en em tra fra over daqui'.split(' '));
const NEXT = new Set('next nachsten kommenden prochains proximos prossimi komende'.split(' '));
const THE = new Set('the die den les los os i a de'.split(' '));
const UNITS: ReadonlyMap<string, number> = new Map([
  ...'day days tag tagen tage jour jours dia dias giorno giorni dag dagen'
    .split(' ')
    .map(unit => [unit, 1] as const),
  ...'week weeks woche wochen semaine semaines semana semanas settimana settimane weken'
    .split(' ')
    .map(unit => [unit, 7] as const),
]);
const JAPANESE = /^(\d{1,2})日後$/u;

/** `in 3 days`, `3 days from now`, `in a week`, `the next two days`. */
function readDaysAhead(words: readonly TypedWord[], at: number, calendar: Calendar): Reading | undefined {
  const form = (place: number) => words[place]?.form ?? '';
  const [, joined] = JAPANESE.exec(form(at)) ?? [];
  if (joined !== undefined) return reading([addDays(calendar.today, Number(joined))], 1, true);
  const start = THE.has(form(at)) && NEXT.has(form(at + 1)) ? at + 1 : at;
  const isNext = NEXT.has(form(start));
  const isLed = isNext || IN.has(form(start));
  let place = isLed ? start + 1 : start;
  if (form(start) === 'daqui' && form(place) === 'a') place++;
  const number = /^\d{1,2}$/u.test(form(place)) ? Number(form(place)) : NUMBERS.get(form(place));
  const unit = UNITS.get(form(place + 1));
  if (number === undefined || unit === undefined) return undefined;
  const isFromNow = form(place + 2) === 'from' && form(place + 3) === 'now';
  if (!isLed && !isFromNow) return undefined;
  const { today, days } = calendar;
  const ahead = Array.from({ length: number * unit }, (_, day) => addDays(today, day));
  return reading(
    isNext ? heldOf(ahead, days) : [addDays(today, number * unit)],
    place + 2 + (isFromNow ? 2 : 0) - at,
    true,
  );
}

function reading(days: readonly string[], count: number, isSure: boolean): Reading {
  return { count, constraints: days.map(day => ({ kind: 'day' as const, day })), isSure };
}
