import type { WebSocket } from 'ws';
import { asString, isObject, type JsonObject, parseJson } from '../json.ts';
import type { Acknowledgement, Envelope } from './envelope.ts';

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

  #send(frame: JsonObject): void {
    this.#socket.send(JSON.stringify(frame));
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
