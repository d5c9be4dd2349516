import { expect, test } from 'vitest';
import { together } from '../../src/live/together.ts';
import { programme, talk } from '../support/conference.ts';

test('what counts along is in one programme with the conference', () => {
  const days = programme([talk({ id: 'a' }), talk({ id: 'b' })], { name: 'Days' });
  const more = [talk({ id: 'a' }), talk({ id: 'c' })];
  const { conference, talks } = together(days, [programme(more), programme(more)]);
  expect({ name: conference.name, ids: talks.map(({ id }) => id) }).toEqual({
    name: 'Days',
    ids: ['a', 'b', 'a-2', 'c', 'a-3', 'c-2'],
  });
});

test('alone a conference stays what it is', () => {
  const days = programme();
  expect(together(days, [])).toBe(days);
});
