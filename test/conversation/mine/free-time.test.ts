import { expect, test } from 'vitest';
import { answer } from '../../../src/conversation/answer.ts';
import { conferenceKey } from '../../../src/programme/conference.ts';
import { answeringFor } from '../../support/answering.ts';
import { hour, lighthouseDays, session } from '../../support/lighthouse-days.ts';
import { loadedWith } from '../../support/loaded.ts';

const programme = lighthouseDays([
  session('Opening', '2027-05-11', '08:00'),
  session('Lamps', '2027-05-11', '09:00'),
  session('Lenses', '2027-05-11', '09:30', {
    slots: [{ ...hour('2027-05-11', '09:00'), end: '2027-05-11T11:00:00+00:00' }],
  }),
  session('Foghorns', '2027-05-11', '15:00'),
  session('Closing', '2027-05-12', '16:00'),
]);
const loaded = loadedWith(programme);

function ask(typed: string, at = '2027-05-11T07:00Z', ids = ['lamps', 'lenses', 'foghorns']) {
  const stars = new Map([[conferenceKey(programme.conference), new Set(ids)]]);
  const answered = answer(typed, answeringFor(loaded, { at, stars, place: 'apart' }));
  return answered.kind === 'mine' ? answered.notes : answered.kind;
}

test.each([
  ['am I free at 3pm on tuesday', ['You are not free on Tue 11 May at 15:00: Foghorns until 16:00.']],
  ['am I free tuesday 9:15', ['You are not free on Tue 11 May at 09:15: Lamps and Lenses until 11:00.']],
  ['am I free tuesday 11:00', ['You are free on Tue 11 May at 11:00, until 15:00.']],
  ['am I free tuesday 16:00', ['You are free on Tue 11 May at 16:00, for the rest of the day.']],
  ['am I free at 25:00', ['“25:00” is not a time; type time:14:00 or time:14:00-16:00.']],
  ['am I free now', ['You are free now, until 09:00.']],
  ['mine free tuesday', ['Tue 11 May: free 08:00–09:00, 11:00–15:00.']],
  ['mine free tuesday 9:00-11:00', ['Tue 11 May: no free time.']],
  ['mine free wednesday', ['Wed 12 May: free 16:00–17:00, you have no talk then.']],
  ['am I free tuesday evening', ['Nothing is on then, so you are free.']],
  ['mine free tuesday after 20:00', ['Nothing is on then, so you are free.']],
  ['am I free tuesday before 8', ['Nothing is on then, so you are free.']],
  ['mine free thursday', ['Nothing is on then, so you are free.']],
  [
    'when am I free',
    ['Tue 11 May: free 08:00–09:00, 11:00–15:00.', 'Wed 12 May: free 16:00–17:00, you have no talk then.'],
  ],
])('%s', (typed, notes) => {
  expect(ask(typed)).toEqual(notes);
});

test('a rest of the day that is shorter than the way to another room is free', () => {
  expect(ask('am I free tuesday', '2027-05-11T15:55Z', ['closing'])).toEqual([
    'Nothing is on then, so you are free.',
  ]);
});

test('of today only what is left counts', () => {
  expect(ask('when am I free', '2027-05-11T12:00Z')[0]).toBe('Tue 11 May: free 12:00–15:00.');
});
