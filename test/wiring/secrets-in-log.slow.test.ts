import { renameSync } from 'node:fs';
import { request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { signRequest } from '../../src/local-slack/delivery/http.ts';
import type { Message } from '../../src/local-slack/state/messages.ts';
import { startWorkspace, type Workspace } from '../../src/local-slack/workspace.ts';
import { compose } from '../../src/wiring/compose.ts';
import { readConfig } from '../../src/wiring/config.ts';
import { createLog } from '../../src/wiring/log.ts';
import { LIGHTHOUSE } from '../cli/support.ts';
import { CLIENT, install } from '../support/oauth-slack.ts';
import { answerTo, JUNE, LOBBY, MIRA, messagesOfApp, typeTalk } from '../support/slack-people.ts';
import { databaseFile, TOKEN_KEY } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openTwoWorkspaces, SIGNING_SECRET } from '../support/two-workspaces.ts';

/** Words as only a person writes them; each stands for all that people write. */
const WRITTEN = {
  query: 'quagga-in-a-query',
  mention: 'quagga-in-a-mention',
  direct: 'quagga-in-a-direct-message',
  followUp: 'quagga-in-a-follow-up',
  alert: 'quagga-in-an-alert',
  form: 'quagga-in-a-form',
  message: 'quagga-in-a-message',
  digest: 'quagga-in-a-digest',
  fault: 'quagga-in-a-fault',
} as const;

/** Does all that a person can do by words. */
async function takePart(workspace: Workspace): Promise<void> {
  for (const user of [MIRA, JUNE])
    if (workspace.modalsOf(user).length > 0) await workspace.closeView({ user, all: true });
  for (const text of [
    WRITTEN.query,
    `"${WRITTEN.query}" -day:tuesday`,
    `alert ${WRITTEN.alert}`,
    'mine',
    'help',
  ])
    await typeTalk(workspace, text);
  await typeTalk(workspace, `digest daily 08:00 track:${WRITTEN.digest}`);
  await typeTalk(workspace, 'digest daily 08:00');
  await workspace.mention({ user: MIRA, channel: LOBBY, text: WRITTEN.mention });
  for (const text of [WRITTEN.direct, `and ${WRITTEN.followUp}`, 'more', 'star 1', 'undo', 'quiet hours'])
    await workspace.directMessage({ user: MIRA, text });
  await workspace.openHome({ user: MIRA });
  await typeTalk(workspace, 'settings', { user: JUNE });
  await submitIfOpen(workspace, { user: JUNE });
  await workspace.shortcut({ user: MIRA, callbackId: 'find_talk' });
  await submitIfOpen(workspace, { user: MIRA, entries: { words: WRITTEN.form } });
  await workspace.say({ user: JUNE, channel: LOBBY, text: WRITTEN.message });
  const message = workspace.messages.find(({ author }) => author === JUNE);
  if (message !== undefined) await workspace.shortcut({ user: MIRA, callbackId: 'related_talks', message });
  const answer = await answerTo(workspace, 'ceph');
  await press(workspace, answer, ['Star', 'Details', 'Calendar']);
}

/** A form does not open if what it needs is away. */
async function submitIfOpen(
  workspace: Workspace,
  submission: Parameters<Workspace['submit']>[0],
): Promise<void> {
  const form = await workspace
    .when(() => workspace.modalsOf(submission.user).find(({ content }) => content.submit), 1000)
    .catch(() => undefined);
  if (form !== undefined) await workspace.submit(submission);
}

/** Presses those of the buttons that are there. */
async function press(workspace: Workspace, message: Message, labels: readonly string[]): Promise<void> {
  const blocks = JSON.stringify(message.blocks);
  for (const label of labels)
    if (blocks.includes(`"${label}"`)) await workspace.click({ user: MIRA, in: message, label });
}

/** The same while each call to Slack fails in one of the ways in which calls fail, with secrets in what Slack says. */
async function takePartInVain(workspace: Workspace, token: string): Promise<void> {
  const faults = [
    {
      kind: 'error',
      error: `invalid_auth for ${token}`,
      details: { token, headers: { authorization: `Bearer ${token}` } },
    },
    { kind: 'status', status: 500 },
    { kind: 'rate_limited', retryAfterSeconds: 1 },
    { kind: 'reset' },
  ] as const;
  for (const fault of faults) {
    for (const method of [
      'chat.postMessage',
      'views.open',
      'views.publish',
      'views.update',
      'users.info',
      'response_url',
    ])
      workspace.fail(method, fault, { times: 2 });
    const answer = await answerTo(workspace, 'ceph');
    await press(workspace, answer, ['Share', 'Details', 'Star', 'Calendar']);
    await workspace.directMessage({ user: MIRA, text: WRITTEN.fault });
    await workspace.mention({ user: MIRA, channel: LOBBY, text: WRITTEN.fault });
    await workspace.openHome({ user: MIRA });
    await typeTalk(workspace, 'digest now');
    workspace.heal();
  }
}

/** Requests that nobody should send, with secrets in them. */
async function attack(url: string, secrets: readonly string[]): Promise<void> {
  const bodies = [
    'not json at all',
    JSON.stringify({ type: 'event_callback', event: null, token: secrets }),
    JSON.stringify({
      command: '/talk',
      text: { secrets },
      response_url: `https://hooks.slack.com/commands/T1/${secrets[0]}`,
    }),
    new URLSearchParams({
      command: '/other',
      text: secrets.join(' '),
      team_id: 'T1',
      user_id: MIRA,
    }).toString(),
    `payload=${encodeURIComponent(JSON.stringify({ type: 'block_actions', actions: [{ value: secrets }], team: { id: 'T1' } }))}`,
    'x'.repeat(1_100_000),
  ];
  for (const body of bodies)
    for (const headers of [{}, signRequest(body, { secret: SIGNING_SECRET, now: Date.now() })])
      for (const type of ['application/json', 'application/x-www-form-urlencoded'])
        await fetch(`${url}/slack/events`, {
          method: 'POST',
          headers: { ...headers, 'content-type': type },
          body,
        }).catch(() => {});
  const [secret = ''] = secrets;
  for (const path of [
    `/slack/oauth_redirect?code=${secret}&state=${secret}`,
    `/calendar/${secret}.ics`,
    `/${secret}`,
  ])
    await fetch(url + path);
  // A request that ends in the middle.
  await new Promise<void>(done => {
    const cut = request(`${url}/slack/events`, { method: 'POST', headers: { 'content-length': '100' } });
    cut.on('error', () => done());
    cut.write(secret, () => cut.destroy());
  });
}

/** Those of the texts that stand in a line of a log, with that line. */
function found(texts: readonly string[], log: readonly string[]): readonly string[] {
  return texts.flatMap(text => {
    const written = JSON.stringify(text).slice(1, -1);
    return log
      .filter(line => line.includes(text) || line.includes(written))
      .map(line => `${text} in ${line.slice(0, 500)}`);
  });
}

/** The secrets in the addresses that Slack and Lectern gave to the app and to people. */
function addressesIn(workspace: Workspace): readonly string[] {
  const sent = JSON.stringify([workspace.messages, workspace.calls]);
  return [...sent.matchAll(/\/(?:response|calendar|upload|link)\/\??(?:ticket=)?([\w-]{16,})/g)].map(
    ([, secret = '']) => secret,
  );
}

test.each(['debug', 'trace'] as const)(
  'over HTTP, at LOG_LEVEL=%s no line has a secret or what a person wrote, whatever fails',
  async level => {
    const STATE_SECRET = 'a-state-secret-of-tests';
    const scene = await openTwoWorkspaces(
      { LOG_LEVEL: level, SLACK_STATE_SECRET: STATE_SECRET, ORGANISERS: `${MIRA} ${JUNE}` },
      { rotates: true, firstLivesSeconds: 3600 },
    );
    const { url, slack, file, harbour, lagoon, log, tell } = scene;
    slack.beforeAccess = async () => {
      throw new Error('Slack ends the connection.');
    };
    await install(url, slack, { team: 'T1' });
    slack.beforeAccess = async () => {};
    for (const team of ['T1', 'T2']) await install(url, slack, { team });
    await takePart(harbour);
    const secrets = [...slack.given, SIGNING_SECRET, CLIENT.secret, STATE_SECRET, TOKEN_KEY];
    await takePartInVain(harbour, slack.given.find(each => each.includes('xoxb-')) ?? '');
    await attack(url, secrets);

    renameSync(file, `${file}.away`);
    await takePart(harbour);
    await typeTalk(lagoon, WRITTEN.query);
    await attack(url, secrets);
    await install(url, slack, { team: 'T2' });
    renameSync(`${file}.away`, file);
    await takePart(lagoon);
    slack.revoke({ team: 'T1' });
    await typeTalk(harbour, WRITTEN.query);
    await harbour.directMessage({ user: MIRA, text: WRITTEN.direct });
    expect(
      await tell({ event: { type: 'tokens_revoked', tokens: { bot: ['U0LECTERN1'] } }, team_id: 'T1' }),
    ).toBe(200);

    const messages = log.map(line => JSON.parse(line).msg);
    expect(messages).toEqual(
      expect.arrayContaining([
        'A request failed.',
        'An installation failed.',
        expect.stringContaining('Lectern was installed'),
        expect.stringContaining('all that belonged to it is deleted'),
      ]),
    );
    const addresses = [harbour, lagoon].flatMap(addressesIn);
    expect(addresses.length).toBeGreaterThan(3);
    expect(found([...secrets, ...slack.given, ...addresses, ...Object.values(WRITTEN)], log)).toEqual([]);
  },
);

test.each(['debug', 'trace'] as const)(
  'over a socket, at LOG_LEVEL=%s no line has a secret or what a person wrote',
  async level => {
    const slack = await startWorkspace();
    onTestFinished(() => slack.close());
    const { bot, app } = slack.tokens;
    const read = readConfig({
      ...{ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_API_URL: slack.apiUrl, LOG_LEVEL: level },
      PUBLIC_URL: 'https://talks.example.org',
      ...{ PORT: '0', DATABASE_URL: `file:${databaseFile()}`, DATA_DIR: temporaryFolder(LIGHTHOUSE) },
    });
    if ('mistakes' in read) throw new Error(read.mistakes.join(' '));
    const log: string[] = [];
    const lectern = await compose(
      read.config,
      createLog({ level, secrets: [], write: line => log.push(line) }),
    );
    await lectern.start();
    onTestFinished(() => lectern.stop());
    await takePart(slack);
    await takePartInVain(slack, bot);
    for (const text of [
      'null',
      'no json',
      JSON.stringify({ type: 'events_api', payload: { text: WRITTEN.fault, token: app } }),
    ])
      slack.sockets.sendText(text);
    slack.fail('apps.connections.open', { kind: 'error', error: `fatal_error ${app}` });
    const opened = slack.callsOf('apps.connections.open').length;
    slack.sockets.drop();
    const isBack = () =>
      slack.callsOf('apps.connections.open').length > opened + 1 && slack.sockets.connections > 0;
    await slack.when(() => isBack() || undefined, 20_000);
    await takePart(slack);
    expect(log.length).toBeGreaterThan(10);
    expect(found([bot, app, ...addressesIn(slack), ...Object.values(WRITTEN)], log)).toEqual([]);
    expect(messagesOfApp(slack).length).toBeGreaterThan(5);
  },
);
