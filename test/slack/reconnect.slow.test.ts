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

test('Socket Mode that is turned off ends nothing, and the log says how to turn it on, once', async () => {
  const { workspace, log } = await openStage({ mode: 'socket' });
  workspace.fail('apps.connections.open', { kind: 'error', error: 'link_disabled' }, { times: 3 });
  workspace.sockets.disconnect('link_disabled');
  await workspace.when(
    () => (workspace.callsOf('apps.connections.open').length >= 5 ? true : undefined),
    30_000,
  );
  await workspace.when(() => (workspace.sockets.connections === 1 ? true : undefined), 30_000);
  expect(log.map(({ level, msg }) => [level, msg])).toEqual([
    [
      'warn',
      "Slack opens no socket: Socket Mode is off. Turn it on under Socket Mode in the app's settings at api.slack.com/apps.",
    ],
  ]);
});

test('it stops while it reconnects to a Slack that does not answer, without a fault', async () => {
  const { workspace, app } = await openStage({ mode: 'socket' });
  workspace.fail('socket', { kind: 'never' }, { times: Number.POSITIVE_INFINITY });
  workspace.sockets.drop();
  const answered = () => workspace.callsOf('apps.connections.open')[1]?.response;
  await workspace.when(answered, 10_000);
  // A rejection that nobody awaits fails the run.
  expect(await app.stop()).toBe(undefined);
});
