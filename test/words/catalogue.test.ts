import { expect, test } from 'vitest';
import { wordsIn } from '../../src/words/catalogue.ts';
import { LANGUAGES } from '../../src/words/languages.ts';

/** Arguments that are found again in what is said with them. */
const ARGUMENTS = [41, 42, 43];

/** Each of the words by its path; those that take arguments, as they are said with these. */
function said(
  words: object,
  given: readonly unknown[] = ARGUMENTS,
  path = '',
): readonly (readonly [path: string, text: string])[] {
  return Object.entries(words).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`;
    if (['language', 'day', 'weekday', 'shortWeekday', 'list', 'languageName'].includes(here)) return [];
    if (typeof value === 'string') return [[here, value] as const];
    return typeof value === 'function' ? [[here, value(...given)] as const] : said(value, given, here);
  });
}

/** The arguments that stand in a text, and the commands, which are typed alike in every language. */
function marksIn(text: string): readonly string[] {
  return text.match(/4[123]|`?\/talk \w+`?/g)?.sort() ?? [];
}

const english = new Map(said(wordsIn('en')));

test.each(LANGUAGES)('%s lacks no word, says all that English says and marks up the same', language => {
  const others = new Map(said(wordsIn(language)));
  expect(wordsIn(language).language).toBe(language);
  expect([...others.keys()]).toEqual([...english.keys()]);
  for (const [path, text] of others) {
    const isFaulty = /undefined|NaN|#/.test(text);
    const expected = { path, marks: marksIn(english.get(path) ?? ''), isFaulty: false };
    expect({ path, marks: marksIn(text), isFaulty }).toEqual(expected);
  }
});

test.each(LANGUAGES.filter(language => language !== 'en'))('%s is no English', language => {
  const same = said(wordsIn(language))
    .filter(([path, text]) => text.length > 14 && text === english.get(path))
    .map(([path]) => path);
  expect(same).toEqual([]);
});

test.each(LANGUAGES)('%s writes days, lists and counts as its readers do', language => {
  const words = wordsIn(language);
  const days = Array.from({ length: 7 }, (_, index) => `2027-05-${10 + index}`);
  expect(days.every((day, index) => words.day(day).includes(String(10 + index)))).toBe(true);
  expect(new Set([1, 2, 3, 4, 5, 6, 7].map(words.weekday)).size).toBe(7);
  expect(words.list(['A', 'B', 'C'])).toMatch(/^A.*B.*C$/);
  expect(words.heading.sessions(1)).toMatch(/1/);
  expect(words.heading.sessions(1).replace('1', '2') === words.heading.sessions(2)).toBe(language === 'ja');
});

test.each(LANGUAGES)(
  '%s writes each day of a year into its sentences without a stray stop or space',
  language => {
    const { order, times, heading, day, list, weekday } = wordsIn(language);
    const names = [1, 2, 3, 4, 5, 6, 7].map(weekday);
    const days = Array.from({ length: 365 }, (_, index) =>
      day(new Date(Date.UTC(2027, 0, 1 + index)).toISOString().slice(0, 10)),
    );
    const texts = [...days, ...names, list(names)].flatMap(each =>
      said({ order, times, weekFrom: heading.weekFrom }, [each, each, each]).map(([, text]) => text),
    );
    expect(new Set(days).size).toBe(365);
    expect(texts.filter(text => /\.\.|,,| [.,]|\s\s|undefined/.test(text))).toEqual([]);
  },
);

test('the first of a month and a day that ends a sentence are written as readers expect', () => {
  expect(LANGUAGES.map(language => wordsIn(language).day('2027-09-01'))).toEqual([
    'Wed 1 Sept',
    'Mi., 1. September',
    'mié 1 de septiembre',
    'mer. 1er septembre',
    'qua., 1 de setembro',
    'mer 1 settembre',
    'wo 1 september',
    '9月1日(水)',
  ]);
  expect(wordsIn('pt').order.next(wordsIn('pt').day('2027-05-10'))).toBe(
    'O próximo será publicado em seg., 10 de maio.',
  );
});

test('French breaks no line before its marks nor within its quotation marks', () => {
  const broken = said(wordsIn('fr')).filter(([, text]) => / [:;!?»]|« /.test(text));
  expect(broken).toEqual([]);
});

test.each(LANGUAGES)('%s has no straight quotation mark or apostrophe', language => {
  expect(said(wordsIn(language)).filter(([, text]) => /['"]/.test(text))).toEqual([]);
});

test('weekdays and evenings are in the gender and the number that they have', () => {
  const [german, japanese, portuguese] = [wordsIn('de'), wordsIn('ja'), wordsIn('pt')];
  const every = (...numbers: number[]) =>
    portuguese.order.everyWeekday(portuguese.list(numbers.map(portuguese.weekday)));
  expect([every(6, 7), every(1, 3), every(7)]).toEqual([
    'todo sábado e domingo',
    'toda segunda-feira e quarta-feira',
    'todo domingo',
  ]);
  expect(japanese.order.eve(japanese.order.everyDay)).toBe('各日の前日');
  expect(german.times.night(german.shortWeekday(2))).toBe('Dienstagnacht');
});

test('one more name than those that are told is not said to be several', () => {
  const more = (count: number) =>
    LANGUAGES.map(language => wordsIn(language).sessions.andMore('Fog, Mist', count));
  expect(more(1)).toEqual([
    'Fog, Mist and 1 more',
    'Fog, Mist und 1 weitere',
    'Fog, Mist y 1 más',
    'Fog, Mist et 1 autre',
    'Fog, Mist e mais 1',
    'Fog, Mist e 1 altro',
    'Fog, Mist en nog 1',
    'Fog, Mist（ほか1）',
  ]);
  expect([more(2)[3], more(2)[5]]).toEqual(['Fog, Mist et 2 autres', 'Fog, Mist e altri 2']);
});

test('a count is in the form that its language has for it', () => {
  expect(LANGUAGES.map(language => [0, 1, 2, 1025].map(wordsIn(language).heading.sessions))).toEqual([
    ['0 sessions', '1 session', '2 sessions', '1,025 sessions'],
    ['0 Programmpunkte', '1 Programmpunkt', '2 Programmpunkte', '1.025 Programmpunkte'],
    ['0 sesiones', '1 sesión', '2 sesiones', '1025 sesiones'],
    ['0 session', '1 session', '2 sessions', '1\u202f025 sessions'],
    ['0 sessão', '1 sessão', '2 sessões', '1.025 sessões'],
    ['0 sessioni', '1 sessione', '2 sessioni', '1025 sessioni'],
    ['0 sessies', '1 sessie', '2 sessies', '1.025 sessies'],
    ['セッション0件', 'セッション1件', 'セッション2件', 'セッション1,025件'],
  ]);
});
