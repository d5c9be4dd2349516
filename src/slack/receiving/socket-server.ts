import { createServer } from 'node:http';
import { type App, ErrorCode, SocketModeReceiver } from '@slack/bolt';
import { StoreFault } from '../../store/store-fault.ts';
import { underNewId } from '../../text/work-id.ts';
import { WorkspaceUnavailable } from '../workspace-tokens.ts';
import { door } from './door.ts';
import { outsideListener, startListening, stopServer, UPLOAD_LIMITS } from './outside.ts';
import type { RefusalLog } from './refusal-log.ts';
import type { ReceiverOptions, SlackServer } from './slack-server.ts';

/**
 * How long Bolt waits after a lost connection before it opens the next one. Its default is five seconds, in which people's
 * commands time out.
 */
const RECONNECT_AFTER_MS = 1000;

/** Brings Slack's requests to Bolt over a socket that Lectern opens, and serves the outside on the port. */
export function socketServer(
  { clientOptions, logger, refusals, ...options }: ReceiverOptions,
  appToken: string,
): SlackServer {
  const retryConfig = { ...clientOptions.retryConfig };
  const receiver = new SocketModeReceiver({
    appToken,
    logger: {
      ...logger,
      error: (...words) => {
        refusals.refuse(sentenceFor(words));
        // Bolt's information is debugging for Lectern.
        logger.info(...words);
      },
    },
    processEventErrorHandler: async ({ error }) => {
      reportFault(error, { logger, refusals });
      // Slack is to send the request again, unless Lectern is not installed in its workspace.
      return 'code' in error && error.code === ErrorCode.AuthorizationError;
    },
    clientPingTimeout: RECONNECT_AFTER_MS,
    installerOptions: { clientOptions: { ...clientOptions, retryConfig } },
  });
  leaveStrangeFrames(receiver, refusals);
  endWhileReconnecting(receiver);
  const isConnected = () => receiver.client.websocket?.isActive() === true;
  const server = createServer(
    UPLOAD_LIMITS,
    outsideListener(options, () => (isConnected() ? 'connected' : 'not connected')),
  );
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

function reportFault(error: Error, { logger, refusals }: Pick<ReceiverOptions, 'logger' | 'refusals'>): void {
  if (error instanceof WorkspaceUnavailable || error instanceof StoreFault) refusals.refuse(UNAVAILABLE);
  else logger.error('A request could not be handled:', error);
}

const UNAVAILABLE =
  'A request was not acknowledged, so that Slack sends it again: its workspace could not be looked up, or the database is away.';

/** Lectern tries again by itself, for as long as it takes, and each try says the same. */
function sentenceFor(words: readonly unknown[]): string {
  return words.some(word => String(word).includes('link_disabled'))
    ? "Slack opens no socket: Socket Mode is off. Turn it on under Socket Mode in the app's settings at api.slack.com/apps."
    : 'The socket to Slack failed; Lectern connects again. LOG_LEVEL=debug logs why.';
}

/** Slack's client rejects with nothing, and nobody awaits it, if it is to end while it opens another connection. */
function endWhileReconnecting({ client }: SocketModeReceiver): void {
  const start = client.start.bind(client);
  client.start = () =>
    start().catch((error: unknown) => {
      if (error !== undefined) throw error;
      return new Promise<never>(() => {});
    });
}

/** Slack's client reads a frame in a promise that nobody awaits, so that one without a form would end the process. */
function leaveStrangeFrames({ client }: SocketModeReceiver, refusals: RefusalLog): void {
  const listeners = client.listeners('ws_message') as ((...frame: unknown[]) => Promise<void>)[];
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (...frame: unknown[]) => {
    try {
      for (const listener of listeners) await listener(...frame);
    } catch {
      refusals.refuse('Ignored a frame of the socket that is not in the form that Slack documents.');
    }
  });
}

/** The same app, to which only well-formed requests come. */
function behindDoor(app: App, refusals: RefusalLog): App {
  const enter = door(event => app.processEvent(event), { refusals });
  const processEvent: typeof enter = event => underNewId(() => enter(event));
  return Object.assign(Object.create(app) as App, { processEvent });
}
