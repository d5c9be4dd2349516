import { afterEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../src/local-slack/state/messages.ts';
import type { Workspace } from '../../../src/local-slack/workspace.ts';
import { call, type Running, startOverHttp } from '../support.ts';

let running: Running | undefined;

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

const mira = 'U0MIRA0001';
const lobby = 'C0LOBBY001';
const plain = (text: string) => ({ type: 'plain_text', text });
const option = (value: string) => ({ text: plain(value.toUpperCase()), value });
const button = (action_id: string, value: string) => ({
  type: 'button',
  action_id,
  value,
  text: plain(`${action_id} ${value}`),
});
const blocks = [
  { type: 'actions', block_id: 'first', elements: [button('details', '1'), button('share', '1')] },
  { type: 'actions', block_id: 'second', elements: [button('details', '2')] },
  {
    type: 'actions',
    block_id: 'menus',
    elements: [
      { type: 'static_select', action_id: 'track', options: [option('ops'), option('dev')] },
      { type: 'overflow', action_id: 'more', options: [option('hide'), option('show')] },
      { type: 'conversations_select', action_id: 'where', filter: { include: ['private'] } },
      { type: 'checkboxes', action_id: 'days', options: [option('tue'), option('wed')] },
      { type: 'timepicker', action_id: 'at', initial_time: '08:00', timezone: 'Europe/Madrid' },
    ],
  },
];

/** An app that notes every interaction. */
async function noting() {
  const bodies: Record<string, unknown>[] = [];
  running = await startOverHttp(app => {
    app.action(/.*/, async ({ ack, body }) => {
      bodies.push({ ...body });
      await ack();
    });
  });
  return { workspace: running.workspace, bodies };
}

async function posted(
  workspace: Workspace,
  method = 'chat.postMessage',
  more: object = {},
): Promise<Message> {
  await call(workspace, method, { channel: lobby, user: mira, text: 'a', blocks, ...more });
  const message = workspace.messages.at(-1);
  if (message === undefined) throw new Error('not posted');
  return message;
}

describe('a click on a message', () => {
  it('comes as Slack sends it', async () => {
    const { workspace, bodies } = await noting();
    const message = await posted(workspace);
    const answer = await workspace.click({ user: mira, in: message, actionId: 'details', value: '2' });
    expect(bodies).toEqual([
      {
        type: 'block_actions',
        user: { id: mira, username: 'mira', name: 'mira', team_id: 'T0HARBOUR1' },
        team: { id: 'T0HARBOUR1', domain: 'harbour-cloud' },
        api_app_id: 'A0LECTERN1',
        token: expect.any(String),
        enterprise: null,
        is_enterprise_install: false,
        container: { type: 'message', message_ts: message.ts, channel_id: lobby, is_ephemeral: false },
        trigger_id: answer.triggerId,
        channel: { id: lobby, name: 'lobby' },
        message: expect.objectContaining({ ts: message.ts, bot_id: 'B0LECTERN1', blocks }),
        state: {
          values: {
            menus: {
              track: { type: 'static_select', selected_option: null },
              where: { type: 'conversations_select', selected_conversation: null },
              days: { type: 'checkboxes', selected_options: [] },
              at: { type: 'timepicker', selected_time: '08:00', timezone: 'Europe/Madrid' },
            },
          },
        },
        response_url: answer.responseUrl,
        actions: [
          {
            type: 'button',
            action_id: 'details',
            block_id: 'second',
            text: plain('details 2'),
            value: '2',
            action_ts: expect.any(String),
          },
        ],
      },
    ]);
  });

  it('does not bring the message back where it is ephemeral, and says in which thread it stands', async () => {
    const { workspace, bodies } = await noting();
    const { ts } = await call(workspace, 'chat.postMessage', { channel: lobby, text: 'root' });
    await call(workspace, 'chat.postMessage', { channel: lobby, thread_ts: ts, text: 'reply' });
    const message = await posted(workspace, 'chat.postEphemeral', { thread_ts: ts });
    await workspace.click({ user: mira, in: message, actionId: 'share' });
    expect(bodies[0]).not.toHaveProperty('message');
    expect(bodies[0]).toMatchObject({ container: { is_ephemeral: true, thread_ts: ts } });
  });

  it.each([
    [
      { actionId: 'gone' },
      '0 elements match {"actionId":"gone"}. There are: details "details 1" 1; share "share 1" 1;',
    ],
    [{ actionId: 'details' }, '2 elements match'],
    [{ actionId: 'details', blockId: 'third' }, '0 elements match'],
    [{ label: 'Details' }, '0 elements match'],
    [{ actionId: 'track' }, 'Say what to choose in track'],
    [{ actionId: 'track', choose: 'art' }, 'There is no option art, only ops, dev'],
    [{ actionId: 'more', choose: 'art' }, 'more has no option art'],
    [{ actionId: 'where', choose: lobby }, 'The menu does not offer C0LOBBY001'],
  ])('cannot press what is not there: %j', async (wanted, error) => {
    const { workspace, bodies } = await noting();
    const message = await posted(workspace);
    await expect(workspace.click({ user: mira, in: message, ...wanted })).rejects.toThrow(error);
    expect(bodies).toEqual([]);
  });

  it.each([
    [{ actionId: 'details', blockId: 'first' }, { value: '1' }],
    [{ label: 'share 1' }, { action_id: 'share' }],
    [
      { actionId: 'more', choose: 'show' },
      { type: 'overflow', selected_option: option('show') },
    ],
    [
      { actionId: 'track', choose: 'dev' },
      { type: 'static_select', selected_option: option('dev') },
    ],
    [{ actionId: 'where', choose: 'C0ORGANISE' }, { selected_conversation: 'C0ORGANISE' }],
    [{ actionId: 'days', choose: ['tue', 'wed'] }, { selected_options: [option('tue'), option('wed')] }],
    [{ actionId: 'days', choose: [] }, { selected_options: [] }],
    [
      { actionId: 'at', choose: '09:30' },
      { selected_time: '09:30', timezone: 'Europe/Madrid' },
    ],
  ])('says what was chosen: %j', async (wanted, expected) => {
    const { workspace, bodies } = await noting();
    const message = await posted(workspace);
    await workspace.click({ user: mira, in: message, ...wanted });
    expect(bodies).toMatchObject([{ actions: [expected] }]);
  });

  it('remembers what else was chosen in the message', async () => {
    const { workspace, bodies } = await noting();
    const message = await posted(workspace);
    await workspace.click({ user: mira, in: message, actionId: 'track', choose: 'dev' });
    await workspace.click({ user: mira, in: message, actionId: 'share' });
    expect(bodies[1]).toMatchObject({
      state: { values: { menus: { track: { selected_option: option('dev') } } } },
    });
  });

  it('sees the message as it is now, and only one’s own ephemeral messages', async () => {
    const { workspace } = await noting();
    const message = await posted(workspace);
    await call(workspace, 'chat.update', {
      channel: lobby,
      ts: message.ts,
      text: 'b',
      blocks: blocks.slice(1),
    });
    await expect(workspace.click({ user: mira, in: message, actionId: 'share' })).rejects.toThrow(
      '0 elements match',
    );
    const own = await posted(workspace, 'chat.postEphemeral');
    await expect(workspace.click({ user: 'U0JUNE0002', in: own, actionId: 'share' })).rejects.toThrow(
      'cannot see a message',
    );
  });

  it('times out where the app forgets to acknowledge', async () => {
    running = await startOverHttp(() => {});
    const message = await posted(running.workspace);
    running.workspace.deliverTo(`${running.url}/elsewhere`);
    expect(await running.workspace.click({ user: mira, in: message, actionId: 'share' })).toMatchObject({
      error: 'http_service_error',
    });
  });
});

describe('a click in a view', () => {
  it('brings the view and what is entered in it', async () => {
    const { workspace, bodies } = await noting();
    await call(workspace, 'views.publish', {
      user_id: mira,
      view: { type: 'home', private_metadata: 'x', blocks },
    });
    const home = workspace.homeOf(mira);
    if (home === undefined) throw new Error('no home');
    await workspace.click({ user: mira, in: home, actionId: 'track', choose: 'ops' });
    expect(bodies).toMatchObject([
      {
        container: { type: 'view', view_id: home.id },
        view: {
          id: home.id,
          private_metadata: 'x',
          state: { values: { menus: { track: { selected_option: option('ops') } } } },
        },
        actions: [{ action_id: 'track' }],
      },
    ]);
    expect(bodies[0]).not.toHaveProperty('response_url');
    expect(bodies[0]).not.toHaveProperty('channel');
    await expect(workspace.click({ user: 'U0JUNE0002', in: home, actionId: 'share' })).rejects.toThrow(
      'has no view',
    );
  });

  it.each([
    [true, [{ actions: [{ type: 'plain_text_input', action_id: 'words', value: 'ceph' }] }]],
    [false, []],
  ])('sends what is typed in a field only where it dispatches: %s', async (dispatch_action, expected) => {
    const { workspace, bodies } = await noting();
    const element = { type: 'plain_text_input', action_id: 'words' };
    const field = { type: 'input', label: plain('Words'), dispatch_action, element };
    await call(workspace, 'views.publish', { user_id: mira, view: { type: 'home', blocks: [field] } });
    const home = workspace.homeOf(mira);
    if (home === undefined) throw new Error('no home');
    const typing = workspace.click({ user: mira, in: home, actionId: 'words', choose: 'ceph' });
    if (dispatch_action) await typing;
    else await expect(typing).rejects.toThrow('words dispatches no action');
    expect(bodies).toMatchObject(expected);
  });
});
