import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startWorkspace, type Workspace } from '../../../src/local-slack/workspace.ts';
import { call, client, manualClock } from '../support.ts';

let workspace: Workspace;
const clock = manualClock();

beforeEach(async () => {
  workspace = await startWorkspace({
    clock,
    tokens: { bot: 'xoxb-local-workspace', app: 'xapp-local-workspace' },
  });
});
afterEach(() => workspace.close());

describe('who may call', () => {
  it.each([
    ['no token', 'auth.test', '', { ok: false, error: 'not_authed' }],
    ['a wrong token', 'auth.test', 'xoxb-wrong', { ok: false, error: 'invalid_auth' }],
    ['the app token', 'auth.test', 'xapp-local-workspace', { ok: false, error: 'not_allowed_token_type' }],
    [
      'the bot token for a socket',
      'apps.connections.open',
      'xoxb-local-workspace',
      { ok: false, error: 'not_allowed_token_type' },
    ],
    [
      'an unknown method',
      'chat.shout',
      'xoxb-local-workspace',
      { ok: false, error: 'unknown_method', req_method: 'chat.shout' },
    ],
    [
      'a method named as every object has one',
      'constructor',
      'xoxb-local-workspace',
      { ok: false, error: 'unknown_method', req_method: 'constructor' },
    ],
    [
      'a method without its scope',
      'conversations.open',
      'xoxb-local-workspace',
      {
        ok: false,
        error: 'missing_scope',
        needed: 'im:write',
        provided: 'commands,app_mentions:read,chat:write,im:history,users:read',
      },
    ],
  ])('%s', async (_name, method, token, expected) => {
    expect(await call(workspace, method, {}, token)).toEqual(expected);
  });

  it('takes the token from a form, but not from a JSON body', async () => {
    const send = async (type: string, body: string) => {
      const response = await fetch(`${workspace.apiUrl}auth.test`, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      });
      return (await response.json()) as { error?: string };
    };
    const token = workspace.tokens.bot;
    expect((await send('application/x-www-form-urlencoded', `token=${token}`)).error).toBeUndefined();
    expect((await send('application/json', JSON.stringify({ token }))).error).toBe('not_authed');
  });

  it.each([
    ['application/json', '{"a":', 'invalid_json'],
    ['application/json; charset=utf-8', '[]', 'json_not_object'],
    ['application/json', 'null', 'json_not_object'],
    ['text/plain', 'token=a', 'invalid_post_type'],
    ['', 'token=a', 'invalid_post_type'],
    ['application/json', '', 'not_authed'],
    ['application/x-www-form-urlencoded', '', 'not_authed'],
  ])('refuses %s %j with %s', async (type, body, error) => {
    const response = await fetch(`${workspace.apiUrl}auth.test`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: Buffer.from(body),
    });
    expect(await response.json()).toEqual({ ok: false, error });
  });

  it('says which scopes the token has', async () => {
    const answer = await client(workspace).auth.test();
    expect(answer.response_metadata?.scopes).toContain('chat:write');
  });
});

describe('what is recorded', () => {
  it('has every call with its arguments and its answer, and no token', async () => {
    await client(workspace).auth.test();
    await call(workspace, 'users.info', { user: 'U0NOBODY01' });
    expect(workspace.calls).toMatchObject([
      {
        method: 'auth.test',
        arguments: {},
        at: clock.now(),
        response: { status: 200, body: { ok: true, bot_id: 'B0LECTERN1' } },
      },
      {
        method: 'users.info',
        arguments: { user: 'U0NOBODY01' },
        response: { status: 200, body: { ok: false, error: 'user_not_found' } },
      },
    ]);
    expect(JSON.stringify(workspace.calls)).not.toContain(workspace.tokens.bot);
    expect(workspace.callsOf('auth.test')).toHaveLength(1);
  });
});

describe('rate limits', () => {
  const post = (channel: string) => client(workspace).chat.postMessage({ channel, text: 'a' });

  it('takes one message a second and channel', async () => {
    workspace.limitRates(true);
    await post('C0LOBBY001');
    await post('D0MIRA0001');
    await expect(post('C0LOBBY001')).rejects.toMatchObject({ retryAfter: 1 });
    clock.advance(1000);
    await post('C0LOBBY001');
    workspace.limitRates(false);
    await post('C0LOBBY001');
    expect(workspace.callsOf('chat.postMessage').map(each => each.response?.status)).toEqual([
      200, 200, 429, 200, 200,
    ]);
  });
});

describe('tiers', () => {
  it.each([
    ['users.info', 100],
    ['chat.update', 50],
    ['auth.test', Number.POSITIVE_INFINITY],
  ])('%s is taken %s times a minute', async (method, perMinute) => {
    workspace.limitRates(true);
    const calls = Array.from({ length: 102 }, () => call(workspace, method, { user: 'U0MIRA0001' }));
    const limited = (await Promise.all(calls)).filter(({ error }) => error === 'ratelimited');
    expect(limited).toHaveLength(Math.max(0, 102 - perMinute));
    clock.advance(60_000);
    expect((await call(workspace, method, { user: 'U0MIRA0001' })).error).not.toBe('ratelimited');
  });
});
