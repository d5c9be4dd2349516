import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { Envelope } from '../../../src/local-slack/delivery/envelope.ts';
import { SocketConnection } from '../../../src/local-slack/delivery/socket-connection.ts';

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
