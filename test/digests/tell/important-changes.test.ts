import { describe, expect, test } from 'vitest';
import { isImportant } from '../../../src/digests/tell/important-changes.ts';
import type { Change } from '../../../src/programme/changes.ts';
import type { Talk } from '../../../src/programme/talk.ts';
import { hour, lighthouse, session } from '../../support/lighthouse-days.ts';

const DAY = '2027-05-11';
/** A minute before nine of the first day. */
const at = { programme: lighthouse, now: Date.parse(`${DAY}T08:59Z`) };

function fog(time: string, day = DAY, given: Partial<Talk> = {}): Talk {
  return session('Fog', day, time, given);
}

const inPier = (time: string) => fog(time, DAY, { slots: [hour(DAY, time, 'Pier')] });
const twice = (...times: string[]) => fog('', DAY, { slots: times.map(time => hour(DAY, time)) });

test.each<[string, Change, boolean]>([
  ['cancelled today', { kind: 'cancelled', talk: fog('17:00') }, true],
  ['cancelled while it runs', { kind: 'cancelled', talk: fog('08:00') }, true],
  ['cancelled after its end', { kind: 'cancelled', talk: fog('07:00') }, false],
  ['cancelled tomorrow', { kind: 'cancelled', talk: fog('17:00', '2027-05-12') }, true],
  ['cancelled the day after', { kind: 'cancelled', talk: fog('09:00', '2027-05-13') }, false],
  ['cancelled without a day', { kind: 'cancelled', talk: fog('09:00', DAY, { slots: [] }) }, false],
  ['on again today', { kind: 'restored', talk: fog('17:00'), before: fog('17:00') }, true],
  ['new today', { kind: 'added', talk: fog('10:00') }, false],
  ['moved to ten', { kind: 'moved', talk: fog('10:00'), before: fog('17:00') }, true],
  ['moved away from ten', { kind: 'moved', talk: fog('17:00'), before: fog('10:00') }, true],
  ['moved to another day', { kind: 'moved', talk: fog('17:00', '2027-05-20'), before: fog('10:00') }, true],
  [
    'moved, both more than two hours ahead',
    { kind: 'moved', talk: fog('17:00'), before: fog('11:00') },
    false,
  ],
  ['in another room at ten', { kind: 'room', talk: fog('10:00'), before: inPier('10:00') }, true],
  ['in another room at noon', { kind: 'room', talk: fog('12:00'), before: inPier('12:00') }, false],
  [
    'that moves at noon alone, and not at ten',
    { kind: 'moved', talk: twice('10:00', '13:00'), before: twice('10:00', '12:00') },
    false,
  ],
  [
    'that moves at ten, and not at noon',
    { kind: 'moved', talk: twice('10:30', '12:00'), before: twice('10:00', '12:00') },
    true,
  ],
  ['retitled', { kind: 'retitled', talk: fog('10:00'), before: fog('10:00') }, false],
  ['by others', { kind: 'speakers', talk: fog('10:00'), before: fog('10:00') }, false],
  ['in another zone', { kind: 'zone', talk: fog('10:00'), before: fog('10:00') }, false],
  ['a lunch that is cancelled', { kind: 'cancelled', talk: fog('12:00', DAY, { kind: 'break' }) }, false],
])('a talk %s is important: %s', (_, change, expected) => {
  expect(isImportant(change, at)).toBe(expected);
});

describe('whatever changes of a keynote is important', () => {
  const keynote = (time: string, day = DAY) => fog(time, day, { title: 'Opening keynote' });

  test.each<[Change, boolean]>([
    [{ kind: 'moved', talk: keynote('17:00'), before: keynote('16:00') }, true],
    [{ kind: 'speakers', talk: keynote('17:00'), before: keynote('17:00') }, true],
    [{ kind: 'added', talk: fog('17:00', DAY, { track: 'Keynotes' }) }, true],
    [{ kind: 'retitled', talk: fog('17:00'), before: keynote('17:00') }, true],
    [{ kind: 'moved', talk: keynote('17:00', '2027-05-20'), before: keynote('16:00', '2027-05-20') }, false],
    [{ kind: 'speakers', talk: keynote('07:00'), before: keynote('07:00') }, false],
  ])('%#', (change, expected) => {
    expect(isImportant(change, at)).toBe(expected);
  });
});

test('one that lasts all day is cancelled as long as its day is today or tomorrow', () => {
  const ropes = (day: string) =>
    fog('09:00', DAY, { slots: [{ ...hour(day, '09:00'), start: day, end: undefined, untimed: 'all day' }] });
  expect(
    ['2027-05-10', DAY, '2027-05-12'].map(day => isImportant({ kind: 'cancelled', talk: ropes(day) }, at)),
  ).toEqual([false, true, true]);
});
