import { expect, test } from 'vitest';
import { copyDatabase } from '../../src/store/copy-database.ts';
import { dayPart, delivery, digest, digestKey, newDelivery, noChance } from '../support/digests.ts';
import { database, databaseFile, store } from '../support/store.ts';

const member = { workspace: 'T0HARBOUR1', person: 'U0MIRA0001' };
const star = { ...member, conference: 'harbour', talk: 'fog' };

/** A star, a digest, and messages of which one was sent and one was edited. */
async function filled(url: string): Promise<void> {
  const opened = store({ url });
  await opened.stars.star(star, 1000);
  await opened.digests.save(digest());
  await opened.deliveries.claim([[newDelivery(), newDelivery({ part: dayPart(1) })]]);
  await opened.sending.take([newDelivery()], { now: 2000, channelMs: 0, perMinute: 300 });
  await opened.sending.recordPosted({ ...newDelivery(), revision: 0 }, { channel: 'C1', ts: '1.1' });
  await opened.close();
}

test.each([
  ['a file', () => `file:${databaseFile()}`, database],
  ['the database of this run', database, () => `file:${databaseFile()}`],
])('%s is copied whole, and used as it was', async (_, from, to) => {
  const [source, target] = [from(), to()];
  await filled(source);
  const copied = await copyDatabase(source, target);
  expect(copied.filter(({ rows }) => rows > 0)).toEqual([
    { table: 'digests', rows: 1 },
    { table: 'deliveries', rows: 2 },
    { table: 'stars', rows: 1 },
  ]);
  const opened = store({ url: target });
  expect(await opened.digests.all()).toEqual([digest()]);
  expect(await opened.stars.starsOf(member)).toEqual(new Map([['harbour', new Set(['fog'])]]));
  expect(await opened.deliveries.ofDay(digestKey(), '2027-05-11')).toEqual([
    { ...delivery({ attempts: 1 }), state: 'posted', at: { channel: 'C1', ts: '1.1' } },
    delivery({ part: dayPart(1) }),
  ]);
  const next = await opened.sending.next({ now: 4000, channelMs: 0, perMinute: 300 }, noChance);
  expect(next.map(({ threadTs }) => threadTs)).toEqual(['1.1']);
  await expect(copyDatabase(source, target)).rejects.toThrow(/^The database to copy into is not empty/);
});
