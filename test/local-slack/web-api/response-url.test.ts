import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startWorkspace, type Workspace } from '../../../src/local-slack/workspace.ts';
import { call, manualClock, section } from '../support.ts';

let workspace: Workspace;
const clock = manualClock();
const mira = 'U0MIRA0001';
const lobby = 'C0LOBBY001';

beforeEach(async () => {
  workspace = await startWorkspace({ clock });
});
afterEach(() => workspace.close());

async function respond(url: string, args: object): Promise<{ status: number; error?: string }> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(args) });
  const { error } = (await response.json()) as { error?: string };
  return { status: response.status, ...(error !== undefined && { error }) };
}

const fromCommand = async (channel: string = lobby): Promise<string> =>
  (await workspace.command({ user: mira, channel, command: '/talk' })).responseUrl;

/** The response_url of a click on a message of the bot's that only Mira sees, or that everyone does. */
async function fromClick(
  method: 'chat.postEphemeral' | 'chat.postMessage',
  more: object = {},
): Promise<string> {
  const button = { type: 'button', action_id: 'more', text: { type: 'plain_text', text: 'More' } };
  await call(workspace, method, {
    channel: lobby,
    user: mira,
    text: 'a',
    blocks: [{ type: 'actions', elements: [button] }],
    ...more,
  });
  const message = workspace.messages.at(-1);
  if (message === undefined) throw new Error('no message');
  const { responseUrl } = await workspace.click({ user: mira, in: message, label: 'More' });
  if (responseUrl === undefined) throw new Error('no response_url');
  return responseUrl;
}

const shown = () =>
  workspace.messages.map(({ text, ephemeralFor }) =>
    ephemeralFor === undefined ? text : `${text} (only ${ephemeralFor})`,
  );

describe('a response_url', () => {
  it('is good for five answers', async () => {
    const url = await fromCommand();
    for (const text of ['1', '2', '3', '4', '5'])
      expect(await respond(url, { text })).toEqual({ status: 200 });
    expect(await respond(url, { text: '6' })).toEqual({ status: 404, error: 'used_url' });
    expect(shown()).toEqual(['1', '2', '3', '4', '5'].map(text => `${text} (only ${mira})`));
  });

  it('is good for thirty minutes', async () => {
    const url = await fromCommand();
    clock.advance(30 * 60_000);
    expect(await respond(url, { text: 'in time' })).toEqual({ status: 200 });
    clock.advance(1);
    expect(await respond(url, { text: 'too late' })).toEqual({ status: 404, error: 'expired_url' });
  });

  it('cannot be guessed', async () => {
    expect(await respond(`${workspace.url}/response/guessed`, { text: 'a' })).toEqual({
      status: 404,
      error: 'unknown_url',
    });
  });

  it('answers in public where the app says so, even where the bot is not', async () => {
    const url = await fromCommand('C0CORRIDOR');
    expect(await respond(url, { text: 'for all', response_type: 'in_channel' })).toEqual({ status: 200 });
    expect(shown()).toEqual(['for all']);
  });

  it.each([
    [{}, 'no_text'],
    [{ text: 'a', response_type: 'public' }, 'invalid_arguments'],
    [{ text: 'a', blocks: [{ type: 'nonsense' }] }, 'invalid_blocks'],
    [{ delete_original: true }, 'message_not_found'],
  ])('refuses %j', async (args, error) => {
    expect(await respond(await fromCommand(), args)).toEqual({ status: 400, error });
  });

  it('has no limit on the sum of all text', async () => {
    const blocks = Array.from({ length: 13 }, () => section('x'.repeat(1000)));
    expect(await respond(await fromCommand(), { text: 'a', blocks })).toEqual({ status: 200 });
  });

  it('replaces the message that was clicked, or stands beside it', async () => {
    const url = await fromClick('chat.postEphemeral');
    await respond(url, { text: 'b', replace_original: true });
    expect(shown()).toEqual([`b (only ${mira})`]);
    // An ephemeral message cannot be made public in its place.
    await respond(url, { text: 'c', replace_original: true, response_type: 'in_channel' });
    expect(shown()).toEqual([`c (only ${mira})`]);
    await respond(url, { text: 'd', response_type: 'in_channel' });
    expect(shown()).toEqual([`c (only ${mira})`, 'd']);
  });

  it('deletes the message that was clicked', async () => {
    await respond(await fromClick('chat.postMessage'), { delete_original: true });
    expect(shown()).toEqual([]);
  });

  it('answers in another thread if the app names one', async () => {
    const roots = [];
    for (const text of ['one', 'other'])
      roots.push((await call(workspace, 'chat.postMessage', { channel: lobby, text })).ts);
    const [one, other] = roots;
    await respond(await fromClick('chat.postMessage', { thread_ts: one }), { text: 'b', thread_ts: other });
    expect(workspace.messages.at(-1)).toMatchObject({ text: 'b', threadTs: other });
  });

  it('answers in the thread of the click', async () => {
    const { ts } = await call(workspace, 'chat.postMessage', { channel: lobby, text: 'root' });
    await respond(await fromClick('chat.postMessage', { thread_ts: ts }), { text: 'b' });
    expect(workspace.messages.at(-1)).toMatchObject({ text: 'b', threadTs: ts });
  });
});
