import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asObjects } from '../../../src/local-slack/json.ts';
import { startWorkspace, type Workspace } from '../../../src/local-slack/workspace.ts';
import { call } from '../support.ts';

let workspace: Workspace;

beforeEach(async () => {
  workspace = await startWorkspace({ scopes: ['chat:write', 'im:history'] });
});
afterEach(() => workspace.close());

const DM = 'D0MIRA0001';

async function post(text: string, threadTs?: string): Promise<string> {
  const args = { channel: DM, text, ...(threadTs !== undefined && { thread_ts: threadTs }) };
  return String((await call(workspace, 'chat.postMessage', args)).ts);
}

async function textsOf(method: string, args: object) {
  const answer = await call(workspace, method, { channel: DM, ...args });
  return [asObjects(answer.messages).map(({ text }) => text), answer.has_more];
}

describe('conversations.history', () => {
  it('has the newest messages first, without threads', async () => {
    const first = await post('one');
    await post('in the thread of one', first);
    await post('two');
    const last = await post('three');
    expect(await textsOf('conversations.history', {})).toEqual([['three', 'two', 'one'], false]);
    expect(await textsOf('conversations.history', { latest: last, limit: 1 })).toEqual([['two'], true]);
    const inclusive = { latest: last, limit: 1, inclusive: true };
    expect(await textsOf('conversations.history', inclusive)).toEqual([['three'], true]);
  });

  it.each([
    ['C0LOBBY001', 'missing_scope'],
    ['C0ORGANISE', 'channel_not_found'],
    ['C0NOWHERE1', 'channel_not_found'],
  ])('of %s is refused: %s', async (channel, error) => {
    expect(await call(workspace, 'conversations.history', { channel })).toMatchObject({ error });
  });

  it('needs the bot in the channel', async () => {
    const other = await startWorkspace({ scopes: ['channels:history'] });
    expect(await call(other, 'conversations.history', { channel: 'C0CORRIDOR' })).toEqual({
      ok: false,
      error: 'not_in_channel',
    });
    await other.close();
  });
});

describe('conversations.replies', () => {
  it('has the first message of a thread and its replies, the oldest first', async () => {
    const first = await post('one');
    await post('two');
    await post('in the thread of one', first);
    expect(await textsOf('conversations.replies', { ts: first })).toEqual([
      ['one', 'in the thread of one'],
      false,
    ]);
  });

  it('refuses a thread that is not there', async () => {
    expect(await call(workspace, 'conversations.replies', { channel: DM, ts: '1.000001' })).toEqual({
      ok: false,
      error: 'thread_not_found',
    });
  });
});
