import { describe, expect, test } from 'vitest';
import { read } from '../support/read.ts';
import { answerTo, LOBBY, last, MIRA, messagesOfApp, topModal } from '../support/slack-people.ts';
import { openStage } from '../support/stage.ts';

describe.each(['http', 'socket'] as const)('over %s', mode => {
  test('/talk ceph shows how many match and the first five, to that person alone', async () => {
    const { workspace } = await openStage({ mode });
    const message = await answerTo(workspace, 'ceph');
    expect(message.ephemeralFor).toBe(MIRA);
    expect(read(message.blocks)).toEqual([
      '7 talks for ceph (1 to 5)',
      'Tue 11 May · times in Europe/Madrid: 09:00 ({Tue 11 May 09:00–09:40} your time)',
      'Ceph at sea | Ada Lund · 09:00–09:40 · Quay Hall | How a ferry line runs Ceph on board.',
      '[Details][Share][Star]',
      ...[1, 2, 3, 4].flatMap(number => [
        `Lesson ${number} in Ceph | Ada Lund · ${hour(number)}:00–${hour(number)}:40 · Quay Hall | We show how Ceph heals after storm ${number}.`,
        '[Details][Share][Star]',
      ]),
      '[More]',
    ]);
    expect(message.text.split('\n').slice(0, 2)).toEqual([
      '7 talks for ceph.',
      '1. Ceph at sea, by Ada Lund, Tue 11 May 09:00–09:40, Quay Hall',
    ]);
  });

  test('a mention is answered in its thread, with the top three', async () => {
    const { workspace } = await openStage({ mode });
    const { message: asked } = await workspace.mention({ user: MIRA, channel: LOBBY, text: 'ceph' });
    const reply = await workspace.when(() =>
      workspace.messages.find(message => message.threadTs === asked.ts),
    );
    expect(reply.ephemeralFor).toBe(undefined);
    expect(read(reply.blocks).filter(line => line.startsWith('['))).toEqual([
      '[Details][Star]',
      '[Details][Star]',
      '[Details][Star]',
    ]);
    expect(last(read(reply.blocks))).toBe('4 more: type /talk and the same words in the channel.');
  });
});

function hour(number: number): string {
  return String(9 + number).padStart(2, '0');
}

test('an event that comes three times is answered once', async () => {
  const { workspace } = await openStage();
  const heard = [
    await workspace.mention({ user: MIRA, channel: LOBBY, text: 'ceph' }),
    await workspace.directMessage({ user: MIRA, text: 'ceph' }),
  ];
  for (const event of heard.flatMap(({ events }) => [...events, ...events])) await workspace.repeat(event);
  await workspace.directMessage({ user: MIRA, text: 'the end' });
  await workspace.when(() => (messagesOfApp(workspace).length >= 3 ? true : undefined));
  expect(messagesOfApp(workspace).map(message => read(message.blocks)[0])).toEqual([
    '7 talks for ceph (1 to 3)',
    '7 talks for ceph (1 to 5)',
    expect.stringContaining('the end'),
  ]);
});

test('a time zone that Slack gives too slowly keeps no other call waiting', async () => {
  const { workspace, log } = await openStage();
  workspace.fail('users.info', { kind: 'rate_limited', retryAfterSeconds: 60 });
  const results = await answerTo(workspace, 'radio silence');
  while (log.length === 0) await new Promise(resolve => setImmediate(resolve));
  expect(log).toMatchObject([
    { msg: "Slack did not give a reader's time zone (ratelimited); both times are shown." },
  ]);
  await workspace.click({ user: MIRA, in: results, label: 'Details', value: 'people/radio' });
  expect(await topModal(workspace)).toBeDefined();
  expect(workspace.callsOf('users.info')).toHaveLength(1);
});
