import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { asString, isObject, type JsonObject, parseJson } from '../json.ts';
import type { State } from '../state/state.ts';
import { parseTarget } from '../web-api/requests.ts';
import { type Acknowledgement, acknowledgeWithinMs, type Deliver, type Envelope } from './envelope.ts';

/** Slack: «up to 10 connections; any of them may get a payload». */
const connectionsMax = 10;

/** The app's Socket Mode connections. */
export class Sockets {
  readonly #state: State;
  readonly #server = new WebSocketServer({ noServer: true });
  #connections: readonly SocketConnection[] = [];
  /** Events that came while the app had no connection. */
  #held: readonly Envelope[] = [];
  /** Requests for a connection that a fault leaves to hang. */
  #hanging: readonly Duplex[] = [];
  #turn = 0;

  constructor(state: State, server: Server) {
    this.#state = state;
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  get connections(): number {
    return this.#connections.length;
  }

  /** Takes the connections in turn. Without any, an event waits for the next one, and everything else fails. */
  readonly deliver: Deliver = async envelope => {
    const open = this.#connections.filter(connection => connection.isOpen);
    this.#turn += 1;
    const connection = open[this.#turn % Math.max(open.length, 1)];
    if (connection !== undefined) return this.#deliverOver(connection, envelope);
    if (envelope.kind === 'events_api')
      this.#held = [
        ...this.#held,
        { ...envelope, retry: envelope.retry ?? { number: 1, reason: 'timeout' } },
      ];
    return envelope.kind === 'events_api' ? { kind: 'held' } : { kind: 'unreachable' };
  };

  /** Asks the app to connect again, as Slack does every few hours. */
  disconnect(reason: DisconnectReason = 'refresh_requested'): void {
    for (const connection of this.#connections) connection.disconnect(reason);
  }

  /** Sends a frame of this text to the app, whether it makes sense or not. */
  sendText(text: string): void {
    for (const connection of this.#connections) connection.sendText(text);
  }

  /** Cuts every connection without a closing frame. */
  drop(): void {
    for (const connection of this.#connections) connection.drop();
  }

  close(): void {
    this.drop();
    for (const socket of this.#hanging) socket.destroy();
    this.#held = [];
    this.#server.close();
  }

  async #deliverOver(connection: SocketConnection, envelope: Envelope): Promise<Acknowledgement> {
    const envelopeId = this.#state.identifiers.nextId('envelope-');
    return new Promise(resolve => {
      const cancel = this.#state.clock.after(acknowledgeWithinMs, () => {
        connection.forget(envelopeId);
        resolve({ kind: 'timeout' });
      });
      void connection.deliver(envelope, envelopeId).then(acknowledgement => {
        cancel();
        resolve(acknowledgement);
      });
    });
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { path, parameters } = parseTarget(request);
    const fault = this.#state.faults.take('socket')?.fault;
    // A ticket is good for one connection.
    const hasTicket = path === '/link/' && this.#state.tickets.delete(parameters.get('ticket') ?? '');
    if (fault?.kind === 'never') this.#hanging = [...this.#hanging, socket];
    else if (fault?.kind === 'reset') socket.destroy();
    else if (fault?.kind === 'status') socket.end(`HTTP/1.1 ${fault.status} Local\r\n\r\n`);
    else if (!hasTicket || this.#connections.length >= connectionsMax)
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    else this.#accept(request, socket, head);
  }

  #accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, webSocket => {
      const connection = new SocketConnection(webSocket);
      this.#connections = [...this.#connections, connection];
      webSocket.on('close', () => {
        this.#connections = this.#connections.filter(each => each !== connection);
        this.#state.changed();
      });
      connection.hello(this.#connections.length, this.#state.directory.bot.appId);
      const held = this.#held;
      this.#held = [];
      for (const envelope of held)
        void this.#deliverOver(connection, envelope).then(() => this.#state.changed());
      this.#state.changed();
    });
  }
}

/** The reason in a `disconnect` frame. */
export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled';

/** One WebSocket connection of the app's. */
export class SocketConnection {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<string, (acknowledgement: Acknowledgement) => void>();

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', data => this.#receive(String(data)));
    socket.on('close', () => this.#failWaiting());
    // An error is followed by a close, which is handled above.
    socket.on('error', () => {});
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  hello(connections: number, appId: string): void {
    this.#send({
      type: 'hello',
      num_connections: connections,
      connection_info: { app_id: appId },
      debug_info: { host: 'local', build_number: 1, approximate_connection_time: 18_060 },
    });
  }

  /** Sends an envelope. Resolves when the app acknowledges it, or the connection ends without that. */
  deliver({ kind, payload, retry }: Envelope, envelopeId: string): Promise<Acknowledgement> {
    return new Promise(resolve => {
      this.#waiting.set(envelopeId, resolve);
      this.#send({
        envelope_id: envelopeId,
        type: kind,
        payload,
        // Only commands and interactions may be answered in the acknowledgement itself.
        accepts_response_payload: kind !== 'events_api',
        ...(kind === 'events_api' && {
          retry_attempt: retry?.number ?? 0,
          retry_reason: retryReasonOf(retry),
        }),
      });
    });
  }

  /** Forgets an envelope that has timed out; a late acknowledgement then changes nothing. */
  forget(envelopeId: string): void {
    this.#waiting.delete(envelopeId);
  }

  disconnect(reason: DisconnectReason): void {
    this.#send({ type: 'disconnect', reason, debug_info: { host: 'local' } });
  }

  /** Cuts the connection without a closing frame. */
  drop(): void {
    this.#socket.terminate();
  }

  sendText(text: string): void {
    this.#socket.send(text);
  }

  #send(frame: JsonObject): void {
    this.sendText(JSON.stringify(frame));
  }

  #receive(text: string): void {
    const frame = parseJson(text);
    if (!isObject(frame)) return;
    const id = asString(frame.envelope_id) ?? '';
    const resolve = this.#waiting.get(id);
    this.#waiting.delete(id);
    const body = isObject(frame.payload) && Object.keys(frame.payload).length > 0 ? frame.payload : undefined;
    resolve?.({ kind: 'acknowledged', body });
  }

  #failWaiting(): void {
    for (const resolve of this.#waiting.values()) resolve({ kind: 'unreachable' });
    this.#waiting.clear();
  }
}

/** Socket Mode says `timeout` where HTTP says `http_timeout`. */
function retryReasonOf(retry: Envelope['retry']): string {
  if (retry === undefined) return '';
  return retry.reason === 'http_timeout' ? 'timeout' : retry.reason;
}
