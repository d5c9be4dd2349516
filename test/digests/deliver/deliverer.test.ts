import { describe, expect, test } from 'vitest';
import { clearUp, startDeliverer } from '../../../src/digests/deliver/deliverer.ts';
import { LOBBY, OWNER, posted, withDigest } from '../../support/desk.ts';
import { dayPart, digest, digestKey, newDelivery } from '../../support/digests.ts';
import { lighthouseBut, lighthouseDays } from '../../support/lighthouse-days.ts';
import { database, execute, store } from '../../support/store.ts';

const FIRST = `2027-05-11 by ${OWNER}
Lamps, Tue 11 May 09:00–10:00, Quay Hall
Lenses, Tue 11 May 10:00–11:00, Quay Hall
Fog, Tue 11 May 11:00–12:00, Quay Hall`;
const SECOND = `part 1
Foghorns, Tue 11 May 15:00–16:00, Quay Hall`;

describe('a digest', () => {
  test('is posted at its time, the rest in its thread a second later', async () => {
    const made = await withDigest();
    await made.until('2027-05-11T08:10Z');
    expect(made.in(LOBBY)).toEqual([`08:00:00 ${FIRST}`, `08:00:02 ${SECOND}`]);
    expect(made.posted.map(({ threadTs }) => threadTs)).toEqual([undefined, '1.0']);
  });

  test('is posted once by three processes on one database', async () => {
    const made = await withDigest();
    await made.until('2027-05-11T08:10Z', { by: [made.process(), made.process(), made.process()] });
    expect(made.in(LOBBY)).toEqual([`08:00:00 ${FIRST}`, `08:00:02 ${SECOND}`]);
  });

  test('that was ordered before the clock was set back is posted, and no channel waits for the old time', async () => {
    const made = await withDigest({}, { at: '2027-05-11T08:54:58Z' });
    await made.store.digests.save(digest({ id: 'later', timeOfDay: '08:55', timeZone: 'UTC' }));
    const by = [made.process()];
    await made.until('2027-05-11T08:56Z', { by });
    await made.store.digests.save(digest({ id: 'new', timeZone: 'UTC', since: made.now }));
    made.now = Date.parse('2027-05-11T07:59:58Z');
    await made.until('2027-05-11T08:00:10Z', { by });
    expect(made.in(LOBBY).filter(text => text.startsWith('08:0'))).toEqual([
      `08:00:00 ${FIRST}`,
      `08:00:02 ${SECOND}`,
    ]);
  });

  test('tells a change a minute after the clock was set back, and not at the old time', async () => {
    const made = await posted();
    const by = [made.process()];
    await made.until('2027-05-11T08:06Z', { by });
    made.show(lighthouseDays(lighthouseBut('Fog', 'gone')));
    made.now = Date.parse('2027-05-11T07:30Z');
    await made.until('2027-05-11T07:32Z', { by });
    expect(made.in(LOBBY).at(-1)).toMatch(/^07:31:\d\d Changed: /);
  });

  test('says that it is a rehearsal where it is one', async () => {
    const made = await withDigest({}, { rehearsal: true });
    await made.until('2027-05-11T08:00Z');
    expect(made.in(LOBBY)).toEqual([`08:00:00 Rehearsal. ${FIRST}`]);
  });

  test('that is paused half-way goes on where it was when it is resumed', async () => {
    const made = await withDigest();
    await made.until('2027-05-11T08:00:00Z');
    await made.store.digests.pause(digestKey());
    await made.until('2027-05-11T08:59:59Z');
    await made.store.digests.resume(digestKey(), made.now);
    await made.until('2027-05-11T09:10Z');
    expect(made.in(LOBBY)).toEqual([`08:00:00 ${FIRST}`, `08:59:59 ${SECOND}`]);
  });
});

describe('delivery', () => {
  test('finishes what is in flight when it is stopped', async () => {
    const made = await withDigest({}, { at: '2027-05-11T08:00Z' });
    const { post } = made.context;
    let answer = () => {};
    const answered = new Promise<void>(resolve => {
      answer = resolve;
    });
    made.context.post = async (...args) => {
      await answered;
      return post(...args);
    };
    const running = startDeliverer(made.context);
    expect(running.storeState()).toBe('unknown');
    let isStopped = false;
    const stopping = running.stop().then(() => {
      isStopped = true;
    });
    await expect.poll(() => running.storeState()).toBe('ok');
    expect(isStopped).toBe(false);
    answer();
    await stopping;
    expect(made.in(LOBBY).length).toBe(1);
    expect((await made.store.deliveries.ofDay(digestKey(), '2027-05-11')).map(({ state }) => state)).toEqual([
      'posted',
      'claimed',
    ]);
  });

  test('plans nothing before it is known what workspaces chose', async () => {
    const made = await withDigest();
    made.context.areChoicesKnown = () => false;
    const by = [made.process()];
    await made.until('2027-05-11T08:00:05Z', { by });
    expect(made.in(LOBBY)).toEqual([]);
    made.context.areChoicesKnown = () => true;
    await made.until('2027-05-11T08:00:07Z', { by });
    expect(made.in(LOBBY)).toEqual([`08:00:06 ${FIRST}`]);
  });

  test('plans once a second, and sends at each look', async () => {
    const made = await withDigest();
    const process = made.process();
    let plans = 0;
    const { digests } = made.store;
    const all = digests.all.bind(digests);
    digests.all = () => {
      plans += 1;
      return all();
    };
    for (let look = 0; look < 8; look += 1, made.now += 250) await process.tick();
    expect(plans).toBe(2);
    await process.settled();
  });
});

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
  const key = { workspace: 'T0HARBOUR1', digestId: 'lobby', day: '2027-05-11', part: dayPart() };
  const reminder = newDelivery({ day: '', part: { kind: 'reminder', startsAt: 5000, sessions: 'x' } });

  /** A claimed message is cleared up at 5001, just after it was of use. */
  async function cleared(claim = newDelivery(), given: Parameters<typeof digest>[0] = {}) {
    const made = await withDigest({ ...given }, { at: 5001 });
    await made.store.deliveries.claim([[claim]]);
    await clearUp(made.context);
    const notices = await made.store.deliveries.ofDay(digestKey(), '2027-05-11');
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
    expect((await store.deliveries.ofDay(digestKey(), '2027-05-11')).length).toBe(2);
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
    expect(await made.store.deliveries.ofDay(digestKey('removed'), '2027-05-11')).toHaveLength(1);
  });
});

test('a message that a process was killed over is asked about after half a minute', async () => {
  const made = await withDigest();
  const pace = { now: made.now, channelMs: 0, perMinute: 300 };
  const key = { workspace: 'T0HARBOUR1', digestId: 'lobby', day: '2027-05-11', part: dayPart() };
  await made.store.deliveries.claim([[newDelivery({ dueAt: made.now, until: made.now + 3_600_000 })]]);
  await made.store.sending.take([key], pace);
  await made.until('2027-05-11T08:00:28Z');
  expect(made.in(OWNER)).toEqual([]);
  await made.until('2027-05-11T08:00:30Z');
  expect(made.in(OWNER)).toEqual(['08:00:29 Is it there? lobby 2027-05-11 0']);
});

test('acts that are older than an hour are deleted though nobody acts again, in a rehearsal too', async () => {
  let realNow = 0;
  const url = database();
  const opened = store({ url, realNow: () => realNow });
  const { acts } = store({ url, run: 'rehearsal', realNow: () => realNow });
  for (const each of [opened.acts, acts])
    await each.record({ workspace: 'T1', person: 'U1' }, async () => ({ kind: 'star', stars: [] }));
  const made = await withDigest({}, { store: opened });
  const left = async () => (await execute(url, 'select run from acts')).length;
  realNow = 60 * 60 * 1000;
  await clearUp(made.context);
  expect(await left()).toBe(2);
  realNow += 1;
  const process = made.process();
  await process.tick();
  await process.settled();
  expect(await left()).toBe(0);
});
