import { webApi } from '@slack/bolt';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { startWorkspace } from '../../src/local-slack/workspace.ts';
import { Readers } from '../../src/slack/app-context.ts';
import { quietly } from '../../src/slack/calling/bolt-log.ts';
import { configuredToken } from '../../src/slack/workspace-tokens.ts';
import { MIRA } from '../support/slack-people.ts';

const mira = { workspace: 'T1', person: MIRA };
const HOUR_MS = 60 * 60 * 1000;

async function open() {
  const workspace = await startWorkspace();
  onTestFinished(() => workspace.close());
  const log: string[] = [];
  const logger = pino({ level: 'warn' }, { write: line => log.push(JSON.parse(line).msg) });
  const client = new webApi.WebClient(workspace.tokens.bot, {
    slackApiUrl: workspace.apiUrl,
    retryConfig: { retries: 0 },
    logger: quietly(logger),
  });
  const clock = { now: 0 };
  const readers = new Readers({
    now: () => clock.now,
    client,
    tokens: configuredToken(workspace.tokens.bot),
    log: logger,
  });
  const learn = async () => {
    await readers.learn(mira);
    return [readers.zoneOf(mira), workspace.callsOf('users.info').length];
  };
  return { workspace, readers, clock, log, learn };
}

test('nobody is known before Slack was asked', async () => {
  expect((await open()).readers.zoneOf(mira)).toBe(undefined);
});

test('Slack is asked once an hour', async () => {
  const { clock, learn } = await open();
  expect(await learn()).toEqual(['Europe/Madrid', 1]);
  clock.now = HOUR_MS - 1;
  expect(await learn()).toEqual(['Europe/Madrid', 1]);
  clock.now = HOUR_MS;
  expect(await learn()).toEqual(['Europe/Madrid', 2]);
});

test('of two answers at once only one asks', async () => {
  const { learn } = await open();
  await Promise.all([learn(), learn()]);
  expect(await learn()).toEqual(['Europe/Madrid', 1]);
});

test('who needs a zone that is being asked for waits for the answer', async () => {
  const { readers } = await open();
  const asking = readers.learn(mira);
  expect(await readers.zoneFor(mira)).toBe('Europe/Madrid');
  await asking;
});

test('a person who is forgotten while Slack is asked stays so', async () => {
  const { readers } = await open();
  const asking = readers.learn(mira);
  readers.forget(mira);
  await asking;
  expect(readers.zoneOf(mira)).toBe(undefined);
});

test('a change of zone is asked for at once', async () => {
  const { readers, learn } = await open();
  await learn();
  readers.forget(mira);
  expect(readers.zoneOf(mira)).toBe(undefined);
  expect(await learn()).toEqual(['Europe/Madrid', 2]);
});

test('a failure is logged, keeps the zone that was known, and is not repeated within the hour', async () => {
  const { workspace, clock, log, learn } = await open();
  await learn();
  clock.now = HOUR_MS;
  workspace.fail('users.info', { kind: 'error', error: 'missing_scope' });
  expect(await learn()).toEqual(['Europe/Madrid', 2]);
  expect(await learn()).toEqual(['Europe/Madrid', 2]);
  expect(log).toEqual(["Slack did not give a reader's time zone (missing_scope); both times are shown."]);
});

test('is logged once for very many people of other workspaces, whom Slack does not tell of', async () => {
  const { workspace, readers, log } = await open();
  workspace.fail('users.info', { kind: 'error', error: 'user_not_found' }, { times: 20 });
  for (let person = 0; person < 20; person += 1)
    await readers.learn({ workspace: 'T1', person: `U${person}` });
  expect(log).toEqual(["Slack did not give a reader's time zone (user_not_found); both times are shown."]);
});

test('keeps the zones of so many people that memory does not grow for ever', async () => {
  const client = { users: { info: async () => ({ user: { tz: 'Europe/Madrid' } }) } };
  const log = pino({ level: 'silent' });
  const readers = new Readers({
    now: () => 0,
    client: client as unknown as webApi.WebClient,
    tokens: configuredToken('xoxb-1'),
    log,
  });
  for (let person = 0; person <= 20_000; person += 1)
    await readers.learn({ workspace: 'T1', person: `U${person}` });
  expect(['U0', 'U1', 'U20000'].map(person => readers.zoneOf({ workspace: 'T1', person }))).toEqual([
    undefined,
    'Europe/Madrid',
    'Europe/Madrid',
  ]);
});

test("the same id in two workspaces is two people, each asked for by the workspace's own token", async () => {
  const asked: unknown[] = [];
  const info = async ({ token }: { readonly token: string }) => {
    asked.push(token);
    return { user: { tz: token === 'xoxb-T1' ? 'Europe/Madrid' : 'Asia/Tokyo' } };
  };
  const client = { users: { info } } as unknown as webApi.WebClient;
  const tokens = { tokenFor: async (id: string) => (id === 'T3' ? undefined : `xoxb-${id}`) };
  const readers = new Readers({ now: () => 0, client, tokens, log: pino({ level: 'silent' }) });
  const zones = ['T1', 'T2', 'T3'].map(workspace => readers.zoneFor({ workspace, person: MIRA }));
  expect(await Promise.all(zones)).toEqual(['Europe/Madrid', 'Asia/Tokyo', undefined]);
  expect(asked).toEqual(['xoxb-T1', 'xoxb-T2']);
});

test('an admin or an owner of the workspace is known as such once Slack was asked', async () => {
  const people: Record<string, object> = { U1: { is_admin: true }, U2: { is_owner: true }, U3: {} };
  const client = { users: { info: async ({ user }: { user: string }) => ({ user: people[user] }) } };
  const readers = new Readers({
    ...{ now: () => 0, client: client as unknown as webApi.WebClient },
    ...{ tokens: configuredToken('xoxb-1'), log: pino({ level: 'silent' }) },
  });
  const members = Object.keys(people).map(person => ({ workspace: 'T1', person }));
  expect(members.map(member => readers.isAdmin(member))).toEqual([undefined, undefined, undefined]);
  for (const member of members) await readers.learn(member);
  expect(members.map(member => readers.isAdmin(member))).toEqual([true, true, false]);
});

test('in an organisation, only its own admins and owners count', async () => {
  const people: Record<string, object> = {
    U1: { is_admin: true, is_owner: true, enterprise_user: { is_admin: false, is_owner: false } },
    U2: { enterprise_user: { is_admin: true } },
    U3: { enterprise_user: { is_owner: true } },
    U4: { is_admin: true },
  };
  const client = { users: { info: async ({ user }: { user: string }) => ({ user: people[user] }) } };
  const readers = new Readers({
    ...{ now: () => 0, client: client as unknown as webApi.WebClient },
    ...{ tokens: configuredToken('xoxb-1'), log: pino({ level: 'silent' }) },
  });
  const members = Object.keys(people).map(person => ({ workspace: 'E1', person }));
  for (const member of members) await readers.learn(member);
  expect(members.map(member => readers.isAdmin(member))).toEqual([false, true, true, false]);
});
