import { App, HTTPReceiver, LogLevel } from '@slack/bolt';

/** The least that a Bolt app can do with a command, as the measure for what Lectern adds to it. */
const receiver = new HTTPReceiver({
  signingSecret: process.env.SLACK_SIGNING_SECRET ?? '',
  logLevel: LogLevel.ERROR,
  customRoutes: [
    { path: '/readyz', method: 'GET', handler: (_request, response) => void response.end('ready\n') },
  ],
});
const app = new App({
  receiver,
  authorize: async () => ({ botToken: 'xoxb-bench' }),
  logLevel: LogLevel.ERROR,
});
app.command('/talk', async ({ ack }) => ack());
await app.start({ port: Number(process.env.PORT), host: '127.0.0.1' });
