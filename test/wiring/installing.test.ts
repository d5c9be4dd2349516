import { readFileSync, renameSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Workspace } from '../../src/local-slack/workspace.ts';
import { install } from '../support/oauth-slack.ts';
import { answerTo, linesOf, MIRA, topModal, typeTalk } from '../support/slack-people.ts';
import { execute, TOKEN_KEY } from '../support/store.ts';
import { openTwoWorkspaces } from '../support/two-workspaces.ts';

async function answerIn(workspace: Workspace): Promise<string | undefined> {
  const { error, message } = await typeTalk(workspace, 'ceph');
  return error ?? message?.text;
}

const NOT_INSTALLED =
  'Lectern must be installed (again) in this workspace before it can answer: https://talks.example.org/slack/install';

test('answers where it was installed, until it is uninstalled, and then begins clean', async () => {
  const { url, slack, file, harbour, lagoon, log, tell } = await openTwoWorkspaces();
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
  const { url, slack, file, harbour, lagoon, tell } = await openTwoWorkspaces();
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

test('without the key of its tokens it says what to do once, tells people to try again, and /readyz shows it', async () => {
  const before = await openTwoWorkspaces();
  for (const team of ['T1', 'T2']) await install(before.url, before.slack, { team });
  const NEW_KEY = Buffer.alloc(32, 9).toString('base64');
  const open = (key: string) =>
    openTwoWorkspaces({ DATABASE_URL: `file:${before.file}`, TOKEN_KEY: key, LOG_LEVEL: 'debug' });
  const { url, slack, harbour, lagoon, log, tell } = await open(NEW_KEY);
  const unreadable = async (at = url) => {
    const health = (await (await fetch(`${at}/readyz`)).json()) as { readonly unreadableTokens?: number };
    return health.unreadableTokens;
  };
  await expect.poll(() => unreadable()).toBe(2);
  const mention = { type: 'app_mention', user: MIRA, channel: 'C1', text: 'ceph', ts: '1.1' };
  for (const workspace of [harbour, lagoon, harbour]) {
    expect(await answerIn(workspace)).toBe(
      'Lectern cannot look up this workspace right now, so it cannot answer. Please try again in a minute.',
    );
    expect(await tell({ event: mention, team_id: workspace.team.id })).toBe(503);
  }
  const warnings = log
    .map(line => JSON.parse(line))
    .filter(({ level }) => level !== 'info' && level !== 'debug');
  expect(warnings.map(({ msg }) => msg)).toEqual([
    'Tokens cannot be decrypted: TOKEN_KEY no longer has the key with which they were encrypted. Add that key after a comma and start Lectern again; if it is lost, people must install Lectern again.',
    'A command was not answered, since its workspace could not be looked up.',
    'A request was refused with 503, so that Slack sends it again: its workspace could not be looked up, or the database is away.',
  ]);
  expect(log.join('')).not.toContain('stack');
  await install(url, slack, { team: 'T1' });
  expect(await answerIn(harbour)).toContain('Ceph at sea');
  expect(await unreadable()).toBe(1);
  const both = await open(`${NEW_KEY},${TOKEN_KEY}`);
  await expect.poll(() => both.log.join('')).toContain('Tokens were encrypted again');
  expect(await unreadable(both.url)).toBe(0);
});

test('asks people for the scopes that every app of Lectern has, and for no others', async () => {
  const { url } = await openTwoWorkspaces();
  const { headers } = await fetch(`${url}/slack/install`, { redirect: 'manual' });
  const asked = new URL(headers.get('location') ?? '').searchParams.get('scope');
  const manifest = parse(readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8'));
  expect(asked?.split(',')).toEqual(manifest.oauth_config.scopes.bot);
});

test('asks for the scopes of other features where the operator says so', async () => {
  const { url } = await openTwoWorkspaces({
    OPTIONAL_SCOPES: 'mcp:connect,files:write,links:read,links:write',
  });
  const { headers } = await fetch(`${url}/slack/install`, { redirect: 'manual' });
  const asked = new URL(headers.get('location') ?? '').searchParams.get('scope');
  const manifest = parse(readFileSync(new URL('../../manifest.http.yml', import.meta.url), 'utf8'));
  expect(asked?.split(',')).toEqual([
    ...manifest.oauth_config.scopes.bot,
    ...['files:write', 'links:read', 'links:write'],
  ]);
});

test('a talk is sent as a file where the installation has the scope for it, and nowhere else', async () => {
  const { url, slack, harbour, lagoon } = await openTwoWorkspaces();
  slack.moreScopes = ['files:write'];
  await install(url, slack, { team: 'T1' });
  slack.moreScopes = [];
  await install(url, slack, { team: 'T2' });
  const offersFile = async (workspace: Workspace) => {
    await workspace.click({ user: MIRA, in: await answerTo(workspace, 'ceph at sea'), label: 'Details' });
    return linesOf(await topModal(workspace))
      .join()
      .includes('[Calendar file]');
  };
  expect([await offersFile(harbour), await offersFile(lagoon)]).toEqual([true, false]);
});
