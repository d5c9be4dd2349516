import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { conferenceKey } from '../../src/programme/conference.ts';
import { LIMITS, RequestLimits } from '../../src/slack/receiving/request-limits.ts';
import { configuredToken, UnknownWorkspace } from '../../src/slack/workspace-tokens.ts';
import { createLog } from '../../src/wiring/log.ts';
import { type McpOptions, wireMcp } from '../../src/wiring/mcp.ts';
import { harbour } from '../support/harbour.ts';
import { loadedWith } from '../support/loaded.ts';
import { callOf, headersFor, signed } from '../support/mcp-calls.ts';
import { read } from '../support/read.ts';
import { store } from '../support/store.ts';

const SECRET = 'a-signing-secret';
const loaded = loadedWith(harbour);
const conference = conferenceKey(harbour.conference);

/** Answers assistants in a workspace T1, without the rest of Lectern. */
async function serve(options: Partial<McpOptions>) {
  const listener = wireMcp({
    mode: { kind: 'http', signingSecret: SECRET, botToken: 'xoxb-1' },
    ...{ mcpToken: undefined, publicUrl: undefined, host: '127.0.0.1', isLocal: false },
    workspaces: { tokenFor: async () => undefined, authorize: async () => ({ workspace: 'T1' }) as never },
    ...{ token: () => undefined, store: store(), limits: new RequestLimits(LIMITS, () => 0) },
    ...{ current: () => loaded, seenIn: () => loaded, refreshHome: () => {}, now: Date.now },
    log: createLog({ level: 'silent', secrets: [], write: () => {} }),
    ...options,
  });
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`;
  const ask = async (name: string, args: object, slack: object = { user_id: 'U1', team_id: 'T1' }) =>
    (await signed(url, callOf(name, args, slack), SECRET)).body.result;
  return { url, ask };
}

test('people of a workspace in which Lectern is not installed are refused', async () => {
  const { ask } = await serve({
    workspaces: {
      tokenFor: async () => undefined,
      authorize: async ({ teamId }) => {
        throw teamId === 'T9' ? new UnknownWorkspace('T9') : new Error('The database is away.');
      },
    },
  });
  const refusalOf = async (team: string) => {
    const result = await ask('search_talks', { query: 'ceph' }, { user_id: 'U1', team_id: team });
    return [result.isError, result.content[0].text, read(result._meta.slack.blocks)];
  };
  const notInstalled = 'Lectern is not installed in this workspace.';
  expect(await refusalOf('T9')).toEqual([true, notInstalled, [notInstalled]]);
  const fault = expect.stringMatching(/^Lectern could not answer this/);
  expect(await refusalOf('T1')).toEqual([true, fault, [fault]]);
});

test('undo takes back what an assistant starred', async () => {
  const opened = store();
  const { ask } = await serve({ store: opened });
  for (const starred of [true, true, false]) await ask('star_talk', { id: 'people/radio', starred });
  const stars = [{ conference, talk: 'people/radio' }];
  const last = () => opened.acts.takeBack({ workspace: 'T1', person: 'U1' }, async act => act);
  expect([await last(), await last(), await last()]).toEqual([
    { kind: 'unstar', stars },
    { kind: 'star', stars },
    'none',
  ]);
});

test('a person asks as much through an assistant as in Slack, all in all', async () => {
  const refused: string[] = [];
  const few = { burst: 3, intervalMs: 1000 };
  const limits = new RequestLimits(
    { person: few, workspace: few },
    () => 0,
    which => refused.push(which),
  );
  const mcpToken = 'a-token-that-is-long-enough';
  const { url, ask } = await serve({ limits, mcpToken });
  for (const _ of ['/talk', 'a button']) limits.take({ workspace: 'T1', person: 'U1' });
  expect((await ask('star_talk', { id: 'people/radio' })).isError).toBeUndefined();
  const tooMuch = await ask('star_talk', { id: 'people/radio' });
  const said = 'That was a lot at once. Please try again in a few seconds.';
  expect(tooMuch).toMatchObject({ isError: true, content: [{ text: said }] });
  expect(read(tooMuch._meta.slack.blocks)).toEqual([said]);
  for (const _ of [1, 2, 3]) limits.takeOfToken();
  const body = callOf('list_conferences');
  const headers = { ...headersFor(body), authorization: `Bearer ${mcpToken}` };
  const limited = await fetch(url, { method: 'POST', body, headers });
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '1']);
  expect(await limited.json()).toMatchObject({
    error: { message: 'Refused: too many requests came at once; try again in a second.' },
  });
  expect(refused).toEqual(['person', 'token']);
});

test.each([
  ['that has Lectern as a whole', { isOrgWide: true, team: undefined }, 'E1'],
  ['of which one workspace has Lectern', { isOrgWide: false, team: 'T1' }, 'T1'],
])('a person of an organisation %s has the stars that they gave by /talk', async (_, token, workspace) => {
  const opened = store();
  const workspaces = configuredToken('xoxb-1');
  const ids = { teamId: 'T1', enterpriseId: 'E1' };
  const ofTalk = await workspaces.authorize({ ...ids, isEnterpriseInstall: token.isOrgWide });
  expect(ofTalk.workspace).toBe(workspace);
  await opened.stars.star({ workspace, person: 'U1', conference, talk: 'people/radio' }, Date.now());
  const { ask } = await serve({ workspaces, store: opened, token: () => token });
  for (const team of ['T1', null]) {
    const mine = await ask('my_talks', {}, { user_id: 'U1', team_id: team, enterprise_id: 'E1' });
    expect(mine.structuredContent).toMatchObject({ total: 1 });
  }
});

test('as long as Slack has not told whose the token is, nobody of an organisation stars under a wrong workspace', async () => {
  const opened = store();
  const { ask } = await serve({
    workspaces: configuredToken('xoxb-1'),
    store: opened,
    token: () => undefined,
  });
  const star = (slack: object) => ask('star_talk', { id: 'people/radio', starred: true }, slack);
  const wait = 'Lectern does not know yet for which workspace it answers. Please try again in a minute.';
  for (const team of ['T1', null]) {
    const refused = await star({ user_id: 'U1', team_id: team, enterprise_id: 'E1' });
    expect([refused.isError, read(refused._meta.slack.blocks)]).toEqual([true, [wait]]);
  }
  const starsIn = async (workspace: string) => (await opened.stars.starsOf({ workspace, person: 'U1' })).size;
  expect([await starsIn('T1'), await starsIn('E1')]).toEqual([0, 0]);
  const alone = await star({ user_id: 'U1', team_id: 'T1', enterprise_id: null });
  expect([alone.isError, await starsIn('T1')]).toEqual([undefined, 1]);
});

test.each([
  ['a whole address in its first line', (url: string) => ({ path: url })],
  [
    'a name before its Host',
    (url: string) => ({ path: '/mcp', headers: { host: `a:b@${new URL(url).host}` } }),
  ],
])('a request with %s is answered', async (_, lineFor) => {
  const { url } = await serve({ isLocal: true });
  const body = callOf('list_conferences');
  const { path, headers } = { headers: {}, ...lineFor(url) };
  const sent = request(url, { method: 'POST', path, headers: { ...headersFor(body), ...headers } }).end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  expect(answer.resume().statusCode).toBe(200);
});
