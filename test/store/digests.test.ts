import { expect, test } from 'vitest';
import type { Digest } from '../../src/store/digests.ts';
import { digest, digestKey } from '../support/digests.ts';
import { database, store } from '../support/store.ts';

test('keeps an order as it was given', async () => {
  const { digests } = store();
  const plain = digest();
  const special = digest({
    id: 'special',
    workspace: 'T1',
    channel: 'C2',
    timeOfDay: '18:30',
    timeZone: 'Asia/Kathmandu',
    days: ['2027-05-11', '2027-05-12'],
    weekdays: [2, 3],
    eve: true,
    filters: 'track:"Quay & <Hall>" \'; drop table digests; --',
    reminders: true,
    language: 'ja',
    intro: 'Good *morning*!',
    closing: 'See you.',
    sponsor: 'Net Loft',
    sponsorLink: 'https://example.org/loft',
    span: 'week',
    onlyChanges: true,
    changesInChannel: true,
    mentionHere: true,
    paused: true,
    since: 1_809_846_000_000,
    failures: 2,
  });
  await digests.save(plain);
  await digests.save(special);
  expect(await digests.all()).toEqual([plain, special]);
  expect(await digests.inChannel('T1', 'C2')).toEqual([special]);
  expect(await digests.find(digestKey('special', 'T1'))).toEqual(special);
  expect(await digests.find(digestKey('nobody'))).toBe(undefined);
});

test('puts an order in the place of the one with its id', async () => {
  const { digests } = store();
  await digests.save(digest());
  await digests.save(digest({ timeOfDay: '09:15' }));
  expect(await digests.all()).toEqual([digest({ timeOfDay: '09:15' })]);
});

test('pauses, resumes and removes', async () => {
  const { digests } = store();
  await digests.save(digest({ failures: 3 }));
  await digests.pause(digestKey());
  expect(await digests.all()).toEqual([digest({ paused: true, failures: 3 })]);
  await digests.resume(digestKey(), 7000);
  expect(await digests.all()).toEqual([digest({ since: 7000 })]);
  await digests.remove(digestKey());
  expect(await digests.all()).toEqual([]);
});

test('counts failures in a row', async () => {
  const { digests } = store();
  await digests.save(digest());
  expect([await digests.countFailure(digestKey()), await digests.countFailure(digestKey())]).toEqual([1, 2]);
  await digests.clearFailures(digestKey());
  expect(await digests.countFailure(digestKey())).toBe(1);
  expect(await digests.countFailure(digestKey('removed'))).toBe(0);
});

test('takes an order of a time that is yet to come for one of now', async () => {
  const { digests } = store();
  await digests.save(digest({ id: 'a', since: 9000 }));
  await digests.save(digest({ id: 'b', since: 10 }));
  await digests.adjustToClock(500);
  expect((await digests.all()).map(({ id, since }) => [id, since])).toEqual([
    ['b', 10],
    ['a', 500],
  ]);
});

test('lists orders by when they were given, those of one instant by id', async () => {
  const { digests } = store();
  for (const [id, since] of [
    ['c', 5],
    ['b', 9],
    ['a', 9],
  ] as const)
    await digests.save(digest({ id, since, channel: id === 'c' ? 'C2' : 'C1' }));
  const idsOf = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);
  expect(idsOf(await digests.all())).toEqual(['c', 'a', 'b']);
  expect(idsOf(await digests.inChannel('T0HARBOUR1', 'C1'))).toEqual(['a', 'b']);
  expect(await digests.inChannel('T0HARBOUR1', 'C3')).toEqual([]);
});

test('tells the orders of a workspace from those of others', async () => {
  const url = database();
  const { digests } = store({ url });
  const [mine, others, old] = ['T1', 'T2', ''].map(workspace =>
    digest({ id: `of ${workspace}`, workspace, since: workspace === '' ? 0 : 1 }),
  ) as [Digest, Digest, Digest];
  for (const each of [mine, others, old]) await digests.save(each);
  expect(await digests.inWorkspace('T1')).toEqual([mine]);
  expect(await digests.inChannel('T2', mine.channel)).toEqual([others]);
  expect(await digests.inChannel('T1', 'C2')).toEqual([]);
  expect(await digests.find({ workspace: 'T1', id: old.id })).toBe(undefined);
  const alone = store({ url, isAlone: true }).digests;
  expect(await alone.inWorkspace('T1')).toEqual([old, mine]);
  expect(await alone.find({ workspace: 'T1', id: old.id })).toEqual(old);
  await alone.save({ ...old, workspace: 'T1' });
  expect(await digests.find({ workspace: 'T1', id: old.id })).toEqual({ ...old, workspace: 'T1' });
});

test('changes one order and no other', async () => {
  const { digests } = store();
  const other = digest({ id: 'other', failures: 1 });
  await digests.save(other);
  await digests.save(digest({ since: 1, failures: 1 }));
  await digests.pause(digestKey());
  await digests.countFailure(digestKey());
  await digests.resume(digestKey(), 2);
  await digests.clearFailures(digestKey());
  expect(await digests.find(digestKey('other'))).toEqual(other);
  await digests.remove(digestKey());
  expect(await digests.all()).toEqual([other]);
});

test('an order for no day at all stays one', async () => {
  const { digests } = store();
  await digests.save(digest({ days: [] }));
  expect((await digests.find(digestKey()))?.days).toEqual([]);
});

test('lists the orders of a person in all channels of their workspace', async () => {
  const { digests } = store();
  const orders = [
    digest(),
    digest({ id: 'quay', channel: 'C2' }),
    digest({ id: 'june', owner: 'U0JUNE0002' }),
    digest({ id: 'elsewhere', workspace: 'T2' }),
  ];
  for (const order of orders) await digests.save(order);
  expect(await digests.ownedBy({ workspace: 'T0HARBOUR1', person: 'U0MIRA0001' })).toEqual([
    digest(),
    digest({ id: 'quay', channel: 'C2' }),
  ]);
});
