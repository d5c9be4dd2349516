import { afterEach, expect, test } from 'vitest';
import { startWorkspace, type Workspace } from '../../../src/local-slack/workspace.ts';
import { call } from '../support.ts';

const allScopes = ['chat:write', 'channels:read', 'channels:write.topic', 'groups:write.topic'];

let workspace: Workspace;
afterEach(() => workspace.close());

const LOBBY = 'C0LOBBY001';
const set = (topic: string, channel = LOBBY) => call(workspace, 'conversations.setTopic', { channel, topic });

test('a topic stands at the head of its channel, and everyone there reads of it once', async () => {
  workspace = await startWorkspace({ scopes: allScopes });
  const before = { topic: { value: '' } };
  expect(await call(workspace, 'conversations.info', { channel: LOBBY })).toMatchObject({ channel: before });
  expect(await set('Welcome')).toMatchObject({ ok: true, channel: { topic: { value: 'Welcome' } } });
  await set('Welcome');
  expect(await call(workspace, 'conversations.info', { channel: LOBBY })).toMatchObject({
    channel: { topic: { value: 'Welcome' } },
  });
  expect(workspace.messages.map(({ subtype, text, topic }) => ({ subtype, text, topic }))).toEqual([
    { subtype: 'channel_topic', text: '<@U0LECTERN1> set the channel topic: Welcome', topic: 'Welcome' },
  ]);
});

test.each([
  ['C0CORRIDOR', 'Hello', { ok: false, error: 'not_in_channel' }],
  ['C0ORGANISE', 'Hello', { ok: false, error: 'channel_not_found' }],
  ['C0NOWHERE1', 'Hello', { ok: false, error: 'channel_not_found' }],
  [LOBBY, 'x'.repeat(251), { ok: false, error: 'too_long' }],
])('in %s, %s is refused', async (channel, topic, expected) => {
  workspace = await startWorkspace({ scopes: allScopes });
  expect(await set(topic, channel)).toEqual(expected);
  expect(workspace.messages).toEqual([]);
});

test('an archived channel keeps its topic, and 250 characters are not too long', async () => {
  workspace = await startWorkspace({ scopes: allScopes });
  expect(await set('x'.repeat(250))).toMatchObject({ ok: true });
  workspace.directory.archive(LOBBY);
  expect(await set('Over')).toEqual({ ok: false, error: 'is_archived' });
});

test('without the scope of its kind of channel, none is set', async () => {
  workspace = await startWorkspace({ scopes: ['chat:write', 'groups:write.topic'] });
  expect(await set('Hello')).toMatchObject({ error: 'missing_scope', needed: 'channels:write.topic' });
});
