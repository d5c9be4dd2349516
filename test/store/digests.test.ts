import { expect, test } from 'vitest';
import { digest } from '../support/digests.ts';
import { store } from '../support/store.ts';

test('keeps an order as it was given', async () => {
  const { digests } = store();
  const plain = digest();
  const special = digest({
    id: 'special',
    team: 'T1',
    channel: 'C2',
    timeOfDay: '18:30',
    timeZone: 'Asia/Kathmandu',
    days: ['2027-05-11', '2027-05-12'],
    eve: true,
    filters: 'track:"Quay & <Hall>" \'; drop table digests; --',
    reminders: true,
    paused: true,
    since: 1_809_846_000_000,
    failures: 2,
  });
  await digests.save(plain);
  await digests.save(special);
  expect(await digests.all()).toEqual([plain, special]);
  expect(await digests.inChannel('C2')).toEqual([special]);
  expect(await digests.find('special')).toEqual(special);
  expect(await digests.find('nobody')).toBe(undefined);
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
  await digests.pause('lobby');
  expect(await digests.all()).toEqual([digest({ paused: true, failures: 3 })]);
  await digests.resume('lobby', 7000);
  expect(await digests.all()).toEqual([digest({ since: 7000 })]);
  await digests.remove('lobby');
  expect(await digests.all()).toEqual([]);
});

test('counts failures in a row', async () => {
  const { digests } = store();
  await digests.save(digest());
  expect([await digests.countFailure('lobby'), await digests.countFailure('lobby')]).toEqual([1, 2]);
  await digests.clearFailures('lobby');
  expect(await digests.countFailure('lobby')).toBe(1);
  expect(await digests.countFailure('removed')).toBe(0);
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
