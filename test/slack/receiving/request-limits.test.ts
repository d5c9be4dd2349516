import { pino } from 'pino';
import { expect, test } from 'vitest';
import { RefusalLog } from '../../../src/slack/receiving/refusal-log.ts';
import { LIMITS, type Limits, limited, RequestLimits } from '../../../src/slack/receiving/request-limits.ts';
import type { Arguments } from '../../../src/slack/tell-person.ts';
import { read } from '../../support/read.ts';
import { answerTo, LOBBY, MIRA, messagesOfApp, typeTalk } from '../../support/slack-people.ts';
import { openStage } from '../../support/stage.ts';

const FEW: Limits = {
  person: { burst: 3, intervalMs: 1000 },
  workspace: { burst: 5, intervalMs: 100 },
};

/** A clock that stands, and how requests of these people end, one after the other. */
function counting(limits: Limits) {
  const clock = { now: 0 };
  const counted = new RequestLimits(limits, () => clock.now);
  const take = (...people: readonly string[]) =>
    people.map(name => {
      const [workspace = '', person = ''] = name.split(' ');
      return counted.take({ workspace, person }) ?? 'taken';
    });
  return { clock, counted, take };
}

test('takes so many of a person at once, then one in each interval, and counts others apart', () => {
  const { clock, take } = counting(FEW);
  expect(take('T1 ada', 'T1 ada', 'T1 ada', 'T1 ada', 'T2 ada')).toEqual([
    ...['taken', 'taken', 'taken', 'person', 'taken'],
  ]);
  clock.now = 999;
  expect(take('T1 ada')).toEqual(['person']);
  clock.now = 1000;
  expect(take('T1 ada', 'T1 ada')).toEqual(['taken', 'person']);
  clock.now = 60_000;
  expect(take('T1 ada', 'T1 ada', 'T1 ada', 'T1 ada')).toEqual(['taken', 'taken', 'taken', 'person']);
});

test('takes so many of a workspace, whoever asks there, and no less of another', () => {
  const { clock, take } = counting(FEW);
  expect(take('T1 a', 'T1 b', 'T1 c', 'T1 d', 'T1 e', 'T1 f', 'T2 a')).toEqual([
    ...['taken', 'taken', 'taken', 'taken', 'taken', 'workspace', 'taken'],
  ]);
  clock.now = 100;
  expect(take('T1 g', 'T1 h')).toEqual(['taken', 'workspace']);
});

test('tells a person once in ten seconds', () => {
  const { clock, counted } = counting(FEW);
  const mira = { workspace: 'T1', person: 'mira' };
  const told = [0, 1, 9999, 10_000, 10_001].map(now => {
    clock.now = now;
    return counted.mayTell(mira);
  });
  expect(told).toEqual([true, false, false, true, false]);
});

test('passes on a form that was filled in, Lectern’s own messages, and what is of no person', async () => {
  const passed: string[] = [];
  const none: Limits = { person: { burst: 0, intervalMs: 1 }, workspace: { burst: 0, intervalMs: 1 } };
  const listener = limited(
    async ({ body }) => void passed.push(body.type),
    new RequestLimits(none, () => 0),
    new RefusalLog(pino({ enabled: false })),
  );
  const request = (type: string, context: object) =>
    listener({ body: { type }, context: { isEnterpriseInstall: false, ...context } } as unknown as Arguments);
  await request('view_submission', { userId: 'U1', teamId: 'T1' });
  await request('message', { userId: 'UBOT', botUserId: 'UBOT', teamId: 'T1' });
  await request('tokens_revoked', { teamId: 'T1' });
  await request('app_home_opened', { userId: 'U1', teamId: 'T1' });
  expect(passed).toEqual(['view_submission', 'message', 'tokens_revoked']);
});

test('a person who asks too much is told so once, and the buttons still end without a warning', async () => {
  const { workspace, log } = await openStage({
    limits: { ...LIMITS, person: { burst: 2, intervalMs: 3_600_000 } },
  });
  const answer = await answerTo(workspace, 'ceph');
  await answerTo(workspace, 'sails');
  expect(read((await answerTo(workspace, 'fog')).blocks)).toEqual([
    'That was a lot at once. Please try again in a few seconds.',
  ]);
  const count = messagesOfApp(workspace).length;
  await workspace.click({ user: MIRA, in: answer, label: 'More' });
  await workspace.mention({ user: MIRA, channel: LOBBY, text: 'ceph' });
  await typeTalk(workspace, 'ceph');
  expect(messagesOfApp(workspace).length).toBe(count);
  expect(log.map(({ level, msg }) => [level, msg])).toContainEqual([
    'warn',
    'Requests were left aside: a person asks more than Lectern answers.',
  ]);
});
