import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { describe, expect, test } from 'vitest';
import type { OauthMode } from '../../src/slack/receiving/slack-server.ts';
import { type Config, type Environment, readConfig } from '../../src/wiring/config.ts';

const plain: Config = {
  slack: { kind: 'local' },
  apiUrl: undefined,
  dataDir: './data',
  port: 3000,
  host: '127.0.0.1',
  publicUrl: undefined,
  clock: undefined,
  databaseUrl: undefined,
  organisers: [],
  optionalScopes: [],
  mcpToken: undefined,
  logLevel: 'info',
  drainSeconds: 0,
  metricsPort: undefined,
};
const bot = { SLACK_BOT_TOKEN: 'xoxb-1-2-abc' };
const app = { SLACK_APP_TOKEN: 'xapp-1-A0-abc' };
const signing = { SLACK_SIGNING_SECRET: 'f00dface' };
const keys = [Buffer.alloc(32, 1).toString('base64'), Buffer.alloc(32, 255).toString('base64')] as const;
const oauth = {
  ...signing,
  SLACK_CLIENT_ID: '123.456',
  SLACK_CLIENT_SECRET: 'c11e27',
  SLACK_STATE_SECRET: '57a7e',
  TOKEN_KEY: keys[0],
  PUBLIC_URL: 'https://talks.example.org',
};
const manyWorkspaces: Partial<Config> = {
  slack: {
    kind: 'oauth',
    signingSecret: 'f00dface',
    clientId: '123.456',
    clientSecret: 'c11e27',
    stateSecret: '57a7e',
    tokenKeys: [keys[0]],
  },
  publicUrl: 'https://talks.example.org',
};

describe('reads', () => {
  test.each<[string, Environment, Partial<Config>]>([
    ['nothing at all', {}, {}],
    ['variables that are set but empty', { SLACK_BOT_TOKEN: '', PORT: ' ', CLOCK: '', DATA_DIR: '' }, {}],
    [
      'an app token',
      { ...bot, ...app },
      { slack: { kind: 'socket', appToken: 'xapp-1-A0-abc', botToken: 'xoxb-1-2-abc' } },
    ],
    [
      'a signing secret',
      { ...bot, ...signing },
      { slack: { kind: 'http', signingSecret: 'f00dface', botToken: 'xoxb-1-2-abc' } },
    ],
    [
      'the app token where a signing secret is there too',
      { ...bot, ...app, ...signing },
      {
        slack: {
          kind: 'socket',
          appToken: 'xapp-1-A0-abc',
          botToken: 'xoxb-1-2-abc',
          signingSecret: 'f00dface',
        },
      },
    ],
    [
      'the signing secret where the app token is empty',
      { ...bot, ...signing, SLACK_APP_TOKEN: '' },
      { slack: { kind: 'http', signingSecret: 'f00dface', botToken: 'xoxb-1-2-abc' } },
    ],
    ['what many workspaces need', oauth, manyWorkspaces],
    ['that before a bot token', { ...bot, ...oauth }, manyWorkspaces],
    [
      'the app token where all of that is there too',
      { ...bot, ...app, ...oauth },
      {
        slack: {
          kind: 'socket',
          appToken: 'xapp-1-A0-abc',
          botToken: 'xoxb-1-2-abc',
          signingSecret: 'f00dface',
        },
        publicUrl: 'https://talks.example.org',
      },
    ],
    [
      'two keys, the new one first',
      { ...oauth, TOKEN_KEY: `${keys[1]}, ${keys[0]}` },
      { ...manyWorkspaces, slack: { ...manyWorkspaces.slack, tokenKeys: [keys[1], keys[0]] } as OauthMode },
    ],
    [
      'another Slack',
      { SLACK_API_URL: 'https://slack-gov.com/api/' },
      { apiUrl: 'https://slack-gov.com/api/' },
    ],
    [
      'another Slack, without its last slash',
      { SLACK_API_URL: 'http://127.0.0.1:1/api' },
      { apiUrl: 'http://127.0.0.1:1/api/' },
    ],
    ['a folder', { DATA_DIR: '/srv/talks' }, { dataDir: '/srv/talks' }],
    ['where to listen', { PORT: '0', HOST: '0.0.0.0' }, { port: 0, host: '0.0.0.0' }],
    ['a rehearsal', { CLOCK: '2027-05-11T08:55+02:00' }, { clock: Date.UTC(2027, 4, 11, 6, 55) }],
    ['a rehearsal in UTC', { CLOCK: '2027-05-11T06:55:30Z' }, { clock: Date.UTC(2027, 4, 11, 6, 55, 30) }],
    [
      'a database on a server',
      { DATABASE_URL: 'postgresql://me:p%40w@db.example.org/lectern?sslmode=verify-full' },
      { databaseUrl: 'postgresql://me:p%40w@db.example.org/lectern?sslmode=verify-full' },
    ],
    ['a database', { DATABASE_URL: 'file:/srv/lectern.sqlite' }, { databaseUrl: 'file:/srv/lectern.sqlite' }],
    ['organisers', { ORGANISERS: 'U024BE7LH, W1;U2\nU3' }, { organisers: ['U024BE7LH', 'W1', 'U2', 'U3'] }],
    [
      'a public address',
      { PUBLIC_URL: 'https://Talks.example.org/' },
      { publicUrl: 'https://talks.example.org' },
    ],
    ['a public address with a port', { PUBLIC_URL: 'http://[::1]:3000' }, { publicUrl: 'http://[::1]:3000' }],
    [
      'a token for assistants',
      { MCP_TOKEN: 'a-token.of~16+chars/==' },
      { mcpToken: 'a-token.of~16+chars/==' },
    ],
    [
      'scopes to ask for',
      { OPTIONAL_SCOPES: 'links:read, links:write' },
      { optionalScopes: ['links:read', 'links:write'] },
    ],
    ['how much to log', { LOG_LEVEL: 'DEBUG' }, { logLevel: 'debug' }],
    ['where to be watched', { METRICS_PORT: '9464' }, { metricsPort: 9464 }],
    ['two free ports', { PORT: '0', METRICS_PORT: '0' }, { port: 0, metricsPort: 0 }],
    ['how long to drain', { DRAIN_SECONDS: '15' }, { drainSeconds: 15 }],
    ['values with spaces around them', { PORT: ' 8080\n' }, { port: 8080 }],
  ])('%s', (_, env, expected) => {
    expect(readConfig(env)).toEqual({ config: { ...plain, ...expected } });
  });
});

const all =
  'Set all of them for many workspaces; for one, set none of SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET and TOKEN_KEY.';
const HALF = {
  SLACK_SIGNING_SECRET: `SLACK_CLIENT_ID is set, but SLACK_SIGNING_SECRET is missing. ${all}`,
  SLACK_CLIENT_ID: `SLACK_CLIENT_SECRET is set, but SLACK_CLIENT_ID is missing. ${all}`,
  SLACK_CLIENT_SECRET: `SLACK_CLIENT_ID is set, but SLACK_CLIENT_SECRET is missing. ${all}`,
  SLACK_STATE_SECRET: `SLACK_CLIENT_ID is set, but SLACK_STATE_SECRET is missing. ${all}`,
  TOKEN_KEY: `SLACK_CLIENT_ID is set, but TOKEN_KEY is missing. ${all}`,
  PUBLIC_URL: `SLACK_CLIENT_ID is set, but PUBLIC_URL is missing. ${all}`,
  'SLACK_CLIENT_SECRET, TOKEN_KEY': `SLACK_CLIENT_ID is set, but SLACK_CLIENT_SECRET and TOKEN_KEY are missing. ${all}`,
};

describe('refuses', () => {
  const botMissing =
    'is set, but SLACK_BOT_TOKEN is missing. Set it too, or neither to try Lectern without Slack.';
  const port = 'PORT must be a whole number from 0 to 65535; it is';
  const both = 'METRICS_PORT must be another port than PORT; both are 9464.';
  const clock = 'CLOCK must be an instant with its offset, such as 2027-05-11T08:55+02:00; it is';
  test.each<[string, Environment, string]>([
    [
      'a bot token alone',
      bot,
      'SLACK_BOT_TOKEN is set, but SLACK_APP_TOKEN is missing. Set it too, or SLACK_SIGNING_SECRET if Slack reaches Lectern over HTTP.',
    ],
    ['an app token alone', app, `SLACK_APP_TOKEN ${botMissing}`],
    ['a signing secret alone', signing, `SLACK_SIGNING_SECRET ${botMissing}`],
    [
      'a signing secret of one letter',
      { ...bot, SLACK_SIGNING_SECRET: 'a' },
      "SLACK_SIGNING_SECRET is too short to be Slack's, which has 32 characters. Copy it from Basic Information in the app's settings.",
    ],
    ['both without a bot token', { ...app, ...signing }, `SLACK_APP_TOKEN ${botMissing}`],
    ...Object.entries(HALF).map(([missing, mistake]): [string, Environment, string] => [
      `no ${missing}`,
      Object.fromEntries(Object.entries(oauth).filter(([name]) => !missing.includes(name))),
      mistake,
    ]),
    [
      'one of those with a bot token',
      { ...bot, ...signing, TOKEN_KEY: keys[0] },
      `TOKEN_KEY is set, but SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET and PUBLIC_URL are missing. ${all}`,
    ],
    ...[
      'short',
      `${keys[0]},`,
      `${keys[0]}${keys[1]}`,
      `${keys[0]},${keys[1]},${keys[0]}`,
      'x'.repeat(44),
    ].map((key): [string, Environment, string] => [
      `${key} as a key`,
      { ...oauth, TOKEN_KEY: key },
      'TOKEN_KEY must be 32 bytes in base64, as "openssl rand -base64 32" makes them. While keys are changed, set the new one and the old one with a comma between.',
    ]),
    [
      'a scope that no feature needs',
      { OPTIONAL_SCOPES: 'links:read,admin' },
      'OPTIONAL_SCOPES may hold mcp:connect, files:write, links:read, links:write, channels:read, channels:write.topic, groups:read, groups:write.topic, separated by commas; "admin" is none of them.',
    ],
    ['one port for both', { PORT: '9464', METRICS_PORT: '9464' }, both],
    ['both ports by default', { METRICS_PORT: '3000' }, both.replace('9464', '3000')],
    ['a port too high', { PORT: '65536' }, `${port} "65536".`],
    ['a port that is none', { PORT: 'http' }, `${port} "http".`],
    [
      'an address as host',
      { HOST: 'http://here' },
      'HOST must be an address or a name without http://, such as 0.0.0.0; it is "http://here".',
    ],
    ['a clock without offset', { CLOCK: '2027-05-11T08:55' }, `${clock} "2027-05-11T08:55".`],
    ['a clock in words', { CLOCK: 'tomorrow' }, `${clock} "tomorrow".`],
    [
      'an API that is no address',
      { SLACK_API_URL: 'slack.com' },
      'SLACK_API_URL must be a web address such as https://slack.com/api/.',
    ],
    ...['mysql://lectern:secret@db/lectern', './var/lectern.sqlite', 'file:'].map(
      (url): [string, Environment, string] => [
        `a database at ${url}`,
        { DATABASE_URL: url },
        'DATABASE_URL must begin with file:, as in file:./var/lectern.sqlite, or with postgres://, as in postgres://user:password@db.example.org/lectern.',
      ],
    ),
    ...['file:~/lectern.sqlite', 'file:lectern.sqlite?mode=ro'].map((url): [string, Environment, string] => [
      `a database at ${url}`,
      { DATABASE_URL: url },
      'DATABASE_URL must name a file, such as file:./var/lectern.sqlite, without ~, ? or #.',
    ]),
    [
      'a folder as a database',
      { DATABASE_URL: 'file:./var/' },
      'DATABASE_URL must name a file in that folder, such as file:./var/lectern.sqlite.',
    ],
    [
      'a server without a database',
      { DATABASE_URL: 'postgres://lectern:secret@db' },
      'DATABASE_URL lacks the name of a database at its end, as in postgres://db.example.org/lectern.',
    ],
    ...[
      'talks.example.org',
      'https://x.example/slack/events',
      'https://me:pw@x.example',
      'ftp://x.example',
    ].map((url): [string, Environment, string] => [
      `${url} as a public address`,
      { PUBLIC_URL: url },
      'PUBLIC_URL must be the web address at which the outside reaches PORT, without a path, such as https://talks.example.org.',
    ]),
    ...['short', 'with a space in it', 'ünïcödé-ünïcödé-ünïcödé'].map(
      (token): [string, Environment, string] => [
        `${token} as a token for assistants`,
        { MCP_TOKEN: token },
        'MCP_TOKEN must have 16 characters or more, of letters, digits and -._~+/ alone, as "openssl rand -hex 32" makes it.',
      ],
    ),
    [
      'a log level there is none of',
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent; it is "loud".',
    ],
  ])('%s', (_, env, mistake) => {
    expect(readConfig(env)).toEqual({ mistakes: [mistake] });
  });

  test('all mistakes at once, without repeating a credential', () => {
    const env = {
      SLACK_BOT_TOKEN: 'xapp-swapped',
      SLACK_APP_TOKEN: 'xoxb-swapped',
      PORT: '-1',
      LOG_LEVEL: 'x',
    };
    expect(readConfig(env)).toEqual({
      mistakes: [
        'SLACK_BOT_TOKEN must begin with xoxb-; its value is of another kind.',
        'SLACK_APP_TOKEN must begin with xapp-; its value is of another kind.',
        `${port} "-1".`,
        'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent; it is "x".',
      ],
    });
  });
});

test('.env.example, copied as it is, says what holds without it', () => {
  expect(readConfig(parse(readFileSync('.env.example')))).toEqual({ config: plain });
});
