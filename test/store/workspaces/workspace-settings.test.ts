import { expect, test } from 'vitest';
import { store } from '../../support/store.ts';

test('keeps what each workspace chose, the last time', async () => {
  const { workspaceSettings, forgetWorkspace } = store();
  expect(await workspaceSettings.all()).toEqual(new Map());
  const all = { conferences: undefined, organisers: [] };
  const chosen = { conferences: ['Pier "2027"'], organisers: ['U1', 'U2'] };
  await workspaceSettings.save('T1', all);
  await workspaceSettings.save('T1', chosen);
  await workspaceSettings.save('T2', all);
  expect(await workspaceSettings.all()).toEqual(
    new Map<string, unknown>([
      ['T1', chosen],
      ['T2', all],
    ]),
  );
  await forgetWorkspace('T1', 5000);
  expect([...(await workspaceSettings.all()).keys()]).toEqual(['T2']);
});
