import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type App,
  HTTPModuleFunctions,
  type Logger,
  type Receiver,
  SocketModeReceiver,
  type webApi,
} from '@slack/bolt';
import { door, type ProcessEvent } from './door.ts';
import { type Health, healthListener, pathOf } from './health.ts';
import type { RefusalLog } from './refusal-log.ts';

/** Far more than Slack sends. A longer body is refused while it is read. */
const BODY_LIMIT_BYTES = 1024 * 1024;
/** Slack's clock and ours may differ by so much. */
const SIGNED_APART_MS = 5 * 60 * 1000;
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
  /** All that is known of Lectern's health, without how Slack reaches it. */
  readonly health: () => Omit<Health, 'slack'>;
  /** Answers every path below `/calendar/`, if there are feeds. */
  readonly serveCalendar: RequestListener | undefined;
  readonly clientOptions: { readonly slackApiUrl?: string; readonly retryConfig: webApi.RetryOptions };
  readonly logger: Logger;
  readonly refusals: RefusalLog;
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

/**
 * Brings Slack's requests to Bolt, as its own HTTPReceiver does: that one compares signatures by two more HMACs, reads each
 * form twice and sets a timer for each request, and it accepts timestamps of the future.
 */
function httpServer({ logger, refusals, ...options }: ReceiverOptions, signingSecret: string): SlackServer {
  const others = outsideListener({
    ...options,
    health: () => ({ ...options.health(), slack: 'http' }),
  });
  let processEvent: ProcessEvent | undefined;
  const server = createServer((request, response) => {
    if (request.method !== 'POST' || pathOf(request) !== '/slack/events') others(request, response);
    else if (processEvent !== undefined)
      void answerSlack(request, response, { processEvent, signingSecret, logger, refusals });
  });
  const open = () => startListening(server, options);
  const close = () => stopServer(server);
  const init = (app: App) => {
    processEvent = door(event => app.processEvent(event), refusals);
  };
  return { receiver: { init, start: open, stop: close }, open, close };
}

interface Answering extends Pick<ReceiverOptions, 'logger' | 'refusals'> {
  readonly processEvent: ProcessEvent;
  readonly signingSecret: string;
}

/** Hands a request to Bolt if Slack has signed it, and writes the answer. A request that nobody answers is 404. */
async function answerSlack(
  request: IncomingMessage,
  response: ServerResponse,
  { processEvent, signingSecret, logger, refusals }: Answering,
): Promise<void> {
  try {
    const read = await readBody(request, signingSecret);
    if ('refusal' in read) {
      refusals.refuse(`A request was refused with ${read.status}: ${read.refusal}`);
      response.writeHead(read.status).end();
      return;
    }
    const { body } = read;
    const write = (answer: unknown) => HTTPModuleFunctions.buildContentResponse(response, answer);
    if (body.ssl_check === '1') write('');
    else if (body.type === 'url_verification') write({ challenge: body.challenge });
    else await processEvent({ body, ack: async answer => write(answer) });
    if (!response.headersSent) response.writeHead(404).end();
  } catch (error) {
    logger.error('A request could not be handled:', error);
    if (!response.headersSent) response.writeHead(500).end();
  }
}

type Body = Parameters<App['processEvent']>[0]['body'];

interface Refused {
  readonly status: number;
  readonly refusal: string;
}

/** Reads the body of a request once its signature is known to be good. */
async function readBody(
  request: IncomingMessage,
  signingSecret: string,
): Promise<{ readonly body: Body } | Refused> {
  try {
    const whole = await HTTPModuleFunctions.bufferIncomingMessage(request, BODY_LIMIT_BYTES);
    if (!isSigned(request, whole.rawBody, signingSecret))
      return SSL_CHECK.test(String(whole.rawBody))
        ? { body: { ssl_check: '1' } }
        : { status: 401, refusal: 'Slack has not signed it, or not now.' };
    // Bolt compares the content type as a whole, so it must have no charset and no capitals.
    const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
    if (type !== undefined) request.headers['content-type'] = type;
    const body: unknown = HTTPModuleFunctions.parseHTTPRequestBody(whole);
    return typeof body === 'object' && body !== null
      ? { body }
      : { status: 400, refusal: 'its body is empty.' };
  } catch (error) {
    if (HTTPModuleFunctions.isRawBodyError(error))
      return { status: error.statusCode, refusal: error.message };
    if (error instanceof SyntaxError) return { status: 400, refusal: 'its body is no JSON.' };
    throw error;
  }
}

/** Slack looks at the certificate of an address by a form that may be unsigned. */
const SSL_CHECK = /^(?:.*&)?ssl_check=1(?:&|$)/s;

/** Slack's rule: https://docs.slack.dev/authentication/verifying-requests-from-slack */
function isSigned({ headers }: IncomingMessage, body: Buffer, signingSecret: string): boolean {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': signedAt } = headers;
  if (typeof signature !== 'string' || typeof signedAt !== 'string') return false;
  const isNow = Math.abs(Date.now() - Number(signedAt) * 1000) <= SIGNED_APART_MS;
  if (!isNow) return false;
  const ours = createHmac('sha256', signingSecret).update(`v0:${signedAt}:`).update(body).digest('hex');
  const [expected, given] = [Buffer.from(`v0=${ours}`), Buffer.from(signature)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function socketServer(
  { clientOptions, logger, refusals, ...options }: ReceiverOptions,
  appToken: string,
): SlackServer {
  const retryConfig = { ...clientOptions.retryConfig };
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    clientPingTimeout: RECONNECT_AFTER_MS,
    installerOptions: { clientOptions: { ...clientOptions, retryConfig } },
  });
  leaveStrangeFrames(receiver, refusals);
  const isConnected = () => receiver.client.websocket?.isActive() === true;
  const health = (): Health => ({
    ...options.health(),
    slack: isConnected() ? 'connected' : 'not connected',
  });
  const server = createServer(outsideListener({ ...options, health }));
  return {
    receiver: {
      init: app => receiver.init(behindDoor(app, refusals)),
      start: () => receiver.start(),
      stop: () => receiver.stop(),
    },
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

/** Slack's client reads a frame in a promise that nobody awaits, so that one without a form would end the process. */
function leaveStrangeFrames({ client }: SocketModeReceiver, refusals: RefusalLog): void {
  const listeners = client.listeners('ws_message') as ((...frame: unknown[]) => Promise<void>)[];
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (...frame: unknown[]) => {
    try {
      for (const listener of listeners) await listener(...frame);
    } catch {
      refusals.refuse(
        'A frame of the socket was left aside, since it has not the form that Slack documents.',
      );
    }
  });
}

/** The same app, to which only well-formed requests come. */
function behindDoor(app: App, refusals: RefusalLog): App {
  const processEvent = door(event => app.processEvent(event), refusals);
  return Object.assign(Object.create(app) as App, { processEvent });
}

/** Answers everybody but Slack: calendar feeds, `/healthz` and `/readyz`; every other path is 404. */
export function outsideListener({
  health,
  serveCalendar,
}: Pick<ReceiverOptions, 'serveCalendar'> & { readonly health: () => Health }): RequestListener {
  const serveHealth = healthListener(health);
  return (request, response) =>
    serveCalendar !== undefined && pathOf(request).startsWith('/calendar/')
      ? serveCalendar(request, response)
      : serveHealth(request, response);
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
