import { afterEach, describe, expect, it } from 'vitest';
import { type Running, startOverHttp } from '../support.ts';

let running: Running | undefined;

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

const mira = 'U0MIRA0001';
const lobby = 'C0LOBBY001';

describe('a shortcut', () => {
  it('comes from anywhere, or from a message', async () => {
    const bodies: unknown[] = [];
    running = await startOverHttp(app => {
      app.shortcut(/.*/, async ({ ack, body }) => {
        bodies.push(body);
        await ack();
      });
    });
    const { workspace } = running;
    const { message } = await workspace.say({ user: mira, channel: lobby, text: 'ceph?' });
    const anywhere = await workspace.shortcut({ user: mira, callbackId: 'find_talk' });
    const onMessage = await workspace.shortcut({ user: mira, callbackId: 'related', message });
    expect(anywhere.responseUrl).toBeUndefined();
    expect(bodies).toMatchObject([
      { type: 'shortcut', callback_id: 'find_talk', trigger_id: anywhere.triggerId, user: { id: mira } },
      {
        type: 'message_action',
        callback_id: 'related',
        trigger_id: onMessage.triggerId,
        response_url: onMessage.responseUrl,
        message_ts: message.ts,
        channel: { id: lobby, name: 'lobby' },
        message: { user: mira, text: 'ceph?' },
      },
    ]);
  });
});
