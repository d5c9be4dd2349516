import { describe, expect, test } from 'vitest';
import { backoffMs, sendNext } from '../../../src/digests/deliver/send.ts';
import { LOBBY, makeAll, OWNER, withDigest } from '../../support/desk.ts';
import { digest, digestKey, newDelivery } from '../../support/digests.ts';

test('waits twice as long after each attempt, up to a minute', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 99].map(attempts => backoffMs(attempts, () => 1))).toEqual([
    1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000,
  ]);
});

test('waits by chance between half of that and all of it', () => {
  expect([0, 0.5, 1].map(chance => backoffMs(3, () => chance))).toEqual([2000, 3000, 4000]);
});

describe('where Slack refuses for certain', () => {
  const refused = { kind: 'refused', retryAfterMs: undefined, reason: 'ECONNREFUSED' } as const;

  test('it is tried again, at growing intervals', async () => {
    const made = await withDigest();
    made.answers.push(...Array.from({ length: 4 }, () => refused));
    await made.until('2027-05-11T08:00:30Z');
    expect(made.in(LOBBY).map(text => text.slice(0, 8))).toEqual(['08:00:15', '08:00:17']);
  });

  test('it is tried again when Slack says', async () => {
    const made = await withDigest();
    made.answers.push({ kind: 'refused', retryAfterMs: 42_000, reason: 'ratelimited' });
    await made.until('2027-05-11T08:01:30Z');
    expect(made.in(LOBBY).map(text => text.slice(0, 8))).toEqual(['08:00:42', '08:00:44']);
  });

  test('one channel does not hold up another', async () => {
    const made = await withDigest();
    await made.store.digests.save(digest({ id: 'other', channel: 'C2', timeZone: 'UTC' }));
    made.answers.push({ kind: 'refused', retryAfterMs: 60_000, reason: 'ratelimited' });
    await made.until('2027-05-11T08:00:05Z');
    expect(made.in('C2').map(text => text.slice(0, 8))).toEqual(['08:00:00', '08:00:02']);
  });

  test('for 90 minutes from eight on, it is posted once when Slack is back', async () => {
    const made = await withDigest();
    const isDown = () => made.now < Date.parse('2027-05-11T09:30Z');
    const { post } = made.context;
    made.context.post = (...args) => (isDown() ? Promise.resolve(refused) : post(...args));
    await made.until('2027-05-11T12:00Z');
    expect(made.posted.length).toBe(2);
    expect(Date.parse('2027-05-11T09:31:05Z')).toBeGreaterThan(
      made.posted[0]?.at ?? Number.POSITIVE_INFINITY,
    );
    expect(made.in(OWNER)).toEqual([]);
  });

  test('for longer than it is worth, it is missed and its owner told', async () => {
    const made = await withDigest();
    made.answers.push(...Array.from({ length: 1000 }, () => refused));
    await made.until('2027-05-11T11:00:00Z');
    made.answers.length = 0;
    await made.until('2027-05-11T11:05:00Z');
    expect(made.in(LOBBY)).toEqual([]);
    expect(made.in(OWNER).map(text => text.slice(9))).toEqual(['Missed: 2027-05-11']);
  });

  test('for longer than several digests are worth, each owner is told once, beside other notices', async () => {
    const made = await withDigest();
    for (const [id, owner, timeOfDay] of [
      ['second', OWNER, '08:00'],
      ['later', OWNER, '08:30'],
      ['of June', 'U0JUNE0002', '08:00'],
    ] as const)
      await made.store.digests.save(digest({ id, owner, channel: `C ${id}`, timeOfDay, timeZone: 'UTC' }));
    const { post } = made.context;
    made.context.post = async () => ({ kind: 'revoked', reason: 'token_revoked' });
    await made.until('2027-05-11T12:30Z');
    const refusal = newDelivery({
      part: { kind: 'notice', about: 'refusal', reason: 'is_archived' },
      channel: OWNER,
      dueAt: made.now,
      until: made.now + 24 * 60 * 60_000,
      message: { text: 'Refused', blocks: [] },
    });
    await made.store.deliveries.claim([[refusal]]);
    made.context.post = post;
    await made.until('2027-05-11T13:30Z');
    const missed = 'Missed: 2027-05-11';
    expect(made.posted.map(({ channel, text }) => `${channel} ${text}`).sort()).toEqual([
      `U0JUNE0002 ${missed}`,
      `${OWNER} ${missed} + ${missed} + ${missed}`,
      `${OWNER} Refused`,
    ]);
    const states = await made.store.deliveries.countByState();
    expect(states.find(({ state }) => state === 'posted')?.count).toBe(5);
  });
});

describe('where Slack forbids it', () => {
  const forbidden = { kind: 'forbidden', reason: 'not_in_channel' } as const;

  test('the owner is told at once; where that is mended, it is posted', async () => {
    const made = await withDigest();
    made.answers.push(forbidden);
    await made.until('2027-05-11T08:15Z');
    expect(made.in(OWNER).map(text => text.slice(9))).toEqual(['Refused: not_in_channel']);
    expect(made.in(LOBBY).map(text => text.slice(0, 8))).toEqual(['08:10:00', '08:10:02']);
    expect((await made.store.digests.find(digestKey()))?.failures).toBe(0);
  });

  test('three times in a row, it is paused and the owner told', async () => {
    const made = await withDigest();
    made.answers.push(forbidden, 'taken', forbidden, forbidden);
    await made.until('2027-05-11T12:00Z');
    expect(made.in(OWNER)).toEqual([
      '08:00:01 Refused: not_in_channel',
      '08:21:00 Refused: not_in_channel, paused',
    ]);
    expect(await made.store.digests.find(digestKey())).toMatchObject({ paused: true, failures: 3 });
    expect(made.in(LOBBY)).toEqual([]);
  });
});

describe('at a time', () => {
  async function withDue(count: number) {
    const made = await withDigest({}, { at: 2000 });
    for (let index = 0; index < count; index += 1) {
      const id = String(index).padStart(2, '0');
      await made.store.digests.save(digest({ id }));
      await made.store.deliveries.claim([[newDelivery({ digestId: id, channel: `C${id}` })]]);
    }
    return made;
  }

  test.each([
    [0, 20],
    [1, 19],
    [19, 1],
    [20, 0],
    [30, 0],
  ])('beside %i calls in flight it begins %i more', async (inFlight, begun) => {
    const made = await withDue(25);
    const calls = await sendNext(made.context, new Map([['T0HARBOUR1', inFlight]]));
    await makeAll(calls);
    expect([calls.length, made.posted.length]).toEqual([begun, begun]);
  });

  test('no more than 280 messages are sent a minute', async () => {
    const made = await withDue(300);
    for (let look = 0; look < 20; look += 1) await makeAll(await sendNext(made.context, new Map()));
    expect(made.posted.length).toBe(280);
    made.now += 60_000;
    await made.store.deliveries.reclaim(
      Array.from({ length: 300 }, (_, id) =>
        newDelivery({ digestId: String(id).padStart(2, '0'), channel: `C${id}`, until: made.now }),
      ),
    );
    await makeAll(await sendNext(made.context, new Map()));
    expect(made.posted.length).toBe(300);
  });

  test('of those that are due at once, each process begins with others, and each sends what the other did not take', async () => {
    const made = await withDue(25);
    let chance = 25;
    made.context.random = () => {
      chance -= 1;
      return chance / 25;
    };
    await makeAll(await sendNext(made.context, new Map()));
    const lastFirst = Array.from({ length: 20 }, (_, place) => `C${String(24 - place).padStart(2, '0')}`);
    expect(made.posted.map(({ channel }) => channel).sort()).toEqual(lastFirst.sort());
    await makeAll(await sendNext(made.context, new Map()));
    expect(made.posted.length).toBe(25);
  });

  test('a message that another process took is not sent', async () => {
    const made = await withDue(1);
    const both = await Promise.all([sendNext(made.context, new Map()), sendNext(made.context, new Map())]);
    await makeAll(both.flat());
    expect([both.flat().length, made.posted.length]).toEqual([1, 1]);
  });
});

describe('another workspace', () => {
  const elsewhere = digest({ id: 'z', workspace: 'T2', timeZone: 'UTC', since: 1 });

  test('has its digest at eight, however many are due in the first', async () => {
    const made = await withDigest({ ...elsewhere });
    for (let at = 0; at < 400; at += 1) {
      await made.store.digests.save(digest({ id: `a${at}`, channel: `C1${at}`, timeZone: 'UTC' }));
      await made.store.deliveries.claim([
        [
          newDelivery({
            digestId: `a${at}`,
            channel: `C1${at}`,
            dueAt: made.now,
            until: made.now + 9_000_000,
          }),
        ],
      ]);
    }
    await made.until('2027-05-11T08:00:03Z');
    expect(made.in(LOBBY).map(text => text.slice(0, 8))).toContain('08:00:00');
    expect(made.posted.length).toBeGreaterThan(20);
  });

  test('does not wait while Slack limits the first', async () => {
    const made = await withDigest({ channel: 'C1' });
    await made.store.digests.save({ ...elsewhere, channel: 'C2' });
    const { post } = made.context;
    made.context.post = async (channel, message, to) =>
      to.workspace === 'T2'
        ? post(channel, message, to)
        : { kind: 'refused', retryAfterMs: 60_000, reason: 'ratelimited' };
    await made.until('2027-05-11T08:00:05Z');
    expect([made.in('C1'), made.in('C2').length]).toEqual([[], 2]);
  });

  test('has calls in flight of its own', async () => {
    const made = await withDigest({ ...elsewhere });
    await made.store.deliveries.claim([
      [newDelivery({ workspace: 'T2', digestId: 'z', dueAt: 0, until: made.now + 1000 })],
    ]);
    const inFlight = new Map([['T0HARBOUR1', 99]]);
    expect((await sendNext(made.context, inFlight)).length).toBe(1);
    expect((await sendNext(made.context, new Map([...inFlight, ['T3', 1]]))).length).toBe(0);
  });
});

test('what is due in a workspace that Lectern was removed from is given up, with a word to the log', async () => {
  const made = await withDigest();
  made.context.post = async () => ({ kind: 'uninstalled', reason: 'Lectern is not installed.' });
  await made.until('2027-05-11T08:20Z');
  const kept = await made.store.deliveries.ofDay(digestKey(), '2027-05-11');
  expect(kept.map(({ state, attempts }) => [state, attempts])).toEqual([
    ['missed', 1],
    ['claimed', 0],
  ]);
  expect(made.log.filter(({ reason }) => reason !== undefined)).toMatchObject([
    {
      workspace: 'T0HARBOUR1',
      digest: 'lobby',
      msg: 'A message is not posted: its workspace has no Lectern.',
    },
  ]);
});

describe('where Slack takes the token of the workspace no more', () => {
  async function revokedUntil(again: string) {
    const made = await withDigest();
    const { post } = made.context;
    let tries = 0;
    made.context.post = async (...args) => {
      if (made.now >= Date.parse(again)) return post(...args);
      tries += 1;
      return { kind: 'revoked', reason: 'token_revoked' };
    };
    await made.until(again);
    const triesBefore = tries;
    await made.until(Date.parse(again) + 15 * 60_000);
    expect(made.log.filter(({ reason }) => reason !== undefined)).toEqual([]);
    expect(await made.store.digests.find(digestKey())).toMatchObject({ paused: false, failures: 0 });
    return { triesBefore, lobby: made.in(LOBBY).length, owner: made.in(OWNER).map(text => text.slice(9)) };
  }

  test('and Lectern is installed again in time, it is posted and nobody is bothered', async () => {
    expect(await revokedUntil('2027-05-11T09:00Z')).toEqual({ triesBefore: 6, lobby: 2, owner: [] });
  });

  test('for longer than it is worth, its owner is told once, when Lectern is installed again', async () => {
    expect(await revokedUntil('2027-05-11T16:00Z')).toEqual({
      triesBefore: 48,
      lobby: 0,
      owner: ['Missed: 2027-05-11'],
    });
  });
});
