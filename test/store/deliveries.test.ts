import { describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/open.ts';
import { dayPart, delivery, digest, digestKey, newDelivery, noChance } from '../support/digests.ts';
import { database, store } from '../support/store.ts';

const reply = newDelivery({ part: { kind: 'change', version: 2 } });
const reminder = newDelivery({
  day: '',
  part: { kind: 'reminder', startsAt: 9000, sessions: 'fingerprint' },
  talks: ['fog#0'],
});
const notice = newDelivery({ part: { kind: 'notice', about: 'end' }, channel: 'U1' });
const key = { workspace: 'T0HARBOUR1', digestId: 'lobby', day: '2027-05-11', part: dayPart() };
const pace = { now: 2000, channelMs: 0, perMinute: 300 };

async function withClaims(...groups: Parameters<Store['deliveries']['claim']>[0]): Promise<Store> {
  const opened = store();
  await opened.deliveries.claim(groups);
  return opened;
}

test('are counted by state, and say since when the oldest is due', async () => {
  const { deliveries, sending } = await withClaims(
    [newDelivery({ dueAt: 1500 })],
    [newDelivery({ part: dayPart(1), dueAt: 1700 })],
  );
  expect(await deliveries.oldestDue()).toBe(1500);
  await sending.take([key], pace);
  expect(await deliveries.countByState()).toEqual([
    { state: 'claimed', count: 1 },
    { state: 'sending', count: 1 },
  ]);
  expect([await deliveries.oldestDue(), await store().deliveries.oldestDue()]).toEqual([1700, undefined]);
});

describe('claiming', () => {
  test('is won once, all messages of a group together', async () => {
    const { deliveries } = store();
    const day = [newDelivery(), newDelivery({ part: dayPart(1) })];
    expect([await deliveries.claim([day]), await deliveries.claim([day])]).toEqual([[true], [false]]);
    expect(await deliveries.ofDay(digestKey(), '2027-05-11')).toEqual([
      delivery(),
      delivery({ part: dayPart(1) }),
    ]);
  });

  test('is won by one of several processes that share a file', async () => {
    const url = database();
    const stores = [store({ url }), store({ url }), store({ url })];
    const won = await Promise.all(
      Array.from({ length: 60 }, (_, day) =>
        Promise.all(stores.map(each => each.deliveries.claim([[newDelivery({ day: `day ${day}` })]]))),
      ),
    );
    expect(won.map(each => each.flat().filter(Boolean).length)).toEqual(Array.from({ length: 60 }, () => 1));
  });

  test('of a group whose first message is claimed leaves out the rest; a later one that is there is kept', async () => {
    const { deliveries } = await withClaims([newDelivery()]);
    expect(await deliveries.claim([[newDelivery(), newDelivery({ part: dayPart(1) })], []])).toEqual([
      false,
      true,
    ]);
    expect(await deliveries.ofDay(digestKey(), '2027-05-11')).toEqual([delivery()]);
    const other = newDelivery({ part: dayPart(1) });
    expect(await deliveries.claim([[other, newDelivery({ message: { text: 'New', blocks: [] } })]])).toEqual([
      true,
    ]);
    expect(await deliveries.find(key)).toEqual(delivery());
  });

  test('in a rehearsal does not count for the real day', async () => {
    const url = database();
    const real = store({ url });
    const rehearsal = store({ url, run: 'rehearsal' });
    expect(await rehearsal.deliveries.claim([[newDelivery()]])).toEqual([true]);
    expect(await real.deliveries.ofDay(digestKey(), '2027-05-11')).toEqual([]);
    expect(await real.deliveries.claim([[newDelivery()]])).toEqual([true]);
  });
});

describe('claiming again', () => {
  const later = newDelivery({
    message: { text: 'Later', blocks: [] },
    talks: ['x'],
    dueAt: 7000,
    until: 9000,
  });

  test('owes a missed message anew', async () => {
    const { deliveries, sending } = await withClaims([newDelivery()]);
    await sending.recordMissed([key], []);
    expect(await deliveries.reclaim([later])).toBe(true);
    expect(await deliveries.find(key)).toEqual(delivery(later));
  });

  test('ends the wait for another attempt', async () => {
    const { deliveries, sending, digests } = await withClaims([newDelivery()]);
    await digests.save(digest());
    await sending.take([key], pace);
    await sending.recordRefused(key, 8000);
    expect(await deliveries.reclaim([later])).toBe(true);
    expect((await sending.next({ ...pace, now: 7000 }, noChance)).map(next => next.key)).toEqual([key]);
  });

  test('leaves messages that were sent as they are', async () => {
    const { deliveries, sending } = await withClaims([newDelivery()]);
    await sending.take([key], pace);
    expect(await deliveries.reclaim([later])).toBe(false);
    await sending.recordUnknown(key, undefined, 2000);
    expect(await deliveries.reclaim([later])).toBe(false);
    await sending.confirm(key);
    expect(await deliveries.reclaim([later, newDelivery({ part: dayPart(1) })])).toBe(false);
    expect((await deliveries.find(key))?.message).toEqual(newDelivery().message);
  });
});

describe('the messages of a digest', () => {
  test('are found by day, in the order in which they are sent', async () => {
    const parts = [10, 2, 0, 1].map(position => newDelivery({ part: dayPart(position) }));
    const other = newDelivery({ day: '2027-05-12' });
    const { deliveries } = await withClaims([reply], parts, [other], [newDelivery({ digestId: 'other' })]);
    const found = await deliveries.ofDay(digestKey(), '2027-05-11');
    expect(found.map(({ part }) => part)).toEqual([
      ...[0, 1, 2, 10].map(position => dayPart(position)),
      reply.part,
    ]);
  });

  test('are found by key', async () => {
    const { deliveries } = await withClaims([newDelivery()], [reply]);
    expect(await deliveries.find(reply)).toEqual(delivery(reply));
    for (const other of [{ digestId: 'other' }, { day: '2027-05-12' }, { part: dayPart(1) }])
      expect(await deliveries.find({ ...key, ...other })).toBe(undefined);
  });

  test('tell of a day and later ones, unless they were missed', async () => {
    const days = ['2027-05-12', '2027-05-10', '2027-05-11'].map(day => [
      newDelivery({ day, part: dayPart(1) }),
      newDelivery({ day }),
    ]);
    const { deliveries, sending } = await withClaims(
      ...days,
      [reply],
      [notice],
      [newDelivery({ digestId: 'a', day: '2027-05-13' })],
      [newDelivery({ digestId: 'late', day: '2027-05-13' })],
    );
    await sending.recordMissed([newDelivery({ digestId: 'late', day: '2027-05-13' })], []);
    const found = await deliveries.daysFrom('2027-05-11');
    expect(found.map(({ digestId, day, part }) => `${digestId} ${day} ${part.position}`)).toEqual([
      'a 2027-05-13 0',
      'lobby 2027-05-11 0',
      'lobby 2027-05-11 1',
      'lobby 2027-05-12 0',
      'lobby 2027-05-12 1',
    ]);
  });

  test('have told of talks on other days, unless they were missed', async () => {
    const telling = (day: string, ...talks: string[]) => newDelivery({ day, talks });
    const { deliveries, sending } = await withClaims(
      [telling('2027-05-10', 'a', 'b')],
      [telling('2027-05-11', 'b', 'c')],
      [telling('2027-05-12', 'd')],
      [telling('2027-05-13', 'e')],
      [reply],
      [newDelivery({ digestId: 'other', day: '2027-05-10', talks: ['f'] })],
    );
    await sending.recordMissed([telling('2027-05-13')], []);
    expect(await deliveries.talksToldBy(digestKey(), { exceptOn: '2027-05-11' })).toEqual(
      new Set(['a', 'b', 'd']),
    );
  });

  test('have reminded of sessions', async () => {
    const { deliveries } = await withClaims(
      [newDelivery()],
      [reminder],
      [{ ...reminder, digestId: 'other' }],
    );
    expect(await deliveries.remindedSessions(digestKey())).toEqual(new Set(reminder.talks));
  });
});

test('a message gets another text, and counts how often', async () => {
  const { deliveries } = await withClaims([newDelivery()], [reply]);
  const message = { text: 'Moved', blocks: [{ type: 'divider' }] };
  await deliveries.update({ key, message, talks: ['a', 'b'] });
  await deliveries.update({ key, message, talks: ['a', 'b'] });
  expect(await deliveries.find(key)).toEqual({ ...delivery({ message, talks: ['a', 'b'] }), revision: 2 });
  expect(await deliveries.find(reply)).toEqual(delivery(reply));
});
