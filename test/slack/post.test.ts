import type { RequestListener } from 'node:http';
import { webApi } from '@slack/bolt';
import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/digests/delivery-context.ts';
import { startWorkspace, type Workspace } from '../../src/local-slack/workspace.ts';
import { posterTo } from '../../src/slack/post.ts';
import { configuredToken } from '../../src/slack/workspace-tokens.ts';
import { SealedFault } from '../../src/store/database/sealing.ts';
import { createLog } from '../../src/wiring/log.ts';
import { webServer } from '../support/web-server.ts';

const message = { text: 'Tuesday', blocks: [{ type: 'divider' }] };
const log = pino({ level: 'silent' });
const LOBBY = 'C0LOBBY001';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function slack(): Promise<Workspace> {
  const workspace = await startWorkspace();
  open.push(() => workspace.close());
  return workspace;
}

function posterFor(apiUrl: string, botToken = 'xoxb-1'): ReturnType<typeof posterTo> {
  const poster = posterTo({ apiUrl, tokens: configuredToken(botToken), log });
  open.push(() => poster.close());
  return poster;
}

/** Something else in Slack's place. Returns its address. */
async function serve(answer: RequestListener): Promise<string> {
  return `${(await webServer(answer)).url}/api/`;
}

/** What comes of one post to a workspace in which this goes wrong. */
async function outcomeIn(
  goesWrong: (workspace: Workspace) => void,
  channel = LOBBY,
): Promise<{ readonly outcome: Outcome; readonly posted: number; readonly calls: number }> {
  const workspace = await slack();
  goesWrong(workspace);
  const { post } = posterFor(workspace.apiUrl, workspace.tokens.bot);
  const outcome = await post(channel, message, { workspace: 'T0HARBOUR1', threadTs: undefined });
  return {
    outcome,
    posted: workspace.messages.length,
    calls: workspace.callsOf('chat.postMessage').length,
  };
}

test('posts, replies in a thread and edits', async () => {
  const workspace = await slack();
  const { post, edit } = posterFor(workspace.apiUrl, workspace.tokens.bot);
  const first = await post(LOBBY, message, { workspace: 'T0HARBOUR1', threadTs: undefined });
  if (first.kind !== 'posted') throw new Error(first.reason);
  expect(first).toEqual({ kind: 'posted', channel: LOBBY, ts: workspace.messages[0]?.ts });
  await post(LOBBY, { ...message, text: 'The rest' }, { workspace: 'T0HARBOUR1', threadTs: first.ts });
  const edited = await edit(first, { ...message, text: 'Tuesday, changed' }, { workspace: 'T0HARBOUR1' });
  expect(edited).toEqual(first);
  expect(workspace.messages.map(({ text, threadTs }) => [text, threadTs])).toEqual([
    ['Tuesday, changed', undefined],
    ['The rest', first.ts],
  ]);
});

test("a person's id leads to their direct messages, whose own id comes back", async () => {
  const { outcome } = await outcomeIn(() => {}, 'U0MIRA0001');
  expect(outcome).toMatchObject({ kind: 'posted', channel: 'D0MIRA0001' });
});

describe('it is certain that nothing arrived', () => {
  test('where Slack says to wait', async () => {
    const slowDown = (workspace: Workspace) =>
      workspace.fail('chat.postMessage', { kind: 'rate_limited', retryAfterSeconds: 7 });
    expect(await outcomeIn(slowDown)).toEqual({
      outcome: { kind: 'refused', retryAfterMs: 7000, reason: 'ratelimited' },
      posted: 0,
      calls: 1,
    });
  });

  test.each([undefined, 'Mon, 30 Nov 2026 08:00:00 GMT'])(
    'where Slack says to wait, but not for how many seconds: %s',
    async retryAfter => {
      const apiUrl = await serve((_request, response) =>
        response.writeHead(429, retryAfter === undefined ? {} : { 'retry-after': retryAfter }).end(),
      );
      const outcome = await posterFor(apiUrl).post(LOBBY, message, {
        workspace: 'T0HARBOUR1',
        threadTs: undefined,
      });
      expect(outcome).toMatchObject({ kind: 'refused', retryAfterMs: undefined });
    },
  );

  test('where the connection is refused', async () => {
    const workspace = await startWorkspace();
    await workspace.close();
    const { post } = posterFor(workspace.apiUrl);
    const outcome = await post(LOBBY, message, { workspace: 'T0HARBOUR1', threadTs: undefined });
    expect(outcome).toMatchObject({ kind: 'refused', retryAfterMs: undefined });
  });

  test("where there is no host of Slack's name", async () => {
    const { post } = posterFor('http://slack.invalid/api/');
    expect(await post(LOBBY, message, { workspace: 'T0HARBOUR1', threadTs: undefined })).toMatchObject({
      kind: 'refused',
    });
  });

  test.each(['not_in_channel', 'channel_not_found', 'is_archived', 'invalid_blocks'])(
    'and will not, where Slack says %s',
    async error => {
      const forbid = (workspace: Workspace) => workspace.fail('chat.postMessage', { kind: 'error', error });
      expect(await outcomeIn(forbid)).toEqual({
        outcome: { kind: 'forbidden', reason: error },
        posted: 0,
        calls: 1,
      });
    },
  );

  test('where Slack is not there for a while', async () => {
    const away = (workspace: Workspace) =>
      workspace.fail('chat.postMessage', { kind: 'error', error: 'service_unavailable' });
    expect((await outcomeIn(away)).outcome).toMatchObject({ kind: 'refused' });
  });
});

describe('nobody can know whether it arrived', () => {
  test.each([
    ['the connection is cut', { kind: 'reset' }],
    ['Slack fails', { kind: 'status', status: 500 }],
    ['Slack is overloaded', { kind: 'status', status: 503 }],
    ['Slack did half of it', { kind: 'error', error: 'fatal_error' }],
  ] as const)('where %s', async (_name, fault) => {
    const { outcome, calls } = await outcomeIn(workspace => workspace.fail('chat.postMessage', fault));
    expect([outcome.kind, calls]).toEqual(['unknown', 1]);
  });

  test('where it arrived and only the answer was lost', async () => {
    const { outcome, posted } = await outcomeIn(workspace =>
      workspace.fail('chat.postMessage', { kind: 'reset' }, { afterDoing: true }),
    );
    expect([outcome.kind, posted]).toEqual(['unknown', 1]);
  });

  test.each<[string, RequestListener]>([
    ['something else answers', (_request, response) => response.end('<html>Sign in to this network</html>')],
    [
      'the answer breaks off',
      (_request, response) => void response.writeHead(200).write('{"ok":', () => response.destroy()),
    ],
    ['the answer says nothing', (_request, response) => response.end('{"ok":true}')],
  ])('where %s', async (_name, answer) => {
    const { post } = posterFor(await serve(answer));
    expect((await post(LOBBY, message, { workspace: 'T0HARBOUR1', threadTs: undefined })).kind).toBe(
      'unknown',
    );
  });
});

test('posts and edits with the token of the workspace, and not at all where Lectern is not installed', async () => {
  const workspace = await slack();
  const { bot } = workspace.tokens;
  const tokens = { tokenFor: async (id: string) => ({ T1: bot, T2: 'xoxb-of-another' })[id] };
  const poster = posterTo({ apiUrl: workspace.apiUrl, tokens, log });
  open.push(() => poster.close());
  const postIn = (id: string) => poster.post(LOBBY, message, { workspace: id, threadTs: undefined });
  const first = await postIn('T1');
  expect([first, await postIn('T2'), await postIn('T3')]).toEqual([
    { kind: 'posted', channel: LOBBY, ts: workspace.messages[0]?.ts },
    { kind: 'revoked', reason: 'invalid_auth' },
    { kind: 'uninstalled', reason: 'Lectern is not installed in the workspace T3.' },
  ]);
  if (first.kind !== 'posted') throw new Error(first.reason);
  const edits = ['T2', 'T1'].map(id => poster.edit(first, message, { workspace: id }));
  expect((await Promise.all(edits)).map(({ kind }) => kind)).toEqual(['revoked', 'posted']);
  expect(workspace.callsOf('chat.postMessage').length).toBe(2);
});

test('a token that cannot be had now is a refusal, since nothing was sent', async () => {
  const tokens = { tokenFor: () => Promise.reject(new Error('The database is locked.')) };
  const poster = posterTo({ apiUrl: undefined, tokens, log });
  open.push(() => poster.close());
  expect(await poster.post(LOBBY, message, { workspace: 'T1', threadTs: undefined })).toEqual({
    kind: 'refused',
    retryAfterMs: undefined,
    reason: 'The database is locked.',
  });
});

test('a token that cannot be decrypted lets messages wait as a revoked one does, and is logged elsewhere', async () => {
  const lines: string[] = [];
  const fault = new SealedFault({ place: 'the installation in T1', why: 'key' }, 'The key is gone.');
  const logged = createLog({ level: 'info', secrets: [], write: line => lines.push(line) });
  const tokens = { tokenFor: () => Promise.reject(fault) };
  const poster = posterTo({ apiUrl: undefined, tokens, log: logged });
  open.push(() => poster.close());
  const outcome = await poster.post(LOBBY, message, { workspace: 'T1', threadTs: undefined });
  expect({ outcome, lines }).toEqual({
    outcome: { kind: 'revoked', reason: 'token_unreadable' },
    lines: [],
  });
});

test('a token that Slack takes no more is logged once for its workspace, and again when it takes another', async () => {
  const workspace = await slack();
  const lines: string[] = [];
  const refused = new webApi.WebAPIPlatformError({ ok: false, error: 'invalid_refresh_token' });
  const given: (string | Error)[] = ['xoxb-old', 'xoxb-old', refused, workspace.tokens.bot];
  const tokens = {
    tokenFor: async () => {
      const token = given.shift();
      if (token instanceof Error) throw token;
      return token;
    },
  };
  const logged = createLog({ level: 'info', secrets: [], write: line => lines.push(JSON.parse(line).msg) });
  const poster = posterTo({ apiUrl: workspace.apiUrl, tokens, log: logged });
  open.push(() => poster.close());
  const kinds: string[] = [];
  while (given.length > 0)
    kinds.push((await poster.post(LOBBY, message, { workspace: 'T1', threadTs: undefined })).kind);
  expect(kinds).toEqual(['revoked', 'revoked', 'revoked', 'posted']);
  expect(lines).toEqual([
    "Slack no longer takes Lectern's token in a workspace. What is due there waits until Lectern is installed there again.",
    "Slack takes Lectern's token in a workspace again.",
  ]);
});
