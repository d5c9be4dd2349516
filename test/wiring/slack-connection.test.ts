import type { RequestListener } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { type Config, readConfig } from '../../src/wiring/config.ts';
import { connectSlack } from '../../src/wiring/slack-connection.ts';

function configOf(env: Record<string, string>): Config {
  const read = readConfig(env);
  if ('mistakes' in read) throw new Error(read.mistakes.join('\n'));
  return read.config;
}

const serveCalendar: RequestListener = (_, response) => void response.writeHead(418).end();

const healthOf = (ready: boolean) => () => ({
  ready,
  store: 'ok' as const,
  programme: { talks: 1, problems: 0 },
});

test('with credentials Lectern listens itself, where HOST and PORT say', async () => {
  const config = configOf({
    SLACK_BOT_TOKEN: 'xoxb-1-test',
    SLACK_SIGNING_SECRET: 'c'.repeat(32),
    HOST: '0.0.0.0',
    PORT: '4000',
  });
  expect(
    await connectSlack(config, {
      health: healthOf(true),
      serveCalendar,
      page: undefined,
      linkDomains: () => [],
    }),
  ).toEqual({
    mode: config.slack,
    apiUrl: config.apiUrl,
    host: '0.0.0.0',
    port: 4000,
    workspace: undefined,
  });
});

test('without credentials a workspace of its own answers on the loopback, whatever HOST says', async () => {
  const config = { ...configOf({ HOST: '0.0.0.0' }), port: 0 };
  let isReady = false;
  const { workspace, ...connection } = await connectSlack(config, {
    health: () => healthOf(isReady)(),
    serveCalendar,
    page: undefined,
    linkDomains: () => [],
  });
  onTestFinished(() => workspace?.close());
  expect(connection).toEqual({
    mode: {
      kind: 'http',
      signingSecret: workspace?.tokens.signingSecret,
      botToken: workspace?.tokens.bot,
    },
    apiUrl: workspace?.apiUrl,
    host: '127.0.0.1',
    port: 0,
  });
  const apiUrl = new URL(connection.apiUrl ?? '');
  const ask = async () => (await fetch(new URL('/readyz', apiUrl))).status;
  const before = await ask();
  isReady = true;
  expect({ host: apiUrl.hostname, before, after: await ask() }).toEqual({
    host: '127.0.0.1',
    before: 503,
    after: 200,
  });
});
