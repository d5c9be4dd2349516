import { expect, test } from 'vitest';
import { REMINDERS, readReminders } from '../../src/people/preferences.ts';

test('what is kept of reminders reads as what was chosen', () => {
  expect(REMINDERS.map(each => readReminders(String(each)))).toEqual(['off', 5, 10, 15]);
  expect(['', '7', 'on'].map(readReminders)).toEqual([undefined, undefined, undefined]);
});
