import { httpServer } from './http/http-server.ts';
import type { ReceiverOptions, SlackServer } from './slack-server.ts';
import { socketServer } from './socket-server.ts';

export function createSlackServer(options: ReceiverOptions): SlackServer {
  return options.mode.kind === 'socket'
    ? socketServer(options, options.mode.appToken)
    : httpServer(options, options.mode.signingSecret);
}
