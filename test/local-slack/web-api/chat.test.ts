import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startWorkspace, type Workspace } from '../../../src/local-slack/workspace.ts';
import { call, client, section } from '../support.ts';

let workspace: Workspace;

beforeEach(async () => {
  workspace = await startWorkspace();
});
afterEach(() => workspace.close());

const long = (length: number) => Array.from({ length }, () => section('x'.repeat(1000)));

describe('chat.postMessage', () => {
  it.each([
    ['public, with the bot', 'C0LOBBY001', undefined],
    ['public, without the bot', 'C0CORRIDOR', 'not_in_channel'],
    ['private, without the bot', 'C0ORGANISE', 'channel_not_found'],
    ['a direct message', 'D0MIRA0001', undefined],
    ['a person', 'U0MIRA0001', undefined],
    ['nowhere', 'C0NOWHERE1', 'channel_not_found'],
    ['a name', '#lobby', 'channel_not_found'],
  ])('posts in a channel that is %s, or says why not', async (_name, channel, error) => {
    const answer = await call(workspace, 'chat.postMessage', { channel, text: 'Hello' });
    expect(answer.error).toBe(error);
    expect(workspace.messages.map(message => message.text)).toEqual(error === undefined ? ['Hello'] : []);
  });

  it.each([
    [{}, 'no_text'],
    [{ text: '' }, 'no_text'],
    [{ text: 'x'.repeat(40_001) }, 'msg_too_long'],
    [{ blocks: 'not json' }, 'invalid_blocks_format'],
    [{ blocks: ['no object'] }, 'invalid_blocks_format'],
    [{ text: 'a', blocks: long(12) }, undefined],
    [{ text: 'a', blocks: long(13) }, 'msg_blocks_too_long'],
    [{ text: 'a', thread_ts: '1.000001' }, 'thread_not_found'],
    [{ text: 'a', metadata: { event_type: 'digest' } }, 'invalid_metadata_format'],
    [
      { text: 'a', metadata: { event_type: 'digest', event_payload: { a: 'x'.repeat(8000) } } },
      'metadata_too_large',
    ],
    [{ text: 'a', metadata: { event_type: 'digest', event_payload: { a: 'b' } } }, undefined],
  ])('%j', async (args, error) => {
    const answer = await call(workspace, 'chat.postMessage', { channel: 'C0LOBBY001', ...args });
    expect(answer.error).toBe(error);
  });

  it('says which block breaks which rule', async () => {
    const blocks = [section('a'), section('')];
    const rule = 'must be more than 0 characters [json-pointer:/blocks/1/text/text]';
    expect(await call(workspace, 'chat.postMessage', { channel: 'C0LOBBY001', text: 'a', blocks })).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: [rule],
      response_metadata: { messages: [`[ERROR] ${rule}`] },
    });
  });

  it('takes what the Slack client sends, and gives each block an id', async () => {
    const posted = await client(workspace).chat.postMessage({
      channel: 'C0LOBBY001',
      text: 'a',
      blocks: [section('b')],
      metadata: { event_type: 'digest', event_payload: { day: '2027-05-18' } },
    });
    expect(posted).toMatchObject({
      ok: true,
      channel: 'C0LOBBY001',
      message: { bot_id: 'B0LECTERN1', text: 'a' },
    });
    const [message] = workspace.messages;
    expect(message?.blocks).toEqual([{ ...section('b'), block_id: expect.any(String) }]);
    expect(message?.metadata).toEqual({ event_type: 'digest', event_payload: { day: '2027-05-18' } });
  });

  it('puts a reply to a reply into the same thread', async () => {
    const post = (thread_ts?: string) =>
      client(workspace).chat.postMessage({
        channel: 'C0LOBBY001',
        text: 'a',
        ...(thread_ts && { thread_ts }),
      });
    const root = await post();
    const reply = await post(root.ts);
    await post(reply.ts);
    expect(workspace.messages.map(message => message.threadTs)).toEqual([undefined, root.ts, root.ts]);
  });

  it('may post in any public channel with chat:write.public', async () => {
    const generous = await startWorkspace({ scopes: ['chat:write', 'chat:write.public'] });
    expect((await call(generous, 'chat.postMessage', { channel: 'C0CORRIDOR', text: 'a' })).ok).toBe(true);
    await generous.close();
  });

  it('knows of invitations, farewells and archives', async () => {
    const { directory, bot } = workspace;
    const post = async (channel: string) =>
      (await call(workspace, 'chat.postMessage', { channel, text: 'a' })).error;
    directory.join('C0ORGANISE', bot.userId);
    directory.leave('C0LOBBY001', bot.userId);
    expect(await post('C0ORGANISE')).toBeUndefined();
    expect(await post('C0LOBBY001')).toBe('not_in_channel');
    directory.archive('C0ORGANISE');
    expect(await post('C0ORGANISE')).toBe('is_archived');
    expect(() => directory.archive('C0NOWHERE1')).toThrow('no channel C0NOWHERE1');
  });
});

describe('chat.postEphemeral', () => {
  it.each([
    ['C0LOBBY001', 'U0MIRA0001', undefined],
    ['C0CORRIDOR', 'U0MIRA0001', 'not_in_channel'],
    ['C0LOBBY001', 'U0NOBODY01', 'user_not_in_channel'],
    ['D0MIRA0001', 'U0JUNE0002', 'user_not_in_channel'],
    ['C0ORGANISE', 'U0MIRA0001', 'channel_not_found'],
  ])('in %s for %s', async (channel, user, error) => {
    const answer = await call(workspace, 'chat.postEphemeral', { channel, user, text: 'a' });
    expect(answer.error).toBe(error);
    expect(workspace.visibleMessages(user, channel)).toHaveLength(error === undefined ? 1 : 0);
    expect(workspace.visibleMessages('U0SOMEONE1', channel)).toEqual([]);
  });

  it('is shown in a thread only where that has replies', async () => {
    const channel = 'C0LOBBY001';
    const { ts } = await call(workspace, 'chat.postMessage', { channel, text: 'root' });
    const aside = { channel, user: 'U0MIRA0001', thread_ts: ts };
    expect(await call(workspace, 'chat.postEphemeral', { ...aside, text: 'unseen' })).toMatchObject({
      ok: true,
    });
    await call(workspace, 'chat.postMessage', { channel, thread_ts: ts, text: 'reply' });
    await call(workspace, 'chat.postEphemeral', { ...aside, text: 'seen' });
    const shown = workspace.visibleMessages('U0MIRA0001', channel).map(({ text }) => text);
    expect(shown).toEqual(['root', 'reply', 'seen']);
  });

  it('cannot be updated or deleted but through a response_url', async () => {
    const { message_ts: ts } = await call(workspace, 'chat.postEphemeral', {
      channel: 'C0LOBBY001',
      user: 'U0MIRA0001',
      text: 'a',
    });
    const args = { channel: 'C0LOBBY001', ts, text: 'b' };
    expect((await call(workspace, 'chat.update', args)).error).toBe('message_not_found');
    expect((await call(workspace, 'chat.delete', args)).error).toBe('message_not_found');
  });
});

describe('chat.update and chat.delete', () => {
  it('change the bot’s own messages and nobody else’s', async () => {
    const { ts } = await call(workspace, 'chat.postMessage', { channel: 'C0LOBBY001', text: 'a' });
    const { message } = await workspace.say({ user: 'U0MIRA0001', channel: 'C0LOBBY001', text: 'mine' });
    const theirs = { channel: 'C0LOBBY001', ts: message.ts, text: 'b' };
    expect((await call(workspace, 'chat.update', theirs)).error).toBe('cant_update_message');
    expect((await call(workspace, 'chat.delete', theirs)).error).toBe('cant_delete_message');

    expect(await call(workspace, 'chat.update', { channel: 'C0LOBBY001', ts, text: 'b' })).toMatchObject({
      ok: true,
      ts,
      text: 'b',
    });
    expect(workspace.messages.map(each => [each.text, each.edited])).toEqual([
      ['b', true],
      ['mine', false],
    ]);

    expect((await call(workspace, 'chat.update', { channel: 'C0LOBBY001', ts })).error).toBe('no_text');
    expect(
      (await call(workspace, 'chat.update', { channel: 'C0LOBBY001', ts, blocks: long(13) })).error,
    ).toBe('msg_blocks_too_long');
    expect((await call(workspace, 'chat.delete', { channel: 'C0LOBBY001', ts })).ok).toBe(true);
    expect((await call(workspace, 'chat.delete', { channel: 'C0LOBBY001', ts })).error).toBe(
      'message_not_found',
    );
    expect(workspace.messages.map(each => each.text)).toEqual(['mine']);
  });
});
