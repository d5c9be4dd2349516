import { describe, expect, test } from 'vitest';
import { clearUp } from '../../../src/digests/deliver/clear-up.ts';
import { LOBBY, OWNER, withDigest } from '../../support/desk.ts';
import { dayPart, type digest, newDelivery } from '../../support/digests.ts';

const FIRST = `2027-05-11 by ${OWNER}
Lamps, Tue 11 May 09:00–10:00, Quay Hall
Lenses, Tue 11 May 10:00–11:00, Quay Hall
Fog, Tue 11 May 11:00–12:00, Quay Hall`;

describe('after a restart', () => {
  test('what was due within three hours is posted', async () => {
    const made = await withDigest({}, { at: '2027-05-11T11:00Z' });
    await made.until('2027-05-11T11:00:10Z');
    expect(made.in(LOBBY)).toEqual([`11:00:00 ${FIRST}`]);
  });

  test('what was due earlier is not, and its owner is told once', async () => {
    const made = await withDigest({}, { at: '2027-05-11T11:00:01Z' });
    await made.until('2027-05-11T11:00:20Z');
    await made.until('2027-05-11T11:01Z');
    expect(made.in(LOBBY)).toEqual([]);
    expect(made.in(OWNER)).toEqual(['11:00:01 Missed: 2027-05-11']);
  });

  test('nothing is posted past the last session, and several days are told of in one message', async () => {
    const made = await withDigest({}, { at: '2027-05-12T10:30Z' });
    await made.until('2027-05-12T10:30:20Z');
    expect(made.in(LOBBY)).toEqual([]);
    expect(made.in(OWNER)).toEqual(['10:30:00 Missed: 2027-05-11, 2027-05-12']);
  });

  test('what is posted stays posted', async () => {
    const made = await withDigest();
    await made.until('2027-05-11T08:10Z');
    await made.until('2027-05-11T20:00Z');
    expect(made.posted.length).toBe(2);
  });
});

describe('messages that are too late', () => {
  const key = { digestId: 'lobby', day: '2027-05-11', part: dayPart() };
  const reminder = newDelivery({ day: '', part: { kind: 'reminder', startsAt: 5000, sessions: 'x' } });

  /** A claimed message is cleared up at 5001, just after it was of use. */
  async function cleared(claim = newDelivery(), given: Parameters<typeof digest>[0] = {}) {
    const made = await withDigest({ ...given }, { at: 5001 });
    await made.store.deliveries.claim([[claim]]);
    await clearUp(made.context);
    const notices = await made.store.deliveries.ofDay('lobby', '2027-05-11');
    return { ...made, notices: notices.filter(({ part }) => part.kind === 'notice') };
  }

  test('are missed, and the notice goes out once', async () => {
    const { store, context, notices, log } = await cleared();
    expect(await store.deliveries.find(key)).toMatchObject({ state: 'missed' });
    expect(notices.map(({ part, channel, dueAt, until }) => ({ part, channel, dueAt, until }))).toEqual([
      {
        part: { kind: 'notice', about: 'missed', until: 5000 },
        channel: OWNER,
        dueAt: 5001,
        until: 5001 + 24 * 3_600_000,
      },
    ]);
    await clearUp(context);
    expect((await store.deliveries.ofDay('lobby', '2027-05-11')).length).toBe(2);
    expect(log).toMatchObject([
      {
        digest: 'lobby',
        days: ['2027-05-11'],
        messages: 1,
        msg: 'Messages were too late and are not posted.',
      },
    ]);
  });

  test('stay claimed until their last instant', async () => {
    const { store } = await cleared(newDelivery({ until: 5001 }));
    expect(await store.deliveries.find(key)).toMatchObject({ state: 'claimed' });
  });

  test('are not told to the owner of a paused digest, nor if they are no day', async () => {
    expect((await cleared(newDelivery(), { paused: true })).notices).toEqual([]);
    const { store, notices } = await cleared(reminder);
    expect(notices).toEqual([]);
    expect(await store.deliveries.find(reminder)).toMatchObject({ state: 'missed' });
  });

  test('are missed also if their digest was removed', async () => {
    const made = await withDigest({}, { at: 5001 });
    await made.store.deliveries.claim([[newDelivery({ digestId: 'removed' })]]);
    await clearUp(made.context);
    expect(await made.store.deliveries.find({ ...key, digestId: 'removed' })).toMatchObject({
      state: 'missed',
    });
    expect(await made.store.deliveries.ofDay('removed', '2027-05-11')).toHaveLength(1);
  });
});

test('a message that a process was killed over is asked about after half a minute', async () => {
  const made = await withDigest();
  const pace = { now: made.now, channelMs: 0, perMinute: 300 };
  const key = { digestId: 'lobby', day: '2027-05-11', part: dayPart() };
  await made.store.deliveries.claim([[newDelivery({ dueAt: made.now, until: made.now + 3_600_000 })]]);
  await made.store.sending.take(key, pace);
  await made.until('2027-05-11T08:00:28Z');
  expect(made.in(OWNER)).toEqual([]);
  await made.until('2027-05-11T08:00:30Z');
  expect(made.in(OWNER)).toEqual(['08:00:29 Is it there? lobby 2027-05-11 0']);
});
