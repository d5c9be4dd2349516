import { expect, test } from 'vitest';
import { LOBBY, MIRA, messagesOfApp, typeTalk } from '../support/slack-people.ts';
import { openStage } from '../support/stage.ts';

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

test('Slack refusing a reply for a moment costs the person nothing', async () => {
  const { workspace, log } = await openStage();
  workspace.fail('chat.postMessage', { kind: 'status', status: 503 }, { times: 2 });
  await workspace.mention({ user: MIRA, channel: LOBBY, text: 'ceph' });
  await workspace.when(() => messagesOfApp(workspace).at(-1));
  expect([messagesOfApp(workspace).length, log]).toEqual([1, []]);
});

test('Slack asking for a moment before a reply is no news', async () => {
  const { workspace, log } = await openStage();
  workspace.fail('chat.postMessage', { kind: 'rate_limited', retryAfterSeconds: 0 });
  workspace.fail('chat.postMessage', { kind: 'reset' });
  await workspace.mention({ user: MIRA, channel: LOBBY, text: 'ceph' });
  await workspace.when(() => messagesOfApp(workspace).at(-1));
  expect([messagesOfApp(workspace).length, log]).toEqual([1, []]);
});
