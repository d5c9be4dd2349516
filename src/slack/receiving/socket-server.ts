import { createServer } from 'node:http';
import { ErrorCode, SocketModeReceiver } from '@slack/bolt';
import { writeJson } from '../views/blocks/write-json.ts';
import { door, type ProcessEvent } from './door.ts';
import { outsideListener, startListening, stopServer, UPLOAD_LIMITS } from './outside.ts';
import type { RefusalLog } from './refusal-log.ts';
import { reportFault } from './report-fault.ts';
import type { ReceiverOptions, SlackServer } from './slack-server.ts';
import { SlackSocket } from './slack-socket.ts';

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
  const connection = new SlackSocket();
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
    clientPingTimeout: RECONNECT_AFTER_MS,
    dispatcher: connection.dispatcher,
    // Calls of the API need their own connections.
    installerOptions: { clientOptions: { fetch, ...clientOptions, retryConfig } },
  });
  receiver.client.on('close', () => connection.end());
  leaveStrangeFrames(receiver, refusals);
  endWhileReconnecting(receiver);
  const isConnected = () => receiver.client.websocket?.isActive() === true;
  const server = createServer(
    UPLOAD_LIMITS,
    outsideListener(options, () => (isConnected() ? 'connected' : 'not connected')),
  );
  return {
    receiver: {
      init: app => {
        const enter = door(event => app.processEvent(event), { ...options, refusals });
        hearRequests(receiver.client, { processEvent: enter, connection, logger, refusals });
      },
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

/** A request as Slack's client emits it. */
interface SocketRequest {
  readonly body: Parameters<ProcessEvent>[0]['body'];
  readonly envelope_id: string;
  readonly ack: (answer?: unknown) => Promise<void>;
  readonly retry_num: number;
  readonly retry_reason: string;
}

interface Hearing extends Pick<ReceiverOptions, 'logger' | 'refusals'> {
  readonly processEvent: ProcessEvent;
  readonly connection: SlackSocket;
}

/** Hands requests on as Bolt's own listener does, which writes each answer two more times, for a log that nobody reads. */
function hearRequests(
  client: SocketModeReceiver['client'],
  { processEvent, connection, ...logs }: Hearing,
): void {
  client.removeAllListeners('slack_event');
  client.on('slack_event', async (request: SocketRequest) => {
    const { body, retry_num: retryNum, retry_reason: retryReason } = request;
    let isAcknowledged = false;
    const ack = async (answer?: unknown) => {
      if (isAcknowledged) return;
      isAcknowledged = true;
      await acknowledge(client, connection, request, answer);
    };
    try {
      await processEvent({ body, ack, retryNum, retryReason });
    } catch (error) {
      reportFault(error, 'not acknowledged', logs);
      // Slack is to send the request again, unless Lectern is not installed in its workspace.
      if (error instanceof Error && 'code' in error && error.code === ErrorCode.AuthorizationError)
        await ack();
    }
  });
}

/** Sends the message that Slack's client would send; without a connection that one says so. */
async function acknowledge(
  { websocket }: SocketModeReceiver['client'],
  connection: SlackSocket,
  { envelope_id, ack }: SocketRequest,
  answer: unknown,
): Promise<void> {
  if (typeof answer !== 'object' || answer === null || websocket?.isActive() !== true) return ack(answer);
  connection.send(writeJson({ envelope_id, payload: answer }));
}

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
