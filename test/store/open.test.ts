import { expect, test } from 'vitest';
import { digest } from '../support/digests.ts';
import { database, store } from '../support/store.ts';

test('several processes that start at once make one database', async () => {
  const url = database();
  const stores = [1, 2, 3, 4].map(() => store({ url }));
  await Promise.all(stores.map(each => each.digests.all()));
  await stores[0]?.digests.save(digest());
  expect(await stores[3]?.digests.all()).toEqual([digest()]);
});

test('what is kept is there after the process has ended', async () => {
  const url = database();
  const before = store({ url });
  await before.digests.save(digest());
  await before.close();
  expect(await store({ url }).digests.all()).toEqual([digest()]);
});
