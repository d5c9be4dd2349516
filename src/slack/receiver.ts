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

/** Far more than Slack sends. A longer body is refused while it is read. */
const BODY_LIMIT_BYTES = 1024 * 1024;
/** Slack's clock and ours may differ by so much. */
const SIGNED_AHEAD_MS = 5 * 60 * 1000;
/** Clients keep idle connections open; when the server stops they are closed at once. */
const IDLE_AT_CLOSE_MS = 1;
/**
 * How long Bolt waits after a lost connection before it opens the next one. Its default is five seconds, in which people's
 * commands time out.
 */
const RECONNECT_AFTER_MS = 1000;

/** How Slack reaches Lectern, with the tokens and secrets that this needs. */
export type SlackMode =
  | { readonly kind: 'http'; readonly signingSecret: string; readonly botToken: string }
  | { readonly kind: 'socket'; readonly appToken: string; readonly botToken: string };

export interface ReceiverOptions {
  readonly mode: SlackMode;
  readonly port: number;
  readonly host: string;
  readonly ready: () => boolean;
  /** Answers every path below `/calendar/`, if there are feeds. */
  readonly serveCalendar: RequestListener | undefined;
  readonly clientOptions: { readonly slackApiUrl?: string; readonly retryConfig: webApi.RetryOptions };
  readonly logger: Logger;
}

/** The server that brings Slack's requests to Bolt, and answers everybody else's on the same port. */
export interface SlackServer {
  readonly receiver: Receiver;
  open(): Promise<{ readonly port: number }>;
  /** Takes no new requests; requests in flight are answered. */
  close(): Promise<void>;
}

export function createSlackServer(options: ReceiverOptions): SlackServer {
  return options.mode.kind === 'http'
    ? httpServer(options, options.mode.signingSecret)
    : socketServer(options, options.mode.appToken);
}

function httpServer({ logger, ...options }: ReceiverOptions, signingSecret: string): SlackServer {
  const receiver = new HTTPReceiver({ signingSecret, logger, bodyLimit: BODY_LIMIT_BYTES });
  const others = outsideListener(options);
  const server = createServer((request, response) => {
    if (request.method !== 'POST' || pathOf(request) !== '/slack/events') others(request, response);
    else void passToBolt(request, response, { receiver, logger });
  });
  return { receiver, open: () => startListening(server, options), close: () => stopServer(server) };
}

/** Hands a request to Bolt in the form in which Slack sent it, even if a proxy has changed it. */
async function passToBolt(
  request: IncomingMessage,
  response: ServerResponse,
  { receiver, logger }: { readonly receiver: HTTPReceiver; readonly logger: Logger },
): Promise<void> {
  // Bolt compares the content type as a whole, so it must have no charset and no capitals.
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== undefined) request.headers['content-type'] = type;
  const refusal = await findRefusal(request);
  if (refusal === undefined) {
    receiver.requestListener(request, response);
    return;
  }
  logger.warn(`Refused a request with ${refusal.status}: ${refusal.why}`);
  response.writeHead(refusal.status).end();
}

interface Refusal {
  readonly status: number;
  readonly why: string;
}

/** Finds what Bolt would accept or crash on. It leaves the body in `rawBody`, where Bolt looks for it. */
async function findRefusal(request: IncomingMessage): Promise<Refusal | undefined> {
  const signedAt = Number(request.headers['x-slack-request-timestamp']) * 1000;
  // Bolt refuses only requests older than five minutes; this one could be replayed for longer than that.
  if (signedAt > Date.now() + SIGNED_AHEAD_MS) return { status: 401, why: 'its timestamp is in the future.' };
  try {
    const { rawBody } = await HTTPModuleFunctions.bufferIncomingMessage(request, BODY_LIMIT_BYTES);
    const isEmpty = /^(?:payload=)?\s*null\s*$/.test(String(rawBody));
    return isEmpty ? { status: 400, why: 'its body is empty.' } : undefined;
  } catch (error) {
    if (HTTPModuleFunctions.isRawBodyError(error)) return { status: error.statusCode, why: error.message };
    throw error;
  }
}

function socketServer({ clientOptions, logger, ...options }: ReceiverOptions, appToken: string): SlackServer {
  const retryConfig = { ...clientOptions.retryConfig };
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    clientPingTimeout: RECONNECT_AFTER_MS,
    installerOptions: { clientOptions: { ...clientOptions, retryConfig } },
  });
  const server = createServer(outsideListener(options));
  return {
    receiver,
    open: async () => {
      const opened = await startListening(server, options);
      await receiver.start();
      // At the start an unreachable Slack is an error to report; later Bolt waits for it, or an outage would end the process.
      retryConfig.forever = true;
      return opened;
    },
    close: async () => {
      await receiver.stop();
      await stopServer(server);
    },
  };
}

/** Answers everybody but Slack: calendar feeds, `/healthz` and `/readyz`; every other path is 404. */
export function outsideListener({
  ready,
  serveCalendar,
}: Pick<ReceiverOptions, 'ready' | 'serveCalendar'>): RequestListener {
  const health = healthListener(ready);
  return (request, response) =>
    serveCalendar !== undefined && pathOf(request).startsWith('/calendar/')
      ? serveCalendar(request, response)
      : health(request, response);
}

function healthListener(ready: () => boolean): RequestListener {
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

/** Read from the text itself, since `new URL` throws for a path such as `//`. */
function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/';
}

function startListening(
  server: Server,
  { port, host }: Pick<ReceiverOptions, 'port' | 'host'>,
): Promise<{ readonly port: number }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => resolve({ port: (server.address() as AddressInfo).port }));
  });
}

/** Resolves when every request in flight is answered. */
function stopServer(server: Server): Promise<void> {
  server.keepAliveTimeout = IDLE_AT_CLOSE_MS;
  return new Promise(resolve => server.close(() => resolve()));
}
