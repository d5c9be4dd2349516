import { describe, expect, it } from 'vitest';
import { openHome, say } from '../../../src/local-slack/people/say.ts';
import { testContext } from '../support.ts';

const MIRA = 'U0MIRA0001';
const LOBBY = 'C0LOBBY001';
const SCOPES = ['app_mentions:read', 'im:history'];

const workspace = (scopes: readonly string[] = SCOPES) => testContext(undefined, { scopes });

describe('a message', () => {
  it.each([
    ['without a mention', LOBBY, 'ceph', []],
    ['with a mention, where the bot is', LOBBY, '@lectern ceph', ['app_mention']],
    ['with a mention, where the bot is not', 'C0CORRIDOR', '@lectern ceph', []],
    ['that mentions somebody else', LOBBY, '@june ceph', []],
    ['to the bot', 'D0MIRA0001', 'ceph', ['message']],
    ['to the bot, with a mention', 'D0MIRA0001', '@lectern ceph', ['message', 'app_mention']],
  ])('%s', async (_name, channel, text, expected) => {
    const context = workspace();
    const { events, message } = await say({ user: MIRA, channel, text }, context);
    const types = context.sent.map(({ kind, payload }) => [kind, (payload.event as { type: string }).type]);
    expect(types).toEqual(expected.map(type => ['events_api', type]));
    expect(events.map(({ payload }) => payload)).toEqual(context.sent.map(({ payload }) => payload));
    expect(context.state.messages.all).toEqual([message]);
  });

  it.each([
    [['im:history'], ['message']],
    [['app_mentions:read'], ['app_mention']],
    [[], []],
  ])('reaches an app with the scopes %j as %j', async (scopes, expected) => {
    const { events } = await say({ user: MIRA, channel: 'D0MIRA0001', text: '@lectern' }, workspace(scopes));
    expect(events.map(({ payload }) => (payload.event as { type: string }).type)).toEqual(expected);
  });

  it('is told as Slack tells it', async () => {
    const { state, ...context } = workspace();
    const root = state.messages.post({ channel: LOBBY, author: MIRA, text: 'root', blocks: [] });
    const typed = { user: MIRA, channel: LOBBY, text: '@lectern a & b', threadTs: root.ts };
    const { message, events } = await say(typed, { state, ...context });
    expect(message).toEqual({
      channel: LOBBY,
      ts: expect.any(String),
      threadTs: root.ts,
      author: MIRA,
      text: '<@U0LECTERN1> a &amp; b',
      blocks: [],
      edited: false,
    });
    expect(events.map(({ payload }) => payload)).toEqual([
      {
        token: 'not-to-be-relied-on',
        team_id: 'T0HARBOUR1',
        context_team_id: 'T0HARBOUR1',
        context_enterprise_id: null,
        api_app_id: 'A0LECTERN1',
        event: {
          type: 'app_mention',
          user: MIRA,
          ts: message.ts,
          client_msg_id: expect.any(String),
          text: message.text,
          team: 'T0HARBOUR1',
          thread_ts: root.ts,
          blocks: [
            {
              type: 'rich_text',
              block_id: expect.any(String),
              elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: message.text }] }],
            },
          ],
          channel: LOBBY,
          event_ts: message.ts,
        },
        type: 'event_callback',
        event_id: expect.stringMatching(/^Ev/),
        event_time: Math.floor(state.clock.now() / 1000),
        authorizations: [
          {
            enterprise_id: null,
            team_id: 'T0HARBOUR1',
            user_id: 'U0LECTERN1',
            is_bot: true,
            is_enterprise_install: false,
          },
        ],
        is_ext_shared_channel: false,
        event_context: expect.any(String),
      },
    ]);
  });

  it('is there before the app has taken it', async () => {
    let seen = 0;
    const { state } = workspace();
    const deliver = async () => {
      seen = state.messages.all.length;
      return { kind: 'unreachable' } as const;
    };
    await say({ user: MIRA, channel: 'D0MIRA0001', text: 'ceph' }, { state, deliver });
    expect(seen).toBe(1);
  });

  it.each([
    ['by nobody', { user: 'U0NOBODY01', channel: LOBBY, text: 'x' }, 'nobody with the id U0NOBODY01'],
    [
      'where one cannot look',
      { user: 'U0JUNE0002', channel: 'C0ORGANISE', text: 'x' },
      'cannot see a channel',
    ],
    [
      'longer than can be',
      { user: MIRA, channel: LOBBY, text: 'x'.repeat(40_001) },
      'at most 40,000 characters',
    ],
  ])('cannot be written %s', async (_name, typed, error) => {
    const context = workspace();
    await expect(say(typed, context)).rejects.toThrow(error);
    expect([context.state.messages.all, context.sent]).toEqual([[], []]);
  });
});

describe('an opened home', () => {
  it('is told of, with the view that is there', async () => {
    const context = workspace();
    const event = async (tab?: 'messages') =>
      (await openHome({ user: MIRA, ...(tab !== undefined && { tab }) }, context)).payload.event;
    expect(await event()).toEqual({
      type: 'app_home_opened',
      user: MIRA,
      channel: 'D0MIRA0001',
      tab: 'home',
      event_ts: expect.any(String),
    });
    const view = context.state.views.publish(MIRA, { type: 'home', blocks: [] });
    expect(await event('messages')).toMatchObject({ tab: 'messages', view: { id: view.id, type: 'home' } });
  });

  it('opens direct messages where there were none', async () => {
    const { payload } = await openHome({ user: 'U0JUNE0002' }, workspace());
    expect(payload.event).toMatchObject({ channel: 'D0JUNE0002' });
  });
});
