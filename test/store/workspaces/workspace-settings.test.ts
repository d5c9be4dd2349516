import { expect, test } from 'vitest';
import { database, execute, store } from '../../support/store.ts';

const ONE = { workspace: 'T1', person: 'U1' };

test('keeps what each workspace chose, the last time', async () => {
  const { workspaceSettings, forgetWorkspace } = store();
  expect(await workspaceSettings.all()).toEqual(new Map());
  const all = { conferences: undefined, organisers: [] };
  const chosen = { conferences: ['Pier "2027"'], organisers: ['U1', 'U2'] };
  await workspaceSettings.save(ONE, all, {});
  await workspaceSettings.save(ONE, chosen, {});
  await workspaceSettings.save({ ...ONE, workspace: 'T2' }, all, {});
  expect(await workspaceSettings.all()).toEqual(
    new Map<string, unknown>([
      ['T1', chosen],
      ['T2', all],
    ]),
  );
  await forgetWorkspace('T1', 5000);
  expect([...(await workspaceSettings.all()).keys()]).toEqual(['T2']);
});

test('keeps what the person chose for themselves with it, or neither', async () => {
  const url = database();
  const { workspaceSettings, preferences } = store({ url });
  const all = { conferences: undefined, organisers: [] };
  await workspaceSettings.save(ONE, all, { reminders: 10 });
  expect(await preferences.of(ONE)).toMatchObject({ reminders: 10, changes: true });
  await execute(url, 'drop table workspace_settings;');
  await expect(workspaceSettings.save(ONE, all, { reminders: 5 })).rejects.toThrow();
  expect(await preferences.of(ONE)).toMatchObject({ reminders: 10, changes: true });
});
