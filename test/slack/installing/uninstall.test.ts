import { pino } from 'pino';
import { expect, test } from 'vitest';
import { endInstallation } from '../../../src/slack/installing/uninstall.ts';

const EVENT = { type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event_time: 1000 };
const uninstalled = { ...EVENT, event: { type: 'app_uninstalled' } };
const inOrganisation = {
  ...uninstalled,
  enterprise_id: 'E1',
  authorizations: [{ enterprise_id: 'E1', team_id: null, is_enterprise_install: true }],
};
const revoked = (tokens: object) => ({ ...EVENT, event: { type: 'tokens_revoked', tokens } });

test.each<[string, object, { readonly taken: boolean; readonly forgotten: readonly string[] }]>([
  ['an uninstallation', uninstalled, { taken: true, forgotten: ['T1 until 1000999'] }],
  ['that from an organisation', inOrganisation, { taken: true, forgotten: ['E1 until 1000999'] }],
  [
    'that of a team that is in an organisation',
    { ...inOrganisation, authorizations: [{ enterprise_id: 'E1', is_enterprise_install: false }] },
    { taken: true, forgotten: ['T1 until 1000999'] },
  ],
  [
    "a bot's token",
    revoked({ oauth: ['U1'], bot: ['UB'] }),
    { taken: true, forgotten: ['T1 until 1000999'] },
  ],
  ["a person's token", revoked({ oauth: ['U1'], bot: [] }), { taken: true, forgotten: [] }],
  ['no token at all', revoked({ oauth: ['U1'] }), { taken: true, forgotten: [] }],
  ['another event', { ...EVENT, event: { type: 'app_mention' } }, { taken: false, forgotten: [] }],
  ['a command', { command: '/talk' }, { taken: false, forgotten: [] }],
])('%s', async (_, body, expected) => {
  const forgotten: string[] = [];
  const end = endInstallation({
    forgetWorkspace: async (workspace, before) => {
      forgotten.push(`${workspace} until ${before}`);
      return true;
    },
    log: pino({ level: 'silent' }),
  });
  expect({ taken: await end(body), forgotten }).toEqual(expected);
});
