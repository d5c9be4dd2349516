import { setImmediate as nextTurn } from 'node:timers/promises';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Fault } from '../../../src/local-slack/state/faults.ts';
import { startWorkspace } from '../../../src/local-slack/workspace.ts';
import { KnownToken, proveToken } from '../../../src/slack/calling/known-token.ts';
import { clientOptions } from '../../../src/slack/web-client.ts';
import { typeTalk } from '../../support/slack-people.ts';
import { openStage } from '../../support/stage.ts';

test('a bot token that Slack refuses is known at the start', async () => {
  await expect(openStage({ botToken: 'xoxb-wrong' })).rejects.toThrow('invalid_auth');
});

test('a Slack that cannot be asked at the start is no reason not to start', async () => {
  const { workspace, log } = await openStage({ failing: { kind: 'status', status: 503 } });
  expect(log.map(line => line.msg)).toEqual([
    'The bot token could not be checked with Slack; a wrong one shows at the first reply.',
  ]);
  expect((await typeTalk(workspace, 'ceph')).message).toBeDefined();
});

describe('the bot token is proven', () => {
  async function prove(fault?: Fault) {
    const workspace = await startWorkspace();
    onTestFinished(() => workspace.close());
    if (fault !== undefined) workspace.fail('auth.test', fault, { times: 5 });
    const log: string[] = [];
    const logger = pino({ level: 'warn' }, { write: line => log.push(JSON.parse(line).msg) });
    const options = clientOptions({ apiUrl: workspace.apiUrl, log: logger });
    const answer = await proveToken(workspace.tokens.bot, options, logger).then(
      facts => facts && { ...facts, scopes: [...facts.scopes] },
      (thrown: Error) => thrown.message,
    );
    return { answer, log, calls: workspace.callsOf('auth.test').length };
  }

  test('by one call, which tells its scopes and its workspace', async () => {
    const scopes = ['commands', 'app_mentions:read', 'chat:write', 'im:history', 'users:read'];
    expect(await prove()).toEqual({
      answer: { scopes, isOrgWide: false, team: expect.stringMatching(/^T/) },
      log: [],
      calls: 1,
    });
  });

  test.each([
    'invalid_auth',
    'not_authed',
    'account_inactive',
    'token_revoked',
    'token_expired',
    'not_allowed_token_type',
  ])('to be useless where Slack says %s', async error => {
    expect(await prove({ kind: 'error', error })).toEqual({
      answer: expect.stringContaining(error),
      log: [],
      calls: 1,
    });
  });

  test.each<Fault>([
    { kind: 'error', error: 'internal_error' },
    { kind: 'status', status: 503 },
    { kind: 'reset' },
  ])('neither good nor bad by another failure, which is not retried: %j', async fault => {
    expect(await prove(fault)).toEqual({
      answer: undefined,
      log: ['The bot token could not be checked with Slack; a wrong one shows at the first reply.'],
      calls: 1,
    });
  });
});

test('scopes that Slack did not tell are asked for again when they are needed, once a minute', async () => {
  const facts = { scopes: new Set(['files:write']), isOrgWide: false, team: 'T1' };
  const answers = [undefined, undefined, facts];
  let [now, asked] = [0, 0];
  const log = pino({ level: 'silent' });
  const known = new KnownToken({ ask: async () => answers[asked++], now: () => now, log });
  await known.learn();
  const canSend = async () => {
    const before = known.facts()?.scopes.has('files:write') ?? false;
    await nextTurn();
    return [before, asked];
  };
  const seen: unknown[] = [];
  for (const at of [0, 59_999, 60_000, 60_001, 120_000, 120_001, 999_999]) {
    now = at;
    seen.push(await canSend());
  }
  expect(seen).toEqual([
    [false, 1],
    [false, 1],
    [false, 2],
    [false, 2],
    [false, 3],
    [true, 3],
    [true, 3],
  ]);
});
