import { describe, expect, test } from 'vitest';
import { daysFromToday, months, weekdays } from '../../../src/text/days/day-names.ts';
import { fold } from '../../../src/text/fold.ts';

describe('months', () => {
  test.each([
    ['may', 5],
    ['sept', 9],
    ['sep', 9],
    ['dezember', 12],
    ['marz', 3],
    ['fevrier', 2],
    ['mayo', 5],
    ['marco', 3],
    ['gennaio', 1],
    ['mar', 3],
    ['月', undefined],
    ['set', 9],
  ])('%s is %s', (name, number) => {
    expect(months().get(name)).toBe(number);
  });

  test('have every number, and no other', () => {
    expect([...new Set(months().values())].sort((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ]);
  });
});

describe('weekdays', () => {
  test.each([
    ['monday', 1],
    ['weds', 3],
    ['donnerstag', 4],
    ['samedi', 6],
    ['miercoles', 3],
    ['sabato', 6],
    ['domingo', 7],
    ['月', 1],
    ['mar', undefined],
  ])('%s is %s', (name, number) => {
    expect(weekdays().get(name)).toBe(number);
  });

  test('have every number, and no name of a month', () => {
    expect([...new Set(weekdays().values())].sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect([...weekdays().keys()].filter(name => months().has(name))).toEqual([]);
  });
});

test.each([
  ['yesterday', -1],
  ['today', 0],
  ['tonight', 0],
  ['tomorrow', 1],
  ['heute', 0],
  ['morgen', 1],
  ["aujourd'hui", 0],
  ['manana', 1],
  ['ontem', -1],
  ['oggi', 0],
  ['friday', undefined],
])('%s is %s days from today', (name, days) => {
  expect(daysFromToday().get(name)).toBe(days);
});

/** The names that CLDR has, as Node knows them from 20 to 24. */
test.each(['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'ja', 'zh'])('have all of %s', language => {
  const formats = (['long', 'short'] as const).flatMap(style =>
    (['month', 'weekday'] as const).map(
      unit => new Intl.DateTimeFormat(language, { [unit]: style, timeZone: 'UTC' }),
    ),
  );
  const days = Array.from({ length: 12 }, (_, i) => Date.UTC(2027, i, i + 1));
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const written = [
    ...formats.flatMap(format => days.map(day => /\p{L}+/u.exec(fold(format.format(day)))?.[0] ?? '')),
    ...[-1, 0, 1].map(ahead => fold(relative.format(ahead, 'day')).replace('’', "'")),
  ];
  const known = new Set([...months().keys(), ...weekdays().keys(), ...daysFromToday().keys()]);
  expect(written.filter(name => !known.has(name))).toEqual([]);
});
