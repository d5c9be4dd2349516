import { describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/open.ts';
import { dayPart, delivery, digest, digestKey, newDelivery, noChance } from '../support/digests.ts';
import { database, store } from '../support/store.ts';

const pace = (now: number) => ({ now, channelMs: 1000, perMinute: 300 });
const key = { workspace: 'T0HARBOUR1', digestId: 'a', day: '2027-05-11', part: dayPart() };
const at = { channel: 'C-a', ts: '1.1' };
const claimed = newDelivery({ digestId: 'a', channel: 'C-a' });

/** A digest with a claimed day of so many parts. */
async function withParts(count = 1, opened = store()): Promise<Store> {
  await opened.digests.save(digest({ id: 'a', channel: 'C-a' }));
  await opened.deliveries.claim([
    Array.from({ length: count }, (_, position) => ({ ...claimed, part: dayPart(position) })),
  ]);
  return opened;
}

/** The same, with its first part sent at 1000 and no answer yet. */
async function withSent(): Promise<Store> {
  const opened = await withParts();
  await opened.sending.take([key], pace(1000));
  return opened;
}

function question(attempts: number) {
  return newDelivery({
    digestId: 'a',
    part: { kind: 'notice', about: 'doubt', part: dayPart(), attempts },
    channel: 'U1',
  });
}

test('a message is taken by one process only', async () => {
  const opened = await withParts();
  const taken = { ...delivery({ ...claimed, attempts: 1 }), state: 'sending' };
  expect(await opened.sending.take([key], pace(1000))).toEqual([taken]);
  expect(await opened.sending.take([key], pace(4000))).toEqual([]);
  expect(await opened.deliveries.find(key)).toEqual(taken);
});

test('a message that was posted is known by where it stands', async () => {
  const opened = await withSent();
  await opened.sending.recordPosted({ ...key, revision: 0 }, { channel: 'D-a', ts: '1.1' });
  expect(await opened.deliveries.find(key)).toEqual({
    ...delivery({ ...claimed, attempts: 1 }),
    state: 'posted',
    at: { channel: 'D-a', ts: '1.1' },
  });
});

describe('an unknown message', () => {
  const again = { message: { text: 'Again', blocks: [] }, until: 9000, repeated: true };

  test('is asked about once, and repeated once', async () => {
    const { sending, deliveries } = await withSent();
    expect(await sending.recordUnknown(key, question(1), 2000)).toBe(true);
    expect(await sending.recordUnknown(key, question(2), 2000)).toBe(false);
    const keptOf = async () =>
      (await deliveries.ofDay(digestKey('a'), '2027-05-11')).map(({ part, state }) => [part, state]);
    expect(await keptOf()).toEqual([
      [dayPart(), 'unknown'],
      [question(1).part, 'claimed'],
    ]);
    expect(await sending.repeat(key, again)).toBe(true);
    expect(await sending.repeat(key, again)).toBe(false);
    expect(await sending.confirm(key)).toBe(false);
    expect(await deliveries.find(key)).toEqual(delivery({ ...claimed, ...again, attempts: 1 }));
    await sending.take([key], pace(6000));
    await sending.recordUnknown(key, question(2), 7000);
    expect(await sending.unanswered(99_000)).toEqual([]);
    expect(await sending.confirm(key)).toBe(true);
    expect(await deliveries.find(key)).toMatchObject({ state: 'posted', at: undefined });
  });

  test('is unanswered from the instant on at which its owner was asked', async () => {
    const { sending } = await withSent();
    await sending.recordUnknown(key, question(1), 2000);
    const partsAt = async (now: number) => (await sending.unanswered(now)).map(({ part }) => part);
    expect([await partsAt(1999), await partsAt(2000)]).toEqual([[], [dayPart()]]);
    await sending.adjustToClock(1500, 600);
    expect([await partsAt(1499), await partsAt(1500)]).toEqual([[], [dayPart()]]);
  });

  test('whose answer comes late is posted all the same', async () => {
    const { sending, deliveries } = await withSent();
    await sending.recordUnknown(key, question(1), 2000);
    await sending.recordPosted({ ...key, revision: 0 }, at);
    expect(await sending.confirm(key)).toBe(false);
    expect(await deliveries.find(key)).toMatchObject({ state: 'posted', at });
  });

  test('is not sent again by a refusal', async () => {
    const { sending, deliveries } = await withSent();
    await sending.recordUnknown(key, undefined, 4000);
    await sending.recordRefused(key, 5000);
    expect((await deliveries.find(key))?.state).toBe('unknown');
    expect(await sending.next(pace(5000), noChance)).toEqual([]);
  });
});

test('a refused message is claimed again', async () => {
  const { sending, deliveries } = await withSent();
  await sending.recordRefused(key, 2000);
  expect(await deliveries.find(key)).toEqual(delivery({ ...claimed, attempts: 1 }));
  expect([
    await sending.next(pace(1999), noChance),
    (await sending.next(pace(2000), noChance)).length,
  ]).toEqual([[], 1]);
});

describe('a forbidden message', () => {
  const refusal = newDelivery({ digestId: 'a', part: { kind: 'notice', about: 'refusal', reason: 'x' } });

  test('is claimed again, counted, and its owner told', async () => {
    const { sending, deliveries, digests } = await withSent();
    await sending.recordForbidden(key, 2000, failures => {
      expect(failures).toBe(1);
      return { isPaused: false, notice: refusal };
    });
    expect((await deliveries.find(key))?.state).toBe('claimed');
    expect(await deliveries.find(refusal)).toEqual(delivery(refusal));
    expect(await digests.find(digestKey('a'))).toMatchObject({ failures: 1, paused: false });
    expect(await sending.next(pace(1999), noChance)).toEqual([{ key: keyOf(refusal), threadTs: undefined }]);
  });

  test('pauses its digest if that follows', async () => {
    const { sending, digests } = await withSent();
    await sending.recordForbidden(key, 2000, () => ({ isPaused: true, notice: refusal }));
    expect(await digests.find(digestKey('a'))).toMatchObject({ failures: 1, paused: true });
  });

  test('changes nothing if it was settled before, or if what follows fails', async () => {
    const { sending, deliveries, digests } = await withSent();
    const failing = sending.recordForbidden(key, 2000, () => {
      throw new Error('No words.');
    });
    await expect(failing).rejects.toThrow('No words.');
    expect(await digests.find(digestKey('a'))).toMatchObject({ failures: 0 });
    await sending.recordPosted({ ...key, revision: 0 }, at);
    await sending.recordForbidden(key, 2000, () => ({ isPaused: true, notice: refusal }));
    expect(await digests.find(digestKey('a'))).toMatchObject({ failures: 0, paused: false });
    expect(await deliveries.find(refusal)).toBe(undefined);
  });
});

describe('a message that is left behind', () => {
  test('is overdue after its last instant, and missed together with a notice', async () => {
    const { sending, deliveries } = await withParts(2);
    expect(await sending.overdue(5000)).toEqual([]);
    const late = await sending.overdue(5001);
    expect(late.map(({ part }) => part)).toEqual([dayPart(), dayPart(1)]);
    const part = { kind: 'notice', about: 'missed', until: 5000 } as const;
    const notice = newDelivery({ digestId: 'a', part, until: 9000 });
    await sending.recordMissed(late, [notice]);
    expect(await sending.overdue(5001)).toEqual([]);
    const kept = await deliveries.ofDay(digestKey('a'), '2027-05-11');
    expect(kept.map(({ state }) => state).sort()).toEqual(['claimed', 'missed', 'missed']);
  });

  test('is not missed while it is sent, or once it is posted', async () => {
    const { sending, deliveries } = await withSent();
    await sending.recordMissed([key], []);
    expect((await deliveries.find(key))?.state).toBe('sending');
    await sending.recordPosted({ ...key, revision: 0 }, at);
    await sending.recordMissed([key], []);
    expect((await deliveries.find(key))?.state).toBe('posted');
  });

  test('is missed if nobody knows whether it arrived', async () => {
    const { sending, deliveries } = await withSent();
    await sending.recordUnknown(key, undefined, 2000);
    await sending.recordMissed([key], []);
    expect((await deliveries.find(key))?.state).toBe('missed');
    expect(await sending.confirm(key)).toBe(false);
  });

  test('is stuck if it was sent before an instant', async () => {
    const { sending } = await withSent();
    expect(await sending.stuck(1000)).toEqual([]);
    expect((await sending.stuck(1001)).map(({ part }) => part)).toEqual([dayPart()]);
  });

  test('is stuck by the clock of its own run, after that was set back', async () => {
    const url = database();
    const [real, rehearsal] = [await withParts(1, store({ url })), store({ url, run: 'rehearsal' })];
    await real.sending.take([key], pace(4000));
    await rehearsal.sending.adjustToClock(1000, 3000);
    expect(await real.sending.stuck(4000)).toEqual([]);
    await real.sending.adjustToClock(1000, 3000);
    expect((await real.sending.stuck(1001)).length).toBe(1);
  });
});

describe('a message with another text', () => {
  const message = { text: 'Moved', blocks: [] };

  /** Another text that is known before Slack has answered. */
  async function withUpdate(): Promise<Store> {
    const opened = await withSent();
    await opened.deliveries.update({ key, message, talks: ['a', 'b'] });
    return opened;
  }

  test('is edited once it is posted, by one process', async () => {
    const { sending } = await withUpdate();
    expect(await sending.stale(2000, [])).toEqual([]);
    await sending.recordPosted({ ...key, revision: 0 }, at);
    expect(await sending.stale(2000, [])).toEqual([
      {
        ...delivery({ ...claimed, message, talks: ['a', 'b'], revision: 1, attempts: 1 }),
        ...{ state: 'posted', at },
      },
    ]);
    expect(await sending.takeEdit(key, 2000, 3000)).toBe(true);
    expect(await sending.takeEdit(key, 2000, 3000)).toBe(false);
    expect(await sending.stale(2999, [])).toEqual([]);
    expect((await sending.stale(3000, [])).length).toBe(1);
    await sending.recordEdited({ ...key, revision: 1 });
    expect(await sending.stale(9000, [])).toEqual([]);
  });

  test('is edited again if the text changed meanwhile', async () => {
    const { sending, deliveries } = await withUpdate();
    await sending.recordPosted({ ...key, revision: 0 }, at);
    await sending.takeEdit(key, 2000, 3000);
    await deliveries.update({ key, message, talks: [] });
    await sending.recordEdited({ ...key, revision: 1 });
    expect((await sending.stale(2000, [])).map(({ revision }) => revision)).toEqual([2]);
  });

  test('waits until Slack takes the edit', async () => {
    const { sending } = await withUpdate();
    await sending.recordPosted({ ...key, revision: 0 }, at);
    await sending.delayEdits(key, 7000);
    expect([await sending.stale(6999, []), (await sending.stale(7000, [])).length]).toEqual([[], 1]);
  });

  test('waits with all others of its workspace, and is not looked for where edits pause', async () => {
    const opened = await withUpdate();
    const { sending } = opened;
    await sending.recordPosted({ ...key, revision: 0 }, at);
    const others = await Promise.all(
      [key.workspace, 'T2'].map(async workspace => {
        const other = newDelivery({
          ...claimed,
          workspace,
          digestId: `other of ${workspace}`,
          channel: 'C0CORRIDOR',
        });
        await opened.deliveries.claim([[other]]);
        await sending.take([keyOf(other)], pace(2000));
        await sending.recordPosted({ ...keyOf(other), revision: 0 }, at);
        await opened.deliveries.update({ key: keyOf(other), message, talks: [] });
        return other;
      }),
    );
    expect(others.length).toBe(2);
    const staleIn = async (now: number, paused: readonly string[]) =>
      (await sending.stale(now, paused)).map(({ workspace }) => workspace);
    expect(await staleIn(3000, [])).toEqual([key.workspace, 'T2']);
    expect(await staleIn(3000, [key.workspace])).toEqual(['T2']);
    expect(await staleIn(3000, [key.workspace, 'T2'])).toEqual([]);
    await sending.delayEdits(key, 7000);
    expect([await staleIn(6999, []), await staleIn(7000, [])]).toEqual([['T2'], [key.workspace, 'T2']]);
  });

  test('is not edited if nobody knows where it stands', async () => {
    const { sending } = await withUpdate();
    await sending.recordUnknown(key, undefined, 2000);
    await sending.confirm(key);
    expect(await sending.stale(9000, [])).toEqual([]);
  });
});

function keyOf({ workspace, digestId, day, part }: typeof claimed) {
  return { workspace, digestId, day, part };
}
