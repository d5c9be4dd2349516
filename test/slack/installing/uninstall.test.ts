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
const { team_id: _, ...withoutTeam } = inOrganisation;
const revoked = (tokens: object) => ({ ...EVENT, event: { type: 'tokens_revoked', tokens } });

test.each<[string, object, { readonly taken: boolean; readonly forgotten: readonly string[] }]>([
  ['an uninstallation', uninstalled, { taken: true, forgotten: ['T1 until 1000999'] }],
  ['that from an organisation', inOrganisation, { taken: true, forgotten: ['E1 until 1000999'] }],
  [
    'that of a team that is in an organisation',
    { ...inOrganisation, authorizations: [{ enterprise_id: 'E1', is_enterprise_install: false }] },
    { taken: true, forgotten: ['T1 until 1000999'] },
  ],
  ['one without a team', withoutTeam, { taken: true, forgotten: ['E1 until 1000999'] }],
  [
    'one with no team and no word of an organisation',
    { ...withoutTeam, team_id: null, authorizations: null },
    { taken: true, forgotten: ['E1 until 1000999'] },
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
])('%s', async (_name, body, expected) => {
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

test.each([
  ['has no time', { ...uninstalled, event_time: null }],
  [
    'names no workspace',
    { ...withoutTeam, authorizations: [{ enterprise_id: 'E1', is_enterprise_install: false }] },
  ],
])('an uninstallation that %s deletes nothing, and the log says so', async (_name, body) => {
  const lines: { readonly level: number; readonly msg: string }[] = [];
  const end = endInstallation({
    forgetWorkspace: async () => {
      throw new Error('Nothing should be deleted.');
    },
    log: pino({ base: null, timestamp: false }, { write: line => lines.push(JSON.parse(line)) }),
  });
  expect(await end(body)).toBe(true);
  expect(lines).toEqual([
    {
      level: 50,
      event: 'app_uninstalled',
      msg: 'Slack told that Lectern was uninstalled, but not from which workspace or when: nothing was deleted.',
    },
  ]);
});
