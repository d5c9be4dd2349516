import { pino } from 'pino';
import { expect, test } from 'vitest';
import { RefusalLog } from '../../../src/slack/receiving/refusal-log.ts';
import { LIMITS, type Limits, limited, RequestLimits } from '../../../src/slack/receiving/request-limits.ts';
import type { Arguments } from '../../../src/slack/tell-person.ts';
import { read } from '../../support/read.ts';
import { answerTo, MIRA } from '../../support/slack-people.ts';
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

test('passes on a form that was filled in, Lectern’s own messages, a link, and what is of no person', async () => {
  const passed: string[] = [];
  const none: Limits = { person: { burst: 0, intervalMs: 1 }, workspace: { burst: 0, intervalMs: 1 } };
  const listener = limited(
    async ({ body }) => void passed.push(body.type),
    new RequestLimits(none, () => 0),
    new RefusalLog(pino({ enabled: false })),
  );
  const request = (type: string, context: object, more: object = {}) => {
    const args = {
      body: { type },
      context: { isEnterpriseInstall: false, teamId: 'T1', ...context },
      ...more,
    };
    return listener(args as unknown as Arguments);
  };
  await request('view_submission', { userId: 'U1' });
  await request('message', { userId: 'UBOT', botUserId: 'UBOT' });
  await request('link_shared', { userId: 'U1' }, { event: { type: 'link_shared' } });
  await request('tokens_revoked', {});
  await request('app_home_opened', { userId: 'U1' }, { event: { type: 'app_home_opened' } });
  expect(passed).toEqual(['view_submission', 'message', 'link_shared', 'tokens_revoked']);
});

const TOO_MUCH = 'That was a lot at once. Please try again in a few seconds.';
const TWO: Limits = { ...LIMITS, person: { burst: 2, intervalMs: 3_600_000 } };

test('each /talk of a person who asks too much is answered with a sentence, and the log has one line', async () => {
  const { workspace, log } = await openStage({ limits: TWO });
  const said: string[][] = [];
  for (const words of ['ceph', 'sails', 'fog', 'ropes'])
    said.push(read((await answerTo(workspace, words)).blocks));
  expect(said.slice(2)).toEqual([[TOO_MUCH], [TOO_MUCH]]);
  expect(log.map(({ level, msg }) => [level, msg])).toEqual([
    ['warn', 'One person sent more requests than the limit; they were left aside.'],
  ]);
});

test('a press too much is acknowledged before the sentence, which comes once', async () => {
  const { workspace } = await openStage({ limits: TWO });
  const answer = await answerTo(workspace, 'ceph');
  await answerTo(workspace, 'sails');
  workspace.fail('response_url', { kind: 'slow', delayMs: 400 });
  const pressed = [1, 2].map(() => workspace.click({ user: MIRA, in: answer, label: 'More' }));
  expect((await Promise.all(pressed)).map(({ error }) => error)).toEqual([undefined, undefined]);
  const sentences = await workspace.when(() => {
    const calls = workspace.callsOf('response_url');
    return calls.length > 0 ? calls : undefined;
  });
  // Slack has not answered the sentence yet.
  expect(sentences.map(({ response }) => response)).toEqual([undefined]);
});
