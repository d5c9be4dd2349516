import { expect, test } from 'vitest';
import { database, store } from '../support/store.ts';

const JUNE = { workspace: 'T1', person: 'U0JUNE0002' };
/** The same id in another workspace. */
const OTHER_JUNE = { workspace: 'T2', person: 'U0JUNE0002' };
const DEFAULTS = { reminders: undefined, changes: true, quietHours: undefined };
const NIGHT = { from: '22:30', to: '07:15' };

test('a person who has chosen nothing has the defaults', async () => {
  expect(await store().preferences.of(JUNE)).toEqual(DEFAULTS);
});

test.each([5, 10, 15, 'off'] as const)('keeps the reminders %j', async reminders => {
  const { preferences } = store();
  await preferences.change(JUNE, { reminders });
  expect(await preferences.of(JUNE)).toEqual({ ...DEFAULTS, reminders });
});

test('keeps each choice until that one is changed', async () => {
  const { preferences } = store();
  await preferences.change(JUNE, { reminders: 10, changes: false, quietHours: NIGHT });
  expect(await preferences.of(JUNE)).toEqual({ reminders: 10, changes: false, quietHours: NIGHT });
  await preferences.change(JUNE, { quietHours: undefined });
  expect(await preferences.of(JUNE)).toEqual({ reminders: 10, changes: false, quietHours: undefined });
  await preferences.change(JUNE, { reminders: 'off' });
  await preferences.change(JUNE, {});
  expect(await preferences.of(JUNE)).toEqual({ reminders: 'off', changes: false, quietHours: undefined });
});

test('keeps those of each workspace apart, and shares them between processes and runs', async () => {
  const url = database();
  const [real, rehearsal] = [store({ url }), store({ url, run: 'rehearsal' })];
  await real.preferences.change(JUNE, { changes: false });
  await rehearsal.preferences.change(JUNE, { reminders: 5 });
  expect(await real.preferences.of(JUNE)).toEqual({ ...DEFAULTS, changes: false, reminders: 5 });
  expect(await real.preferences.of(OTHER_JUNE)).toEqual(DEFAULTS);
});
