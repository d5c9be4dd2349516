import { renameSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { startWorkspace, type Workspace } from '../../src/local-slack/workspace.ts';
import { compose } from '../../src/wiring/compose.ts';
import { readConfig } from '../../src/wiring/config.ts';
import { createLog } from '../../src/wiring/log.ts';
import { LIGHTHOUSE } from '../cli/support.ts';
import { CLIENT, install, type OauthSlack, openOauthSlack, sendEvent } from '../support/oauth-slack.ts';
import { execute, TOKEN_KEY } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const SIGNING_SECRET = 'a-secret-of-tests';

interface Scene {
  readonly url: string;
  readonly slack: OauthSlack;
  readonly file: string;
  readonly harbour: Workspace;
  readonly lagoon: Workspace;
  readonly log: string[];
  /** Slack tells Lectern of something that is no person's doing. Returns the status of the answer. */
  readonly tell: (event: Parameters<typeof sendEvent>[2]) => Promise<number>;
}

/** Lectern before anybody has installed it, and a Slack with two workspaces. */
async function openScene(): Promise<Scene> {
  const open = (id: string, domain: string) =>
    startWorkspace({ team: { id, domain, name: domain }, tokens: { signingSecret: SIGNING_SECRET } });
  const [harbour, lagoon] = await Promise.all([open('T1', 'harbour'), open('T2', 'lagoon')]);
  const publicUrl = 'https://talks.example.org';
  const redirectUri = `${publicUrl}/slack/oauth_redirect`;
  const slack = await openOauthSlack({ workspaces: { T1: harbour, T2: lagoon }, redirectUri, now: Date.now });
  const file = `${temporaryFolder({})}/lectern.sqlite`;
  const read = readConfig({
    ...{
      DATA_DIR: temporaryFolder(LIGHTHOUSE),
      PORT: '0',
      DATABASE_URL: `file:${file}`,
      PUBLIC_URL: publicUrl,
    },
    ...{ SLACK_API_URL: slack.apiUrl, SLACK_SIGNING_SECRET: SIGNING_SECRET, SLACK_STATE_SECRET: 'state' },
    ...{ SLACK_CLIENT_ID: CLIENT.id, SLACK_CLIENT_SECRET: CLIENT.secret, TOKEN_KEY },
  });
  if ('mistakes' in read) throw new Error(read.mistakes.join(' '));
  const log: string[] = [];
  const lectern = await compose(
    read.config,
    createLog({ level: 'info', secrets: [], write: line => log.push(line) }),
  );
  const { url } = await lectern.start();
  onTestFinished(async () => {
    await lectern.stop();
    await Promise.all([harbour.close(), lagoon.close()]);
  });
  for (const each of [harbour, lagoon]) each.deliverTo(`${url}/slack/events`);
  const tell = (event: Parameters<typeof sendEvent>[2]) =>
    sendEvent(`${url}/slack/events`, SIGNING_SECRET, event);
  return { url, slack, file, harbour, lagoon, log, tell };
}

async function answerIn(workspace: Workspace): Promise<string | undefined> {
  const { people, channels } = workspace;
  const typed = { user: people.mira.id, channel: channels.lobby.id, command: '/talk', text: 'ceph' };
  const { error, message } = await workspace.command(typed);
  return error ?? message?.text;
}

const NOT_INSTALLED = 'Lectern is not installed in this workspace (any more).';

test('answers where it was installed, until it is uninstalled, and then begins clean', async () => {
  const { url, slack, file, harbour, lagoon, log, tell } = await openScene();
  expect(await answerIn(harbour)).toBe(NOT_INSTALLED);
  expect(await install(url, slack, { team: 'T1' })).toContain('Lectern is installed in harbour');
  expect(await answerIn(harbour)).toContain('Ceph at sea');
  expect(await answerIn(lagoon)).toBe(NOT_INSTALLED);
  await install(url, slack, { team: 'T2' });
  expect(await answerIn(lagoon)).toContain('Ceph at sea');
  await execute(
    `file:${file}`,
    "insert into preferences values ('T1', 'U1', null, 1, null, null), ('T2', 'U1', null, 1, null, null);",
  );

  expect(
    await tell({ event: { type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } }, team_id: 'T1' }),
  ).toBe(200);
  expect(await answerIn(harbour)).toContain('Ceph at sea');
  slack.revoke({ team: 'T1' }, 'account_inactive');
  expect(await tell({ event: { type: 'app_uninstalled' }, team_id: 'T1' })).toBe(200);
  expect(await answerIn(harbour)).toBe(NOT_INSTALLED);
  expect(await answerIn(lagoon)).toContain('Ceph at sea');
  const rows = 'select workspace from preferences union all select workspace from installations';
  expect(await execute(`file:${file}`, rows)).toEqual([{ workspace: 'T2' }, { workspace: 'T2' }]);

  await install(url, slack, { team: 'T1' });
  expect(await tell({ event: { type: 'app_uninstalled' }, team_id: 'T1', event_time: 1 })).toBe(200);
  expect(await answerIn(harbour)).toContain('Ceph at sea');
  expect(log.filter(line => line.includes('not installed in its workspace'))).toHaveLength(1);
  expect(log.join('')).not.toMatch(/xoxb-|client-secret/);
});

test('while the database is away it answers where it did before, and Slack sends other requests again', async () => {
  const { url, slack, file, harbour, lagoon, tell } = await openScene();
  for (const team of ['T1', 'T2']) await install(url, slack, { team });
  expect(await answerIn(harbour)).toContain('Ceph at sea');
  renameSync(file, `${file}.away`);
  expect(await answerIn(harbour)).toContain('Ceph at sea');
  expect(await answerIn(lagoon)).toBe(
    'Lectern cannot look up this workspace right now, so it cannot answer. Please try again in a minute.',
  );
  const mention = { type: 'app_mention', user: 'U1', channel: 'C1', text: 'ceph', ts: '1.1' };
  expect(await tell({ event: mention, team_id: 'T2' })).toBe(503);
  expect(await tell({ event: { type: 'app_uninstalled' }, team_id: 'T1' })).toBe(503);
  renameSync(`${file}.away`, file);
  expect(await answerIn(lagoon)).toContain('Ceph at sea');
  expect(await tell({ event: { type: 'app_uninstalled' }, team_id: 'T1' })).toBe(200);
  expect(await answerIn(harbour)).toBe(NOT_INSTALLED);
});
