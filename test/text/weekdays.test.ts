import { expect, test } from 'vitest';
import { weekdayNumber, weekdayPlural } from '../../src/text/weekdays.ts';

test.each([
  [1, 'monday mon mo montag lundi lun lunes segunda segunda-feira seg lunedi maandag ma 月曜日 月'],
  [2, 'tue tues dienstag di mardi mar martes terca martedi dinsdag'],
  [4, 'thu thurs donnerstag do jeudi jueves quinta giovedi donderdag'],
  [7, 'sunday so sonntag dimanche domingo domenica zondag zo 日'],
  [undefined, 'm mondo week daily march 8 may'],
])('is weekday %s: %s', (number, names) => {
  expect(names.split(' ').map(weekdayNumber)).toEqual(names.split(' ').map(() => number));
});

test.each([
  ['mondays', 1],
  ['montags', 1],
  ['lundis', 1],
  ['maandagen', 1],
  ['sabados', 6],
  ['lunes', undefined],
  ['dos', undefined],
])('%s are all of them: %s', (form, number) => {
  expect(weekdayPlural(form)).toBe(number);
});
