import type { Socket } from 'node:net';
import type { SocketModeReceiver } from '@slack/bolt';
import { textFrame } from './text-frame.ts';

type Dispatcher = NonNullable<ConstructorParameters<typeof SocketModeReceiver>[0]['dispatcher']>;

/**
 * The connection below the WebSocket of Slack's client. Lectern opens it, so that answers go out as bytes, and those of one
 * turn of the event loop together: the client takes a text, encodes it, masks it byte by byte and sends each by itself.
 */
export class SlackSocket {
  #socket: Socket | undefined;

  /** Opens a connection for each WebSocket, as the client would. */
  readonly dispatcher: Dispatcher = {
    dispatch: (options, handler) => {
      void this.#open(options, handler);
      return true;
    },
  };

  /** Sends a text of UTF-8 as a message, over a WebSocket that is open. Throws if the connection is gone. */
  send(text: Uint8Array): void {
    const socket = this.#socket;
    if (socket?.writable !== true) throw new Error('The connection to Slack is gone.');
    if (socket.writableCorked === 0) {
      socket.cork();
      process.nextTick(() => socket.uncork());
    }
    socket.write(textFrame(text));
  }

  /** Ends a connection whose other side does not close it. */
  end(): void {
    this.#socket?.destroy();
  }

  async #open(...request: Parameters<Dispatcher['dispatch']>): Promise<void> {
    const { Agent, buildConnector } = await import('undici');
    // A WebSocket over HTTP/2 would share its connection.
    const connect = buildConnector({ allowH2: false });
    const agent = new Agent({
      connect: (options, connected) =>
        connect(options, (...result) => {
          this.#socket = result[1] ?? undefined;
          connected(...result);
        }),
    });
    agent.dispatch(...request);
  }
}
