import { expect, test } from 'vitest';
import { call } from '../support.ts';
import { JUNE, LOBBY, MIRA, servePage } from './support.ts';

const BUTTON = {
  type: 'actions',
  block_id: 'b',
  elements: [
    {
      type: 'static_select',
      action_id: 'a',
      options: [{ text: { type: 'plain_text', text: 'One' }, value: '1' }],
      initial_option: { text: { type: 'plain_text', text: 'One' }, value: '1' },
    },
  ],
};

test('shows each person what they may see', async () => {
  const { state } = await servePage();
  const names = async (user: string) =>
    (await state(user)).channels.map(({ name, kind }) => `${kind} ${name}`);
  expect(await names(MIRA)).toEqual([
    'public lobby',
    'public corridor',
    'private organisers',
    'dm directmessage',
  ]);
  expect(await names(JUNE)).toEqual(['public lobby', 'public corridor', 'dm directmessage']);
});

test("shows a channel's topic where there is one", async () => {
  const { state, workspace } = await servePage();
  workspace.directory.setTopic(LOBBY, 'Welcome');
  const topics = (await state(MIRA)).channels.map(({ name, topic }) => [name, topic]);
  expect(topics.slice(0, 2)).toEqual([
    ['lobby', 'Welcome'],
    ['corridor', undefined],
  ]);
});

test('shows a message with what stands in its menus, and ephemeral ones to their reader alone', async () => {
  const { state, workspace } = await servePage();
  const content = { channel: LOBBY, text: 'Choose', blocks: [BUTTON] };
  await call(workspace, 'chat.postEphemeral', { ...content, user: MIRA });
  expect((await state(JUNE)).messages).toEqual([]);
  expect((await state(MIRA)).messages).toEqual([
    {
      channel: LOBBY,
      ts: expect.any(String),
      author: 'U0LECTERN1',
      text: 'Choose',
      blocks: [BUTTON],
      values: { b: { a: { type: 'static_select', selected_option: BUTTON.elements[0]?.initial_option } } },
      files: [],
      cards: [],
      isEphemeral: true,
      isEdited: false,
    },
  ]);
});

test('shows what Slack would refuse, and where it is wrong', async () => {
  const { state, workspace } = await servePage();
  const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }];
  await call(workspace, 'chat.postMessage', { channel: LOBBY, text: 'x', blocks });
  await call(workspace, 'chat.postMessage', { channel: 'C0NOWHERE', text: 'x' });
  await call(workspace, 'users.info', { user: MIRA });
  await call(workspace, 'conversations.info', { channel: LOBBY });
  expect((await state()).refusals).toEqual([
    {
      id: expect.stringMatching(/^\d+-0$/),
      at: expect.any(Number),
      method: 'chat.postMessage',
      error: 'invalid_blocks',
      details: ['must be less than 151 characters [json-pointer:/blocks/0/text/text]'],
      arguments: { channel: LOBBY, text: 'x', blocks },
    },
    {
      id: expect.stringMatching(/^\d+-1$/),
      at: expect.any(Number),
      method: 'chat.postMessage',
      error: 'channel_not_found',
      details: [],
      arguments: { channel: 'C0NOWHERE', text: 'x' },
    },
    {
      id: expect.stringMatching(/^\d+-3$/),
      at: expect.any(Number),
      method: 'conversations.info',
      error: 'missing_scope',
      details: ['needed: channels:read', expect.stringMatching(/^provided: commands,/)],
      arguments: { channel: LOBBY },
    },
  ]);
});
