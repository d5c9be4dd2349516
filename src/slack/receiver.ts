import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  HTTPModuleFunctions,
  HTTPReceiver,
  type Logger,
  type Receiver,
  SocketModeReceiver,
  type webApi,
} from '@slack/bolt';

/** Nothing that Slack sends comes near it; more is refused while it is read. */
const BODY_LIMIT_BYTES = 1024 * 1024;
/** Slack's clock and ours may differ; beyond this a time is none of Slack's. */
const SIGNED_AHEAD_MS = 5 * 60 * 1000;
/** Clients keep their connections; those that are idle have nothing to wait for when a server ends. */
const IDLE_AT_CLOSE_MS = 1;
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
  readonly clientOptions: { readonly slackApiUrl?: string; readonly retryConfig: webApi.RetryOptions };
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

function httpDoor({ ready, logger, ...at }: ReceiverOptions, signingSecret: string): Door {
  const receiver = new HTTPReceiver({ signingSecret, logger, bodyLimit: BODY_LIMIT_BYTES });
  const health = healthListener(ready);
  const server = createServer((request, response) => {
    if (request.method !== 'POST' || pathOf(request) !== '/slack/events') health(request, response);
    else void takeFromSlack(request, response, { receiver, logger });
  });
  return { receiver, open: () => listening(server, at), close: () => closed(server) };
}

/** Brings a request to Bolt in the form in which Slack sends it, whatever a proxy has made of it. */
async function takeFromSlack(
  request: IncomingMessage,
  response: ServerResponse,
  { receiver, logger }: { readonly receiver: HTTPReceiver; readonly logger: Logger },
): Promise<void> {
  // Bolt knows a form by these letters alone, without a charset behind them.
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== undefined) request.headers['content-type'] = type;
  const refusal = await refusalOf(request);
  if (refusal === undefined) {
    receiver.requestListener(request, response);
    return;
  }
  logger.warn(`A request was refused with ${refusal.status}: ${refusal.why}`);
  response.writeHead(refusal.status).end();
}

interface Refusal {
  readonly status: number;
  readonly why: string;
}

/** What Bolt would let pass or fall over. The body is read here, and Bolt takes it from there. */
async function refusalOf(request: IncomingMessage): Promise<Refusal | undefined> {
  const signedAt = Number(request.headers['x-slack-request-timestamp']) * 1000;
  // Bolt only refuses what is older than five minutes; this would be good for longer than that.
  if (signedAt > Date.now() + SIGNED_AHEAD_MS)
    return { status: 401, why: 'it is signed for a time to come.' };
  try {
    const { rawBody } = await HTTPModuleFunctions.bufferIncomingMessage(request, BODY_LIMIT_BYTES);
    const isNothing = /^(?:payload=)?\s*null\s*$/.test(String(rawBody));
    return isNothing ? { status: 400, why: 'there is nothing in it.' } : undefined;
  } catch (error) {
    if (HTTPModuleFunctions.isRawBodyError(error)) return { status: error.statusCode, why: error.message };
    throw error;
  }
}

function socketDoor({ ready, clientOptions, logger, ...at }: ReceiverOptions, appToken: string): Door {
  const retryConfig = { ...clientOptions.retryConfig };
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    clientPingTimeout: RECONNECT_AFTER_MS,
    installerOptions: { clientOptions: { ...clientOptions, retryConfig } },
  });
  const server = createServer(healthListener(ready));
  return {
    receiver,
    open: async () => {
      const opened = await listening(server, at);
      await receiver.start();
      // Who starts is told that Slack is not there; later it is waited for, or an outage would end the process.
      retryConfig.forever = true;
      return opened;
    },
    close: async () => {
      await receiver.stop();
      await closed(server);
    },
  };
}

/** Answers `/healthz` and `/readyz`, and says of everything else that it is not there. */
export function healthListener(ready: () => boolean): RequestListener {
  const answers: Readonly<Record<string, () => { readonly status: number; readonly text: string }>> = {
    '/healthz': () => ({ status: 200, text: 'ok' }),
    '/readyz': () => (ready() ? { status: 200, text: 'ready' } : { status: 503, text: 'not ready' }),
  };
  return (request, response) => {
    const path = pathOf(request);
    const answer = Object.hasOwn(answers, path) ? answers[path]?.() : undefined;
    if (answer === undefined) response.writeHead(404).end();
    else if (request.method !== 'GET' && request.method !== 'HEAD')
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
    else response.writeHead(answer.status, { 'content-type': 'text/plain' }).end(`${answer.text}\n`);
  };
}

/** As it was asked for: what is no address at all, such as `//`, must not end more than its own request. */
function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/';
}

function listening(
  server: Server,
  { port, host }: Pick<ReceiverOptions, 'port' | 'host'>,
): Promise<{ readonly port: number }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => resolve({ port: (server.address() as AddressInfo).port }));
  });
}

/** Takes nothing new, and ends when all that is under way is answered. */
function closed(server: Server): Promise<void> {
  server.keepAliveTimeout = IDLE_AT_CLOSE_MS;
  return new Promise(resolve => server.close(() => resolve()));
}

/** How Slack reaches Lectern, with what that needs. */
export type SlackMode =
  | { readonly kind: 'http'; readonly signingSecret: string; readonly botToken: string }
  | { readonly kind: 'socket'; readonly appToken: string; readonly botToken: string };
