import { expect, test } from 'vitest';
import type { Feed } from '../../src/store/feeds.ts';
import { store } from '../support/store.ts';

const feed: Feed = {
  hash: 'a1',
  workspace: 'T0HARBOUR1',
  person: 'U0MIRA0001',
  conference: 'Lighthouse Days',
  subject: { kind: 'search', words: "track:storage '; drop table feeds; --" },
  createdAt: 1_809_846_000_000,
};
const mine: Feed = { ...feed, hash: 'b2', subject: { kind: 'mine' } };
const hers: Feed = { ...feed, hash: 'c3', person: 'U0JUNE0002' };
const elsewhere: Feed = { ...feed, hash: 'd4', workspace: 'T0OTHER001' };

test('keeps a feed as it was given', async () => {
  const { feeds } = store();
  for (const each of [feed, mine]) await feeds.add(each);
  expect(await feeds.find('a1')).toEqual(feed);
  expect(await feeds.find('b2')).toEqual(mine);
  expect(await feeds.find('A1')).toBe(undefined);
});

test('only its owner revokes a feed', async () => {
  const { feeds } = store();
  for (const each of [feed, mine, hers, elsewhere]) await feeds.add(each);
  expect(await feeds.count(feed)).toBe(2);
  expect(await feeds.revoke('a1', hers)).toBe(false);
  expect(await feeds.revoke('a1', elsewhere)).toBe(false);
  expect(await feeds.find('a1')).toEqual(feed);
  expect(await feeds.revoke('a1', feed)).toBe(true);
  expect(await feeds.revoke('a1', feed)).toBe(false);
  expect(await feeds.find('a1')).toBe(undefined);
});

test('a person revokes all their feeds but one', async () => {
  const { feeds } = store();
  for (const each of [feed, mine, hers, elsewhere]) await feeds.add(each);
  expect(await feeds.revokeOthers('b2', feed)).toBe(1);
  const left = await Promise.all(['a1', 'b2', 'c3', 'd4'].map(hash => feeds.find(hash)));
  expect(left).toEqual([undefined, mine, hers, elsewhere]);
});
