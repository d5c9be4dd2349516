import { expect, test } from 'vitest';
import { openStage } from '../support/stage.ts';

test.each([{ kind: 'reset' }, { kind: 'status', status: 503 }] as const)(
  'a Slack that is away for longer than any call waits ends nothing, and is met again: %j',
  async fault => {
    const { workspace, url } = await openStage({ mode: 'socket' });
    workspace.fail('apps.connections.open', fault, { times: 20 });
    workspace.sockets.drop();
    await workspace.when(() => (workspace.callsOf('apps.connections.open').length === 22 ? true : undefined));
    await workspace.when(() => (workspace.sockets.connections === 1 ? true : undefined));
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const typed = { user: 'U0MIRA0001', channel: 'C0LOBBY001', command: '/talk', text: 'ceph' };
    expect((await workspace.command(typed)).message?.text).toMatch(/^7 talks for ceph/);
  },
);
