import { expect, test } from 'vitest';
import { pairSlots } from '../../src/programme/slot-pairs.ts';
import type { Slot } from '../../src/programme/talk.ts';
import { hour } from '../support/lighthouse-days.ts';

const [nine, eleven] = [hour('2027-05-11', '09:00'), hour('2027-05-11', '11:00')];
const longer = { ...eleven, end: '2027-05-11T12:30:00+00:00' };

test.each<[string, readonly Slot[], readonly Slot[], ReturnType<typeof pairSlots>]>([
  [
    'the first is gone',
    [nine, eleven],
    [eleven],
    [
      { former: nine, slot: undefined },
      { former: eleven, slot: eleven },
    ],
  ],
  [
    'the first is gone and the second lasts longer',
    [nine, eleven],
    [longer],
    [
      { former: nine, slot: undefined },
      { former: eleven, slot: longer },
    ],
  ],
  [
    'one comes before another',
    [eleven],
    [nine, longer],
    [
      { former: undefined, slot: nine },
      { former: eleven, slot: longer },
    ],
  ],
])('a slot is known again by its start: %s', (_, formers, slots, expected) => {
  expect(pairSlots(formers, slots)).toEqual(expected);
});
