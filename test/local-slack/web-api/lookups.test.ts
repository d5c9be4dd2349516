import { afterEach, describe, expect, it } from 'vitest';
import { startWorkspace, type Workspace } from '../../../src/local-slack/workspace.ts';
import { call, client, manualClock } from '../support.ts';

let workspace: Workspace;

afterEach(() => workspace.close());

const allScopes = ['users:read', 'im:write', 'channels:read', 'groups:read', 'im:read'];

describe('users.info', () => {
  it.each([
    [
      'U0MIRA0001',
      Date.UTC(2027, 6, 1),
      { tz: 'Europe/Madrid', tz_offset: 7200, tz_label: 'Central European Summer Time' },
    ],
    [
      'U0MIRA0001',
      Date.UTC(2027, 0, 1),
      { tz: 'Europe/Madrid', tz_offset: 3600, tz_label: 'Central European Standard Time' },
    ],
    [
      'U0JUNE0002',
      Date.UTC(2027, 6, 1),
      { tz: 'America/Los_Angeles', tz_offset: -25_200, tz_label: 'Pacific Daylight Time' },
    ],
  ])('gives the zone of %s at that time', async (user, now, expected) => {
    workspace = await startWorkspace({ clock: manualClock(now) });
    expect((await client(workspace).users.info({ user })).user).toMatchObject({ id: user, ...expected });
  });

  it('knows the bot as a bot, and strangers not at all', async () => {
    workspace = await startWorkspace();
    expect(await call(workspace, 'users.info', { user: workspace.bot.userId })).toMatchObject({
      user: { is_bot: true },
    });
    expect(await call(workspace, 'users.info', { user: 'U0NOBODY01' })).toEqual({
      ok: false,
      error: 'user_not_found',
    });
    expect(await call(workspace, 'bots.info', { bot: 'B0LECTERN1' })).toMatchObject({
      bot: { name: 'Lectern' },
    });
    expect(await call(workspace, 'bots.info', { bot: 'B0NOBODY01' })).toMatchObject({
      error: 'bot_not_found',
    });
  });
});

describe('conversations', () => {
  it.each([
    [{ users: 'U0MIRA0001' }, { ok: true, channel: { id: 'D0MIRA0001' } }],
    [{ users: 'U0JUNE0002' }, { ok: true, channel: { id: 'D0JUNE0002' } }],
    [{ channel: 'D0MIRA0001' }, { ok: true, channel: { id: 'D0MIRA0001' } }],
    [{ channel: 'C0LOBBY001' }, { ok: false, error: 'channel_not_found' }],
    [{}, { ok: false, error: 'users_list_not_supplied' }],
    [{ users: 'U0NOBODY01' }, { ok: false, error: 'user_not_found' }],
    [{ users: 'U0MIRA0001,U0JUNE0002' }, { ok: false, error: 'not_enough_users' }],
  ])('conversations.open %j', async (args, expected) => {
    workspace = await startWorkspace({ scopes: allScopes });
    expect(await call(workspace, 'conversations.open', args)).toEqual(expected);
  });

  it.each([
    ['C0LOBBY001', { channel: { name: 'lobby', is_member: true, is_private: false, is_im: false } }],
    ['C0CORRIDOR', { channel: { name: 'corridor', is_member: false } }],
    ['C0ORGANISE', { error: 'channel_not_found' }],
    ['D0MIRA0001', { channel: { is_im: true, user: 'U0MIRA0001' } }],
  ])('conversations.info of %s', async (channel, expected) => {
    workspace = await startWorkspace({ scopes: allScopes });
    expect(await call(workspace, 'conversations.info', { channel })).toMatchObject(expected);
  });

  it('asks for the scope of the kind of channel', async () => {
    workspace = await startWorkspace({ scopes: ['channels:read'] });
    expect(await call(workspace, 'conversations.info', { channel: 'D0MIRA0001' })).toMatchObject({
      error: 'missing_scope',
      needed: 'im:read',
    });
  });
});
