import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { State } from '../state/state.ts';
import { parseTarget } from '../web-api/requests.ts';
import { type Acknowledgement, acknowledgeWithinMs, type Deliver, type Envelope } from './envelope.ts';
import { type DisconnectReason, SocketConnection } from './socket-link.ts';

/** Slack: «up to 10 connections; any of them may get a payload». */
const connectionsMax = 10;

/** The app's Socket Mode connections, and what goes over them. */
export class Sockets {
  readonly #state: State;
  readonly #server = new WebSocketServer({ noServer: true });
  #links: readonly SocketConnection[] = [];
  /** Events that came while nobody was connected. */
  #held: readonly Envelope[] = [];
  /** Requests for a socket that are left to hang. */
  #hanging: readonly Duplex[] = [];
  #turn = 0;

  constructor(state: State, server: Server) {
    this.#state = state;
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  get connections(): number {
    return this.#links.length;
  }

  /** Sends over one connection after the other. Without any, an event waits for the next one; all else fails. */
  readonly deliver: Deliver = async delivery => {
    const open = this.#links.filter(link => link.isOpen);
    this.#turn += 1;
    const link = open[this.#turn % Math.max(open.length, 1)];
    if (link !== undefined) return this.#deliverOver(link, delivery);
    if (delivery.kind === 'events_api')
      this.#held = [
        ...this.#held,
        { ...delivery, retry: delivery.retry ?? { number: 1, reason: 'timeout' } },
      ];
    return delivery.kind === 'events_api' ? { kind: 'held' } : { kind: 'unreachable' };
  };

  /** Asks the app to connect anew, as Slack does every few hours. */
  disconnect(reason: DisconnectReason = 'refresh_requested'): void {
    for (const link of this.#links) link.disconnect(reason);
  }

  /** Cuts every connection without a word. */
  drop(): void {
    for (const link of this.#links) link.drop();
  }

  close(): void {
    this.drop();
    for (const socket of this.#hanging) socket.destroy();
    this.#held = [];
    this.#server.close();
  }

  async #deliverOver(link: SocketConnection, delivery: Envelope): Promise<Acknowledgement> {
    const envelopeId = this.#state.identifiers.nextId('envelope-');
    return new Promise(resolve => {
      const cancel = this.#state.clock.after(acknowledgeWithinMs, () => {
        link.forget(envelopeId);
        resolve({ kind: 'timeout' });
      });
      void link.deliver(delivery, envelopeId).then(acknowledgement => {
        cancel();
        resolve(acknowledgement);
      });
    });
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { path, parameters } = parseTarget(request);
    const fault = this.#state.faults.take('socket')?.fault;
    // A ticket is good for one connection.
    const isWelcome = path === '/link/' && this.#state.tickets.delete(parameters.get('ticket') ?? '');
    if (fault?.kind === 'never') this.#hanging = [...this.#hanging, socket];
    else if (fault?.kind === 'reset') socket.destroy();
    else if (fault?.kind === 'status') socket.end(`HTTP/1.1 ${fault.status} Local\r\n\r\n`);
    else if (!isWelcome || this.#links.length >= connectionsMax)
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    else this.#accept(request, socket, head);
  }

  #accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, webSocket => {
      const link = new SocketConnection(webSocket);
      this.#links = [...this.#links, link];
      webSocket.on('close', () => {
        this.#links = this.#links.filter(each => each !== link);
        this.#state.changed();
      });
      link.hello(this.#links.length, this.#state.directory.bot.appId);
      const held = this.#held;
      this.#held = [];
      for (const delivery of held) void this.#deliverOver(link, delivery).then(() => this.#state.changed());
      this.#state.changed();
    });
  }
}
