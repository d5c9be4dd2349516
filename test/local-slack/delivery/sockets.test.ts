import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from '@slack/bolt';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { Envelope } from '../../../src/local-slack/delivery/envelope.ts';
import { SocketConnection } from '../../../src/local-slack/delivery/sockets.ts';
import { startWorkspace, type Workspace, type WorkspaceOptions } from '../../../src/local-slack/workspace.ts';
import { call, manualClock, type Running, startOverSocket } from '../support.ts';

let running: Running | undefined;
let lone: Workspace | undefined;

afterEach(async () => {
  await running?.stop();
  await lone?.close();
  running = undefined;
  lone = undefined;
});

const typed = { user: 'U0MIRA0001', channel: 'C0LOBBY001', command: '/talk', text: 'ceph' };
const mention = { user: 'U0MIRA0001', channel: 'C0LOBBY001', text: 'ceph' };

async function start(register: (app: App) => void, options: WorkspaceOptions = {}): Promise<Workspace> {
  running = await startOverSocket(register, options);
  return running.workspace;
}

/** A bare socket that notes what it is sent and acknowledges nothing by itself. */
async function connect(workspace: Workspace) {
  const { url } = await call(workspace, 'apps.connections.open', {}, workspace.tokens.app);
  const socket = new WebSocket(String(url));
  const frames: Record<string, unknown>[] = [];
  const waiting: (() => void)[] = [];
  socket.on('message', data => {
    frames.push(JSON.parse(String(data)) as Record<string, unknown>);
    for (const look of waiting) look();
  });
  const frame = (index: number): Promise<Record<string, unknown>> =>
    new Promise(resolve => {
      const look = (): void => {
        const found = frames[index];
        if (found !== undefined) resolve(found);
      };
      waiting.push(look);
      look();
    });
  return {
    socket,
    frames,
    frame,
    acknowledge: (id: unknown, payload?: object) => socket.send(JSON.stringify({ envelope_id: id, payload })),
  };
}

describe('a Bolt app over Socket Mode', () => {
  it('answers commands and hears mentions', async () => {
    const workspace = await start(app => {
      app.command('/talk', ({ ack, command }) => ack({ text: `You typed ${command.text}` }));
      app.event('app_mention', async ({ say }) => {
        await say('heard');
      });
    });
    expect((await workspace.command(typed)).message?.text).toBe('You typed ceph');
    const { events } = await workspace.mention(mention);
    expect(events.map(event => event.acknowledgement)).toEqual([{ kind: 'acknowledged', body: undefined }]);
    await workspace.when(() => workspace.messages.find(message => message.text === 'heard'));
  });

  it('comes back after it was asked to, and hears what happened in between', async () => {
    const workspace = await start(app => {
      app.event('app_mention', async ({ event, context, say }) => {
        await say(`${event.text}, retry ${context.retryNum}`);
      });
    });
    workspace.sockets.disconnect('refresh_requested');
    await workspace.when(() => (workspace.sockets.connections === 0 ? true : undefined));
    expect(await workspace.command(typed)).toMatchObject({ error: 'dispatch_failed' });
    const { events } = await workspace.mention(mention);
    expect(events.map(event => event.acknowledgement)).toEqual([{ kind: 'held' }]);
    const heard = await workspace.when(() => workspace.messages[1]);
    expect(heard.text).toBe('<@U0LECTERN1> ceph, retry 1');
  });

  it('comes back after the connection was cut', async () => {
    const workspace = await start(app => {
      app.command('/talk', ({ ack }) => ack('back'));
    });
    workspace.sockets.drop();
    await workspace.when(() => (workspace.callsOf('apps.connections.open').length === 2 ? true : undefined));
    await workspace.when(() => (workspace.sockets.connections === 1 ? true : undefined));
    expect((await workspace.command(typed)).message?.text).toBe('back');
  });
});

describe('the frames', () => {
  it('are those of Slack', async () => {
    lone = await startWorkspace();
    const { frame, acknowledge } = await connect(lone);
    expect(await frame(0)).toMatchObject({
      type: 'hello',
      num_connections: 1,
      debug_info: { approximate_connection_time: 18_060 },
    });

    const command = lone.command(typed);
    const envelope = await frame(1);
    expect(envelope).toEqual({
      envelope_id: expect.any(String),
      type: 'slash_commands',
      payload: expect.objectContaining({ command: '/talk', text: 'ceph' }),
      accepts_response_payload: true,
    });
    acknowledge(envelope.envelope_id, { text: 'done' });
    expect((await command).message?.text).toBe('done');

    lone.sockets.disconnect('warning');
    expect(await frame(2)).toMatchObject({ type: 'disconnect', reason: 'warning' });
  });

  it('repeat an event that nobody acknowledged, and let a command time out', async () => {
    const clock = manualClock();
    const workspace = await startWorkspace({ clock });
    lone = workspace;
    const { frame, acknowledge, frames } = await connect(workspace);
    await frame(0);

    const command = workspace.command(typed);
    const late = await frame(1);
    clock.advance(3000);
    expect(await command).toMatchObject({ error: 'operation_timeout' });
    acknowledge(late.envelope_id, { text: 'too late' });

    const event = workspace.event({ type: 'app_uninstalled' });
    expect(await frame(2)).toMatchObject({
      type: 'events_api',
      retry_attempt: 0,
      accepts_response_payload: false,
    });
    clock.advance(3000);
    expect((await event).acknowledgement).toEqual({ kind: 'timeout' });
    clock.advance(0);
    const repeated = await frame(3);
    expect(repeated).toMatchObject({
      retry_attempt: 1,
      retry_reason: 'timeout',
      payload: frames[2]?.payload,
    });
    acknowledge(repeated.envelope_id);
    await workspace.when(() => (clock.pending.length === 0 ? true : undefined));
    expect(workspace.messages).toEqual([]);
  });

  it('go over one connection and then another', async () => {
    lone = await startWorkspace();
    const [first, second] = [await connect(lone), await connect(lone)];
    await Promise.all([first.frame(0), second.frame(0)]);
    expect(await second.frame(0)).toMatchObject({ num_connections: 2 });
    const commands = [lone.command(typed), lone.command(typed)];
    const envelopes = await Promise.all([first.frame(1), second.frame(1)]);
    first.acknowledge(envelopes[0].envelope_id);
    second.acknowledge(envelopes[1].envelope_id);
    expect((await Promise.all(commands)).map(answer => answer.error)).toEqual([undefined, undefined]);
  });
});

describe('the door', () => {
  const refusal = (url: string): Promise<string> =>
    new Promise(resolve => {
      const socket = new WebSocket(url);
      socket.on('error', error => resolve(error.message));
      socket.on('open', () => resolve('open'));
    });

  it('opens once for each ticket', async () => {
    lone = await startWorkspace();
    const { url } = await call(lone, 'apps.connections.open', {}, lone.tokens.app);
    expect(await refusal(String(url))).toBe('open');
    expect(await refusal(String(url))).toBe('Unexpected server response: 400');
    expect(await refusal(lone.url.replace('http', 'ws'))).toBe('Unexpected server response: 400');
  });

  it('opens for ten connections, and not for an eleventh', async () => {
    lone = await startWorkspace();
    for (let count = 0; count < 10; count += 1) await (await connect(lone)).frame(0);
    const { url } = await call(lone, 'apps.connections.open', {}, lone.tokens.app);
    expect(await refusal(String(url))).toBe('Unexpected server response: 400');
  });

  it('can be out of order', async () => {
    lone = await startWorkspace();
    const workspace = lone;
    const attempt = async () =>
      refusal(String((await call(workspace, 'apps.connections.open', {}, workspace.tokens.app)).url));
    workspace.fail('socket', { kind: 'status', status: 503 });
    workspace.fail('socket', { kind: 'reset' });
    expect([await attempt(), await attempt(), await attempt()]).toEqual([
      'Unexpected server response: 503',
      'socket hang up',
      'open',
    ]);
    workspace.fail('socket', { kind: 'never' });
    const hanging = attempt();
    await workspace.when(() => (workspace.callsOf('apps.connections.open').length === 4 ? true : undefined));
    await workspace.close();
    lone = undefined;
    expect(await hanging).not.toBe('open');
  });
});

const COMMAND: Envelope = { kind: 'slash_commands', payload: { command: '/talk' } };
const EVENT: Envelope = { kind: 'events_api', payload: { type: 'event_callback' } };

/** A connection, and the app's end of it. */
async function connected() {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const accepted = new Promise<WebSocket>(resolve => sockets.on('connection', resolve));
  const app = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const frames: unknown[] = [];
  const waiting: (() => void)[] = [];
  app.on('message', data => {
    frames.push(JSON.parse(String(data)));
    for (const look of waiting.splice(0)) look();
  });
  const closed = new Promise<number>(resolve => app.on('close', resolve));
  const connection = new SocketConnection(await accepted);
  onTestFinished(() => {
    app.terminate();
    sockets.close();
    server.close();
  });
  const next = async (count: number) => {
    while (frames.length < count) await new Promise<void>(resolve => waiting.push(resolve));
    return frames[count - 1];
  };
  return { connection, app, next, closed };
}

describe('the frames', () => {
  it('greet the app, deliver envelopes and ask for another connection', async () => {
    const { connection, next } = await connected();
    connection.hello(2, 'A1');
    expect(await next(1)).toEqual({
      type: 'hello',
      num_connections: 2,
      connection_info: { app_id: 'A1' },
      debug_info: { host: 'local', build_number: 1, approximate_connection_time: 18_060 },
    });
    void connection.deliver(COMMAND, 'e1');
    expect(await next(2)).toEqual({
      envelope_id: 'e1',
      type: 'slash_commands',
      payload: { command: '/talk' },
      accepts_response_payload: true,
    });
    connection.disconnect('refresh_requested');
    expect(await next(3)).toEqual({
      type: 'disconnect',
      reason: 'refresh_requested',
      debug_info: { host: 'local' },
    });
  });

  it.each([
    [undefined, 0, ''],
    [{ number: 1, reason: 'http_timeout' }, 1, 'timeout'],
    [{ number: 3, reason: 'http_error' }, 3, 'http_error'],
  ] as const)('say of an event which retry it is: %j', async (retry, attempt, reason) => {
    const { connection, next } = await connected();
    void connection.deliver({ ...EVENT, ...(retry !== undefined && { retry }) }, 'e1');
    expect(await next(1)).toEqual({
      envelope_id: 'e1',
      type: 'events_api',
      payload: EVENT.payload,
      accepts_response_payload: false,
      retry_attempt: attempt,
      retry_reason: reason,
    });
  });
});

describe('an acknowledgement', () => {
  it.each([
    [{ envelope_id: 'e1' }, undefined],
    [{ envelope_id: 'e1', payload: {} }, undefined],
    [{ envelope_id: 'e1', payload: 'text' }, undefined],
    [{ envelope_id: 'e1', payload: { text: 'done' } }, { text: 'done' }],
  ])('%j', async (frame, body) => {
    const { connection, app, next } = await connected();
    const delivered = connection.deliver(COMMAND, 'e1');
    await next(1);
    app.send(JSON.stringify(frame));
    expect(await delivered).toEqual({ kind: 'acknowledged', body });
  });

  it('is that of its own envelope; anything else is ignored', async () => {
    const { connection, app, next } = await connected();
    const delivered = [connection.deliver(COMMAND, 'e1'), connection.deliver(COMMAND, 'e2')];
    await next(2);
    app.send('no JSON');
    app.send('[]');
    app.send('{"envelope_id":"e3"}');
    app.send('{"envelope_id":"e2","payload":{"text":"2"}}');
    app.send('{"envelope_id":"e1","payload":{"text":"1"}}');
    expect(await Promise.all(delivered)).toEqual([
      { kind: 'acknowledged', body: { text: '1' } },
      { kind: 'acknowledged', body: { text: '2' } },
    ]);
  });

  it('changes nothing once its envelope is forgotten', async () => {
    const { connection, app, next } = await connected();
    let isDone = false;
    void connection.deliver(COMMAND, 'e1').then(() => {
      isDone = true;
    });
    await next(1);
    connection.forget('e1');
    app.send('{"envelope_id":"e1"}');
    const second = connection.deliver(COMMAND, 'e2');
    await next(2);
    app.send('{"envelope_id":"e2"}');
    await second;
    expect(isDone).toBe(false);
  });

  it('does not come once the connection has ended', async () => {
    const { connection, next, closed } = await connected();
    const delivered = connection.deliver(COMMAND, 'e1');
    await next(1);
    expect(connection.isOpen).toBe(true);
    connection.drop();
    expect(await delivered).toEqual({ kind: 'unreachable' });
    expect(await closed).toBe(1006);
    expect(connection.isOpen).toBe(false);
  });
});
