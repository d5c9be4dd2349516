import { describe, expect, test } from 'vitest';
import type { NewDelivery } from '../../src/store/delivery.ts';
import { writePart } from '../../src/store/delivery-part.ts';
import type { Store } from '../../src/store/open.ts';
import { dayPart, digest, digestKey, newDelivery, noChance } from '../support/digests.ts';
import { database, store } from '../support/store.ts';

const pace = (now: number) => ({ now, channelMs: 1000, perMinute: 300 });
const key = { workspace: 'T0HARBOUR1', digestId: 'a', day: '2027-05-11', part: dayPart() };
const there = { channel: 'C-a', ts: '1.1' };

/** `a 1 1.1`: the digest, the part and the thread. */
async function nextParts({ sending }: Store, now: number, perMinute = 300): Promise<readonly string[]> {
  const next = await sending.next({ ...pace(now), perMinute }, noChance);
  return next.map(({ key: { digestId, part }, threadTs }) =>
    [digestId, writePart(part), ...(threadTs ? [threadTs] : [])].join(' '),
  );
}

/** Ordered digests, each with a claimed day of so many parts in a channel of its own. */
async function withClaims(parts: Record<string, number>, opened = store()): Promise<Store> {
  for (const [id, count] of Object.entries(parts)) {
    await opened.digests.save(digest({ id, channel: `C-${id}` }));
    await opened.deliveries.claim([
      Array.from({ length: count }, (_, position) =>
        newDelivery({ digestId: id, part: dayPart(position), channel: `C-${id}` }),
      ),
    ]);
  }
  return opened;
}

describe('the next messages', () => {
  test('are due and in time', async () => {
    const opened = await withClaims({ a: 1 });
    expect(await nextParts(opened, 999)).toEqual([]);
    expect(await nextParts(opened, 1000)).toEqual(['a 0']);
    expect(await nextParts(opened, 5000)).toEqual(['a 0']);
    expect(await nextParts(opened, 5001)).toEqual([]);
  });

  test("are everyone's first before anyone's second", async () => {
    const opened = await withClaims({ a: 2, b: 2, c: 1 });
    expect(await nextParts(opened, 1000)).toEqual(['a 0', 'b 0', 'c 0']);
    await opened.sending.take([key], pace(1000));
    expect(await nextParts(opened, 1000)).toEqual(['b 0', 'c 0']);
    await opened.sending.recordPosted({ ...key, revision: 0 }, there);
    expect(await nextParts(opened, 2001)).toEqual(['b 0', 'c 0', 'a 1 1.1']);
  });

  test('are those that are due first, before earlier parts that are due later', async () => {
    const opened = await withClaims({ a: 1 });
    await opened.digests.save(digest({ id: 'b' }));
    await opened.deliveries.claim([[newDelivery({ digestId: 'b', channel: 'C-b', dueAt: 900 })]]);
    expect(await nextParts(opened, 1000)).toEqual(['b 0', 'a 0']);
  });

  test('are no part before those ahead of it have arrived', async () => {
    const opened = await withClaims({ a: 3 });
    const post = async (position: number, ts: string) =>
      opened.sending.recordPosted({ ...key, part: dayPart(position), revision: 0 }, { channel: 'C-a', ts });
    await opened.sending.take([key], pace(1000));
    await post(0, '1.1');
    await opened.sending.take([{ ...key, part: dayPart(1) }], pace(2001));
    expect(await nextParts(opened, 4000)).toEqual([]);
    await post(1, '1.2');
    expect(await nextParts(opened, 4000)).toEqual(['a 2 1.1']);
  });

  test('are no part that is due before one ahead of it', async () => {
    const opened = store();
    await opened.digests.save(digest({ id: 'a' }));
    const parts = [{}, { part: dayPart(1), dueAt: 5000 }, { part: dayPart(2) }];
    await opened.deliveries.claim([parts.map(part => newDelivery({ digestId: 'a', until: 9000, ...part }))]);
    await opened.sending.take([key], pace(1000));
    await opened.sending.recordPosted({ ...key, revision: 0 }, { channel: 'C-a', ts: '1.1' });
    expect(await nextParts(opened, 4999)).toEqual([]);
    expect(await nextParts(opened, 5000)).toEqual(['a 1 1.1']);
  });

  test('are a later part where nobody knows whether the one ahead of it arrived, but none whose thread is unknown', async () => {
    const opened = await withClaims({ a: 3 });
    await opened.sending.take([key], pace(1000));
    await opened.sending.recordUnknown(key, undefined, 1000);
    expect(await nextParts(opened, 4000)).toEqual([]);
    await opened.sending.recordPosted({ ...key, revision: 0 }, there);
    const second = { ...key, part: dayPart(1) };
    await opened.sending.take([second], pace(3000));
    await opened.sending.recordUnknown(second, undefined, 3000);
    expect(await nextParts(opened, 4001)).toEqual(['a 2 1.1']);
  });

  test('are those that can be sent, however many wait for a thread', async () => {
    const opened = await withClaims({ a: 602 });
    await opened.sending.take([key], pace(1000));
    await opened.sending.recordUnknown(key, undefined, 1000);
    const question = newDelivery({
      digestId: 'a',
      channel: 'U1',
      part: { kind: 'notice', about: 'end' },
      dueAt: 1001,
    });
    await opened.deliveries.claim([[question]]);
    expect(await nextParts(opened, 4000)).toEqual(['a notice ended']);
  });

  test('are a reply with changes only after all parts of its day', async () => {
    const opened = await withClaims({ a: 2 });
    const reply = newDelivery({ digestId: 'a', channel: 'C-a', part: { kind: 'change', version: 1 } });
    await opened.deliveries.claim([[reply]]);
    await opened.sending.take([key], pace(1000));
    await opened.sending.recordPosted({ ...key, revision: 0 }, there);
    expect(await nextParts(opened, 2001)).toEqual(['a 1 1.1']);
    const second = { ...key, part: dayPart(1) };
    await opened.sending.take([second], pace(2001));
    expect(await nextParts(opened, 3500)).toEqual([]);
    await opened.sending.recordPosted({ ...second, revision: 0 }, { channel: 'C-a', ts: '1.2' });
    expect(await nextParts(opened, 3500)).toEqual(['a change 1 1.1']);
  });

  test('are a reminder without any thread', async () => {
    const opened = await withClaims({ a: 1 });
    const part = { kind: 'reminder', startsAt: 9000, sessions: 'x' } as const;
    await opened.deliveries.claim([[newDelivery({ digestId: 'a', channel: 'C-b', day: '', part })]]);
    expect(await nextParts(opened, 1000)).toEqual(['a 0', 'a soon 9000 x']);
  });

  test('are none of a digest that is paused or removed, except to its owner', async () => {
    const opened = await withClaims({ a: 1, b: 1 });
    await opened.digests.pause(digestKey('a'));
    await opened.digests.remove(digestKey('b'));
    const notice = newDelivery({ digestId: 'b', part: { kind: 'notice', about: 'end' }, channel: 'U1' });
    await opened.deliveries.claim([[notice]]);
    expect(await nextParts(opened, 1000)).toEqual(['b notice ended']);
    await opened.digests.resume(digestKey('a'), 1000);
    expect(await nextParts(opened, 1000)).toEqual(['a 0', 'b notice ended']);
  });

  test('are none of another run', async () => {
    const url = database();
    await withClaims({ a: 1 }, store({ url, run: 'rehearsal' }));
    expect(await nextParts(store({ url }), 1000)).toEqual([]);
  });
});

describe('the limits of Slack', () => {
  test('leave a second between two messages in a channel', async () => {
    const opened = await withClaims({ a: 2 });
    await opened.sending.take([key], pace(1000));
    await opened.sending.recordPosted({ ...key, revision: 0 }, there);
    expect(await nextParts(opened, 2000)).toEqual(['a 1 1.1']);
    expect(await nextParts(opened, 1999)).toEqual([]);
    expect(await opened.sending.take([{ ...key, part: dayPart(1) }], pace(1999))).toEqual([]);
  });

  test('allow so many messages a minute in the whole workspace', async () => {
    const opened = await withClaims({ a: 1, b: 1, c: 1, d: 1 });
    expect(await nextParts(opened, 1000, 2)).toEqual(['a 0', 'b 0']);
    await opened.sending.take([key], pace(1000));
    expect(await nextParts(opened, 3000, 2)).toEqual(['b 0']);
    await opened.sending.take([{ ...key, digestId: 'b' }], pace(3000));
    expect(await nextParts(opened, 3500, 2)).toEqual([]);
  });

  test('count a message for a minute, of whichever run it is', async () => {
    const url = database();
    const [real, rehearsal] = [store({ url }), store({ url, run: 'rehearsal' })];
    await withClaims({ a: 1 }, rehearsal);
    await rehearsal.sending.take([key], pace(1000));
    await real.digests.save(digest({ id: 'b' }));
    await real.deliveries.claim([[newDelivery({ digestId: 'b', until: 99_000 })]]);
    expect(await nextParts(real, 60_999, 1)).toEqual([]);
    expect(await nextParts(real, 61_000, 1)).toEqual(['b 0']);
  });

  test('hold a channel in which a message waits for another attempt', async () => {
    const opened = await withClaims({ a: 1 });
    await opened.digests.save(digest({ id: 'z', channel: 'C-a' }));
    await opened.deliveries.claim([[newDelivery({ digestId: 'z', channel: 'C-a' })]]);
    await opened.sending.take([key], pace(1000));
    await opened.sending.recordRefused(key, 3000);
    expect(await nextParts(opened, 2500)).toEqual([]);
    expect(await nextParts(opened, 3000)).toEqual(['a 0']);
  });
});

describe('another workspace', () => {
  const other = { workspace: 'T2', id: 'z' };

  test('has channels of its own, although their ids are the same', async () => {
    const opened = await withClaims({ a: 2 });
    await opened.digests.save(digest({ ...other, channel: 'C-a' }));
    const [theirs, second] = [dayPart(), dayPart(1)].map(part =>
      newDelivery({ workspace: 'T2', digestId: 'z', channel: 'C-a', part }),
    ) as [NewDelivery, NewDelivery];
    await opened.deliveries.claim([[theirs, second]]);
    expect(await nextParts(opened, 1000)).toEqual(['a 0', 'z 0']);
    await opened.sending.take([key], pace(1000));
    await opened.sending.recordRefused(key, 4000);
    expect(await nextParts(opened, 1500)).toEqual(['z 0']);
    expect(await opened.sending.take([theirs], pace(1500))).toMatchObject([{ workspace: 'T2', attempts: 1 }]);
  });

  test('has a minute of its own', async () => {
    const opened = await withClaims({ a: 1, b: 1 });
    await opened.digests.save(digest(other));
    await opened.deliveries.claim([[newDelivery({ workspace: 'T2', digestId: 'z', channel: 'C-z' })]]);
    await opened.sending.take([key], pace(1000));
    expect(await nextParts(opened, 1500, 1)).toEqual(['z 0']);
  });

  test('has its turn, however many messages of the first are due', async () => {
    const opened = store();
    await opened.digests.save(digest({ id: 'a' }));
    const reminder = { kind: 'reminder', startsAt: 9000 } as const;
    await opened.deliveries.claim(
      Array.from({ length: 600 }, (_, at) => [
        newDelivery({ digestId: 'a', channel: `C${at}`, part: { ...reminder, sessions: `${at + 1000}` } }),
      ]),
    );
    await opened.digests.save(digest(other));
    await opened.deliveries.claim([[newDelivery({ workspace: 'T2', digestId: 'z', dueAt: 1001 })]]);
    expect((await nextParts(opened, 1001)).slice(0, 3)).toEqual([
      'a soon 9000 1000',
      'z 0',
      'a soon 9000 1001',
    ]);
  });
});

test('a clock that is set back makes no message wait until it has caught up', async () => {
  const opened = await withClaims({ a: 1, b: 1, c: 1 });
  await opened.sending.take([key], pace(4000));
  await opened.sending.take([{ ...key, digestId: 'b' }], pace(4000));
  await opened.sending.recordRefused({ ...key, digestId: 'b' }, 4300);
  await opened.digests.save(digest({ id: 'd', channel: 'C-a' }));
  await opened.deliveries.claim([[newDelivery({ digestId: 'd', channel: 'C-a' })]]);
  expect([await nextParts(opened, 1200), await nextParts(opened, 2500)]).toEqual([['c 0'], ['c 0']]);
  await opened.sending.adjustToClock(1200, 2800);
  expect(await nextParts(opened, 1499)).toEqual(['c 0']);
  expect(await nextParts(opened, 1500)).toEqual(['b 0', 'c 0']);
  expect(await nextParts(opened, 2201)).toEqual(['b 0', 'c 0', 'd 0']);
});
