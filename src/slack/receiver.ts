import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HTTPReceiver, type Logger, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { SlackMode } from './mode.ts';

/** Nothing that Slack sends comes near it; more is refused while it is read. */
const BODY_LIMIT_BYTES = 1024 * 1024;
/**
 * After a lost connection Bolt waits this long before it opens the next one, and people's commands time out meanwhile.
 * Its own choice is five seconds.
 */
const RECONNECT_AFTER_MS = 1000;

export interface ReceiverOptions {
  readonly mode: SlackMode;
  readonly port: number;
  readonly host: string;
  readonly ready: () => boolean;
  readonly clientOptions: { readonly slackApiUrl?: string };
  readonly logger: Logger;
}

/** What brings Slack's requests to Bolt, and answers `/healthz` and `/readyz` on the same port. */
export interface Door {
  readonly receiver: Receiver;
  open(): Promise<{ readonly port: number }>;
  /** Takes no new requests; those under way are answered. */
  close(): Promise<void>;
}

export function doorTo(options: ReceiverOptions): Door {
  return options.mode.kind === 'http'
    ? httpDoor(options, options.mode.signingSecret)
    : socketDoor(options, options.mode.appToken);
}

/** Ends a server whose clients keep their connections: those that are idle have nothing to wait for. */
const IDLE_AT_CLOSE_MS = 1;

function httpDoor({ port, host, ready, logger }: ReceiverOptions, signingSecret: string): Door {
  const health = healthAnswers(ready);
  let server: { keepAliveTimeout: number } | undefined;
  const receiver = new HTTPReceiver({
    signingSecret,
    logger,
    bodyLimit: BODY_LIMIT_BYTES,
    customRoutes: Object.entries(health).map(([path, handler]) => ({
      path,
      method: ['GET', 'HEAD'],
      handler,
    })),
  });
  return {
    receiver,
    open: async () => {
      const started = await receiver.start({ port, host });
      server = started;
      return { port: portOf(started) };
    },
    close: async () => {
      if (server !== undefined) server.keepAliveTimeout = IDLE_AT_CLOSE_MS;
      await receiver.stop();
    },
  };
}

function socketDoor({ port, host, ready, clientOptions, logger }: ReceiverOptions, appToken: string): Door {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    clientPingTimeout: RECONNECT_AFTER_MS,
    installerOptions: { clientOptions },
  });
  const health = createServer(healthListener(ready));
  return {
    receiver,
    open: async () => {
      await listening(health, { port, host });
      await receiver.start();
      return { port: portOf(health) };
    },
    close: async () => {
      await receiver.stop();
      await new Promise(resolve => health.close(resolve));
    },
  };
}

/** Answers `/healthz` and `/readyz` where there is no other server to do so. */
export function healthListener(ready: () => boolean): RequestListener {
  const answers: Record<string, RequestListener> = healthAnswers(ready);
  return (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const answer = Object.hasOwn(answers, pathname) ? answers[pathname] : undefined;
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  };
}

function healthAnswers(ready: () => boolean): Record<'/healthz' | '/readyz', RequestListener> {
  const answer =
    (status: number, text: string): RequestListener =>
    (_request, response) => {
      response.writeHead(status, { 'content-type': 'text/plain' }).end(`${text}\n`);
    };
  return {
    '/healthz': answer(200, 'ok'),
    '/readyz': (request, response) =>
      (ready() ? answer(200, 'ready') : answer(503, 'not ready'))(request, response),
  };
}

function listening(server: Server, at: { readonly port: number; readonly host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(at, () => resolve());
  });
}

function portOf(server: { address(): AddressInfo | string | null }): number {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error(`The server listens on ${address}, not on a port.`);
  return address.port;
}
