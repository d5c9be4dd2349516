import { readFileSync } from 'node:fs';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';

/** The peer: a Bolt app that answers each `/talk` with the same answer, read from the file CANNED. */
const { CANNED = '', PORT, SLACK_API_URL: slackApiUrl = '', SLACK_APP_TOKEN: appToken } = process.env;
const { SLACK_SIGNING_SECRET: signingSecret = '' } = process.env;
const canned = JSON.parse(readFileSync(CANNED, 'utf8'));
const port = Number(PORT);
const logLevel = LogLevel.ERROR;
const clientOptions = { slackApiUrl };
const customRoutes = [
  {
    path: '/readyz',
    method: 'GET',
    handler: (_request, response) => response.end('ready\n'),
  },
];
const receiver =
  appToken === undefined
    ? new HTTPReceiver({ signingSecret, logLevel, customRoutes })
    : new SocketModeReceiver({ appToken, logLevel, customRoutes, installerOptions: { clientOptions, port } });
const app = new App({
  receiver,
  authorize: async () => ({ botToken: 'xoxb-bench' }),
  clientOptions,
  logLevel,
});
app.command('/talk', ({ ack }) => ack(canned));
await app.start({ port, host: '127.0.0.1' });
// A process that a signal ends writes no profile.
process.once('SIGTERM', () => process.exit());
