import { type ConstraintReader, formsFrom } from './reading.ts';

const AHEAD = new Set(
  'in next within dans en em tra fra over nachste nachsten coming prochaine proxima'.split(' '),
);
const MINUTES: Readonly<Record<string, number>> = {
  min: 1,
  mins: 1,
  minute: 1,
  minutes: 1,
  minuten: 1,
  minutos: 1,
  minuti: 1,
  minuut: 1,
  hour: 60,
  hours: 60,
  stunde: 60,
  stunden: 60,
  heure: 60,
  heures: 60,
  hora: 60,
  horas: 60,
  ora: 60,
  ore: 60,
  uur: 60,
};
const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  einer: 1,
  une: 1,
  una: 1,
  uma: 1,
  een: 1,
  half: 0.5,
  two: 2,
  three: 3,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
};

const REST_OF_DAY: ReadonlySet<string> = new Set([
  'rest of the day',
  'rest of today',
  'later today',
  "what's left today",
  'later on today',
  'rest des tages',
  'heute noch',
  'spater heute',
  'reste de la journee',
  'resto del dia',
  'resto do dia',
  'resto della giornata',
  'rest van de dag',
]);
const DAY_MINUTES = 24 * 60;

/** `the rest of the day`, `later today`: from now to midnight. */
export const readRestOfDay: ConstraintReader = (words, at) => {
  const start = ['the', 'der', 'le', 'el', 'o', 'il', 'de'].includes(words[at]?.form ?? '') ? at + 1 : at;
  for (const count of [4, 3, 2]) {
    if (words.length < start + count || !REST_OF_DAY.has(formsFrom(words, start, count))) continue;
    const constraints = [{ kind: 'ahead', minutes: DAY_MINUTES, isWindow: true }] as const;
    return { count: start + count - at, constraints, isSure: true };
  }
  return undefined;
};

/** `in 10 minutes`, `in an hour`, `next hour`, `next 30 minutes`, `within the hour`. */
export const readAhead: ConstraintReader = (words, at) => {
  const form = words[at]?.form ?? '';
  if (!AHEAD.has(form)) return undefined;
  let place = at + 1;
  while (['the', 'next', 'half'].includes(words[place]?.form ?? '') && words[place]?.form !== 'half') place++;
  const number = words[place]?.form ?? '';
  const count = /^\d{1,3}$/u.test(number) ? Number(number) : COUNTS[number];
  let unitAt = count === undefined ? place : place + 1;
  if (count === 0.5 && ['a', 'an'].includes(words[unitAt]?.form ?? '')) unitAt++;
  const unit = MINUTES[words[unitAt]?.form ?? ''];
  const isWindow =
    !['in', 'dans', 'en', 'em', 'tra', 'fra', 'over'].includes(form) || words[at + 1]?.form === 'the';
  if (unit === undefined || (count === undefined && !isWindow)) return undefined;
  return {
    count: unitAt + 1 - at,
    constraints: [{ kind: 'ahead', minutes: Math.round((count ?? 1) * unit), isWindow }],
    isSure: true,
  };
};
