import { httpServer } from './http-server.ts';
import type { ReceiverOptions, SlackServer } from './slack-server.ts';
import { socketServer } from './socket-server.ts';

export function createSlackServer(options: ReceiverOptions): SlackServer {
  return options.mode.kind === 'http'
    ? httpServer(options, options.mode.signingSecret)
    : socketServer(options, options.mode.appToken);
}
