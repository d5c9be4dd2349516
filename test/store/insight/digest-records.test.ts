import { expect, test } from 'vitest';
import type { ChannelPart } from '../../../src/store/delivery-part.ts';
import { dayPart, digestKey, newDelivery } from '../../support/digests.ts';
import { database, store } from '../../support/store.ts';

const PACE = { now: 2000, channelMs: 0, perMinute: 300 };
const WEEK = { from: 1000, to: 9000 };

test('a record counts what became of the messages of a time, and the reasons for refusals once', async () => {
  const { deliveries, sending, digestRecords } = store();
  const days = ['2027-05-09', '2027-05-10', '2027-05-11', '2027-05-12'];
  const refusal = { kind: 'notice', about: 'refusal', reason: 'not_in_channel' } as const;
  await deliveries.claim([
    ...days.map(day => [newDelivery({ day })]),
    [newDelivery({ day: '2027-05-01', dueAt: 999 })],
    [newDelivery({ day: '2027-05-13', dueAt: 9001 })],
    [newDelivery({ day: days[0] ?? '', channel: 'U0MIRA0001', part: refusal })],
    [newDelivery({ day: days[1] ?? '', channel: 'U0MIRA0001', part: refusal })],
    [newDelivery({ day: '', part: { kind: 'reminder', startsAt: 4000, sessions: 'fog' } })],
  ]);
  const [missed, unknown, posted] = days.map(day => ({
    ...digestKey(),
    digestId: 'lobby',
    day,
    part: dayPart(),
  }));
  if (missed === undefined || unknown === undefined || posted === undefined) throw new Error('No days.');
  const reminder = {
    ...missed,
    day: '',
    part: { kind: 'reminder', startsAt: 4000, sessions: 'fog' },
  } as const;
  await sending.recordMissed([missed, reminder], []);
  await sending.take([unknown, posted], PACE);
  await sending.recordUnknown(unknown, undefined, 3000);
  await sending.recordPosted({ ...posted, revision: 0 }, { channel: 'C0LOBBY001', ts: '1' });
  expect(await digestRecords.between([digestKey('other'), digestKey()], WEEK)).toEqual([
    { id: 'other', posted: 0, waiting: 0, unknown: 0, missed: 0, missedDays: [], refusals: [] },
    {
      ...{ id: 'lobby', posted: 1, waiting: 1, unknown: 1, missed: 2 },
      missedDays: ['2027-05-09'],
      refusals: ['not_in_channel'],
    },
  ]);
});

test('a rehearsal has records of its own', async () => {
  const url = database();
  await store({ url, run: 'rehearsal' }).deliveries.claim([[newDelivery()]]);
  const [record] = await store({ url }).digestRecords.between([digestKey()], WEEK);
  expect(record).toMatchObject({ posted: 0, waiting: 0 });
});

test('every kind of message to the channel counts', async () => {
  const { deliveries, digestRecords } = store();
  const parts: readonly ChannelPart[] = [
    { kind: 'day', position: 0 },
    { kind: 'change', version: 2 },
    { kind: 'changes', version: 2, changes: 'fog moved' },
    { kind: 'reminder', startsAt: 4000, sessions: 'fog' },
  ];
  await deliveries.claim(parts.map(part => [newDelivery({ part })]));
  expect(await digestRecords.between([digestKey()], WEEK)).toMatchObject([{ waiting: parts.length }]);
});
