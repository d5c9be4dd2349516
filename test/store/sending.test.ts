import { describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/open.ts';
import { delivery, digest, owed } from '../support/digests.ts';
import { databaseFile, store } from '../support/store.ts';

const pace = (now: number) => ({ now, channelMs: 1000, perMinute: 300 });

async function nextParts({ sending }: Store, now: number, perMinute = 300): Promise<readonly string[]> {
  const next = await sending.next({ ...pace(now), perMinute });
  return next.map(({ digestId: of, part, threadTs }) =>
    [of, part, ...(threadTs ? [threadTs] : [])].join(' '),
  );
}

/** Ordered digests, each with a claimed day of so many parts in a channel of its own. */
async function withClaims(parts: Record<string, number>): Promise<Store> {
  const opened = store();
  for (const [id, count] of Object.entries(parts)) {
    await opened.digests.save(digest({ id, channel: `C-${id}` }));
    await opened.deliveries.claim([
      Array.from({ length: count }, (_, index) =>
        owed({ digestId: id, part: String(index), position: index, channel: `C-${id}`, inThread: index > 0 }),
      ),
    ]);
  }
  return opened;
}

const key = { digestId: 'a', day: '2027-05-11', part: '0' };

describe('claiming', () => {
  test('is won once, all messages of a day together', async () => {
    const { deliveries } = store();
    const day = [owed(), owed({ part: '1', position: 1, inThread: true })];
    expect([await deliveries.claim([day]), await deliveries.claim([day])]).toEqual([[true], [false]]);
    expect(await deliveries.of('lobby', '2027-05-11')).toEqual([
      delivery(),
      delivery({ part: '1', position: 1, inThread: true }),
    ]);
  });

  test('is won by one of several processes that share a file', async () => {
    const path = databaseFile();
    const stores = [store({ path }), store({ path }), store({ path })];
    const won = await Promise.all(
      Array.from({ length: 60 }, (_, day) =>
        Promise.all(stores.map(each => each.deliveries.claim([[owed({ day: `day ${day}` })]]))),
      ),
    );
    expect(won.map(each => each.flat().filter(Boolean).length)).toEqual(Array.from({ length: 60 }, () => 1));
  });

  test('in a rehearsal is none of the real day', async () => {
    const path = databaseFile();
    const real = store({ path });
    const rehearsal = store({ path, run: 'rehearsal' });
    expect(await rehearsal.deliveries.claim([[owed()]])).toEqual([true]);
    expect(await real.deliveries.of('lobby', '2027-05-11')).toEqual([]);
    expect(await real.deliveries.claim([[owed()]])).toEqual([true]);
  });
});

test('a clock that is set back makes no message wait until it has caught up', async () => {
  const opened = await withClaims({ a: 1, b: 1, c: 1 });
  await opened.sending.take(key, pace(4000));
  await opened.sending.take({ ...key, digestId: 'b' }, pace(4000));
  await opened.sending.refused({ ...key, digestId: 'b' }, 4300);
  await opened.deliveries.claim([[owed({ digestId: 'c', channel: 'C-a', part: '1' })]]);
  expect([await nextParts(opened, 1200), await nextParts(opened, 2500)]).toEqual([['c 0'], ['c 0']]);
  await opened.sending.clockIs(1200, 2800);
  expect(await nextParts(opened, 1499)).toEqual(['c 0']);
  expect(await nextParts(opened, 1500)).toEqual(['b 0', 'c 0']);
  expect(await nextParts(opened, 2201)).toEqual(['b 0', 'c 0', 'c 1']);
});

describe('what is sent next', () => {
  test('is what is due and still in time', async () => {
    const opened = await withClaims({ a: 1 });
    expect(await nextParts(opened, 999)).toEqual([]);
    expect(await nextParts(opened, 1000)).toEqual(['a 0']);
    expect(await nextParts(opened, 5000)).toEqual(['a 0']);
    expect(await nextParts(opened, 5001)).toEqual([]);
  });

  test("is everyone's first message before anyone's second", async () => {
    const opened = await withClaims({ a: 2, b: 2, c: 1 });
    expect(await nextParts(opened, 1000)).toEqual(['a 0', 'b 0', 'c 0']);
    await opened.sending.take(key, pace(1000));
    expect(await nextParts(opened, 1000)).toEqual(['b 0', 'c 0']);
    await opened.sending.posted({ ...key, revision: 0 }, { channel: 'C-a', ts: '1.1' });
    expect(await nextParts(opened, 2001)).toEqual(['b 0', 'c 0', 'a 1 1.1']);
  });

  test('is no part before those ahead of it have arrived', async () => {
    const opened = await withClaims({ a: 3 });
    const post = async (part: string, ts: string) =>
      opened.sending.posted({ ...key, part, revision: 0 }, { channel: 'C-a', ts });
    await opened.sending.take(key, pace(1000));
    await post('0', '1.1');
    await opened.sending.take({ ...key, part: '1' }, pace(2001));
    expect(await nextParts(opened, 4000)).toEqual([]);
    await post('1', '1.2');
    expect(await nextParts(opened, 4000)).toEqual(['a 2 1.1']);
  });

  test('is no part that is due before one ahead of it', async () => {
    const opened = store();
    await opened.digests.save(digest({ id: 'a' }));
    await opened.deliveries.claim([
      [owed({ digestId: 'a', dueAt: 2000 }), owed({ digestId: 'a', part: '1', position: 1, dueAt: 1000 })],
    ]);
    expect(await nextParts(opened, 1500)).toEqual([]);
    expect(await nextParts(opened, 2000)).toEqual(['a 0']);
  });

  test('keeps a second between two messages in a channel', async () => {
    const opened = await withClaims({ a: 2 });
    await opened.sending.take(key, pace(1000));
    await opened.sending.posted({ ...key, revision: 0 }, { channel: 'C-a', ts: '1.1' });
    expect(await nextParts(opened, 2000)).toEqual(['a 1 1.1']);
    expect(await nextParts(opened, 1999)).toEqual([]);
    expect(await opened.sending.take({ ...key, part: '1' }, pace(1999))).toBe(undefined);
  });

  test('keeps to so many a minute in the whole workspace', async () => {
    const opened = await withClaims({ a: 1, b: 1, c: 1, d: 1 });
    expect(await nextParts(opened, 1000, 2)).toEqual(['a 0', 'b 0']);
    await opened.sending.take(key, pace(1000));
    expect(await nextParts(opened, 3000, 2)).toEqual(['b 0']);
    await opened.sending.take({ ...key, digestId: 'b' }, pace(3000));
    expect(await nextParts(opened, 3500, 2)).toEqual([]);
  });

  test('is nothing of a digest that is paused or removed, except to its owner', async () => {
    const opened = await withClaims({ a: 1, b: 1 });
    await opened.digests.pause('a');
    await opened.digests.remove('b');
    await opened.deliveries.claim([
      [owed({ digestId: 'b', part: 'notice 1', kind: 'notice', channel: 'U1' })],
    ]);
    expect(await nextParts(opened, 1000)).toEqual(['b notice 1']);
    await opened.digests.resume('a', 1000);
    expect(await nextParts(opened, 1000)).toEqual(['a 0', 'b notice 1']);
  });

  test('is nothing for a channel in which something is to be tried again later', async () => {
    const opened = await withClaims({ a: 1 });
    await opened.digests.save(digest({ id: 'z', channel: 'C-a' }));
    await opened.deliveries.claim([[owed({ digestId: 'z', channel: 'C-a' })]]);
    await opened.sending.take(key, pace(1000));
    await opened.sending.refused(key, 3000);
    expect(await nextParts(opened, 2500)).toEqual([]);
    expect(await nextParts(opened, 3000)).toEqual(['a 0']);
  });
});

describe('a message', () => {
  test('is taken by one process only', async () => {
    const opened = await withClaims({ a: 1 });
    const taken = delivery({ digestId: 'a', channel: 'C-a', state: 'sending', attempts: 1, sendingAt: 1000 });
    expect(await opened.sending.take(key, pace(1000))).toEqual(taken);
    expect(await opened.sending.take(key, pace(4000))).toBe(undefined);
    expect(await opened.deliveries.find(key)).toEqual(taken);
  });

  test('of which nobody knows is asked about once, and repeated once', async () => {
    const opened = await withClaims({ a: 1 });
    const question = owed({ digestId: 'a', part: 'question 0', kind: 'notice', channel: 'U1' });
    const again = { message: { text: 'Again', blocks: [] }, until: 9000, repeated: true };
    await opened.sending.take(key, pace(1000));
    expect((await opened.sending.stuck(1001)).map(({ part }) => part)).toEqual(['0']);
    expect(await opened.sending.stuck(1000)).toEqual([]);
    expect(await opened.sending.unknown(key, question, 2000)).toBe(true);
    expect(await opened.sending.unknown(key, question, 2000)).toBe(false);
    expect((await opened.sending.unanswered(2000)).map(({ state }) => state)).toEqual(['unknown']);
    expect(await opened.sending.repeat(key, again)).toBe(true);
    expect(await opened.sending.there(key)).toBe(false);
    await opened.sending.take(key, pace(6000));
    await opened.sending.unknown(key, { ...question, part: 'question 0 again' }, 7000);
    expect(await opened.sending.unanswered(99_000)).toEqual([]);
    expect(await opened.sending.there(key)).toBe(true);
    expect((await opened.deliveries.find(key))?.state).toBe('posted');
  });

  test('whose answer comes late is posted all the same', async () => {
    const opened = await withClaims({ a: 1 });
    await opened.sending.take(key, pace(1000));
    await opened.sending.unknown(key, owed({ part: 'question', kind: 'notice' }), 2000);
    await opened.sending.posted({ ...key, revision: 0 }, { channel: 'C-a', ts: '1.1' });
    expect(await opened.sending.there(key)).toBe(false);
    expect((await opened.deliveries.find(key))?.ts).toBe('1.1');
  });

  test('that was refused is sent again, but not where nobody knows whether it arrived', async () => {
    const opened = await withClaims({ a: 1 });
    const stateOf = async () => (await opened.deliveries.find(key))?.state;
    await opened.sending.take(key, pace(1000));
    await opened.sending.refused(key, 2000);
    expect(await stateOf()).toBe('claimed');
    await opened.sending.take(key, pace(3000));
    await opened.sending.unknown(key, undefined, 4000);
    await opened.sending.refused(key, 5000);
    expect(await stateOf()).toBe('unknown');
    expect(await nextParts(opened, 5000)).toEqual([]);
  });

  test('that came too late is missed, and its notice is claimed with it', async () => {
    const opened = await withClaims({ a: 2 });
    const late = await opened.sending.overdue(5001);
    expect(late.map(({ part }) => part)).toEqual(['0', '1']);
    await opened.sending.miss(late, [
      owed({ digestId: 'a', part: 'notice missed', kind: 'notice', channel: 'U1', until: 9000 }),
    ]);
    expect(await opened.sending.overdue(5001)).toEqual([]);
    expect(await nextParts(opened, 6000)).toEqual(['a notice missed']);
  });
});

test('a message that reads otherwise is edited once it is posted', async () => {
  const opened = await withClaims({ a: 1 });
  await opened.sending.take(key, pace(1000));
  const told = { conference: 'Lighthouse', version: 0, talks: [], owed: [] };
  const message = { text: 'Moved', blocks: [] };
  await opened.told.tell({ ...told, reworded: [{ key, message, talks: ['a', 'b'] }] });
  expect(await opened.sending.stale(2000)).toEqual([]);
  await opened.sending.posted({ ...key, revision: 0 }, { channel: 'C-a', ts: '1.1' });
  const [stale] = await opened.sending.stale(2000);
  expect(stale).toMatchObject({ ...key, message, talks: ['a', 'b'], revision: 1, ts: '1.1' });
  expect(await opened.sending.takeEdit(key, 2000, 3000)).toBe(true);
  expect(await opened.sending.takeEdit(key, 2000, 3000)).toBe(false);
  await opened.sending.edited({ ...key, revision: 1 });
  expect(await opened.sending.stale(9000)).toEqual([]);
});
