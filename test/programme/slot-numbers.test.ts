import { expect, test } from 'vitest';
import { keepSlotNumbers, slotNumber } from '../../src/programme/slot-numbers.ts';
import type { Talk } from '../../src/programme/talk.ts';
import { talk } from '../support/conference.ts';
import { hour } from '../support/lighthouse-days.ts';

const at = (...times: string[]) => talk({ slots: times.map(time => hour('2027-05-11', time)) });

function numbersOf(made: Talk): readonly string[] {
  return made.slots.map(slot => `${slot.start.slice(11, 16)} ${slotNumber(made, slot)}`);
}

test.each<[string, readonly (readonly string[])[], readonly string[]]>([
  [
    'is as it was',
    [
      ['09:00', '11:00'],
      ['09:00', '11:00'],
    ],
    ['09:00 0', '11:00 1'],
  ],
  ['lost its first', [['09:00', '11:00'], ['11:00']], ['11:00 1']],
  [
    'lost its first for a moment',
    [['09:00', '11:00'], ['11:00'], ['09:00', '11:00']],
    ['09:00 0', '11:00 1'],
  ],
  ['lost its last for a moment', [['09:00', '11:00'], ['09:00'], ['09:00', '11:00']], ['09:00 0', '11:00 1']],
  [
    'has others before and behind',
    [['09:00'], ['08:00', '09:00', '10:00']],
    ['08:00 1', '09:00 0', '10:00 2'],
  ],
  [
    'lost its first and has another between',
    [['09:00', '11:00'], ['11:00'], ['11:00', '12:00', '13:00']],
    ['11:00 1', '12:00 2', '13:00 3'],
  ],
])('of a talk that %s', (_, [first = [], ...others], expected) => {
  const last = others.reduce((former, times) => keepSlotNumbers(former, at(...times)), at(...first));
  expect(numbersOf(last)).toEqual(expected);
});
