import { describe, expect, test } from 'vitest';
import { dayComposer } from '../../../src/digests/compose/compose-day.ts';
import { answerQuestion } from '../../../src/digests/deliver/doubt.ts';
import { planNow } from '../../../src/digests/plan/plan-days.ts';
import type { Digest } from '../../../src/store/digests.ts';
import { type Desk, type DeskOptions, desk } from '../../support/desk.ts';
import { dayPart, digest } from '../../support/digests.ts';
import { lighthouse } from '../../support/lighthouse-days.ts';

const LOBBY = 'C0LOBBY001';
const OWNER = 'U0MIRA0001';

const FIRST = `2027-05-11 by ${OWNER}
Lamps, Tue 11 May 09:00–10:00, Quay Hall
Lenses, Tue 11 May 10:00–11:00, Quay Hall
Fog, Tue 11 May 11:00–12:00, Quay Hall`;
const SECOND = `part 1
Foghorns, Tue 11 May 15:00–16:00, Quay Hall`;

/** What was posted behind the first message, without its time. */
function afterTheFirst(made: Desk): readonly string[] {
  return made
    .in(LOBBY)
    .slice(1)
    .map(text => text.slice(9));
}

/** A desk with one order for eight in the morning of UTC. */
async function withDigest(given: Partial<Digest> = {}, options: Partial<DeskOptions> = {}): Promise<Desk> {
  const made = desk({ programme: lighthouse, at: '2027-05-11T07:59:58Z', ...options });
  await made.store.digests.save(digest({ timeZone: 'UTC', ...given }));
  return made;
}

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

  test('that cannot be made is told to the log, and holds up no other', async () => {
    const made = await withDigest({ id: 'broken', channel: 'C2' });
    await made.store.digests.save(digest({ timeZone: 'UTC' }));
    const { compose } = made.context.messages;
    const breaking: typeof compose = (order, ...rest) => {
      if (order.id === 'broken') throw new Error('A mistake of ours.');
      return compose(order, ...rest);
    };
    Object.assign(made.context.messages, { compose: breaking });
    await made.until('2027-05-11T08:10Z');
    expect(made.posted.map(({ channel }) => channel)).toEqual([LOBBY, LOBBY]);
    expect(made.log.filter(({ level }) => level === 50)).toMatchObject([
      { digest: 'broken', err: { message: 'A mistake of ours.' } },
    ]);
  });

  test('whose days cannot be told is told to the log once, and holds up no other', async () => {
    const made = await withDigest({ id: 'broken', timeZone: 'Atlantis/Lost' });
    await made.store.digests.save(digest({ timeZone: 'UTC' }));
    await made.until('2027-05-11T08:10Z');
    expect(made.in(LOBBY)).toEqual([`08:00:00 ${FIRST}`, `08:00:02 ${SECOND}`]);
    expect(made.log.filter(({ level }) => level === 50)).toMatchObject([{ digest: 'broken' }]);
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

  test('says that it is a rehearsal where it is one', async () => {
    const made = await withDigest({}, { rehearsal: true });
    await made.until('2027-05-11T08:00Z');
    expect(made.in(LOBBY)).toEqual([`08:00:00 Rehearsal. ${FIRST}`]);
  });

  test('that is paused, removed or of other days is not posted', async () => {
    const made = await withDigest({ paused: true });
    await made.store.digests.save(digest({ id: 'other days', timeZone: 'UTC', days: ['2027-05-12'] }));
    await made.until('2027-05-11T08:00:10Z');
    expect(made.posted).toEqual([]);
  });

  test('that is paused half-way goes on where it was when it is resumed', async () => {
    const made = await withDigest();
    await made.until('2027-05-11T08:00:00Z');
    await made.store.digests.pause('lobby');
    await made.until('2027-05-11T08:59:59Z');
    await made.store.digests.resume('lobby', made.now);
    await made.until('2027-05-11T09:10Z');
    expect(made.in(LOBBY)).toEqual([`08:00:00 ${FIRST}`, `08:59:59 ${SECOND}`]);
  });

  test('that is wanted now is not posted again at its time', async () => {
    const made = await withDigest({}, { at: '2027-05-11T07:00Z' });
    const planning = { context: made.context, composeDay: dayComposer(made.context) };
    const order = digest({ timeZone: 'UTC' });
    expect(await planNow(order, '2027-05-11', planning)).toBe('claimed');
    expect(await planNow(order, '2027-05-11', planning)).toBe('claimed');
    expect(await planNow(order, '2027-05-20', planning)).toBe('nothing to say');
    await made.until('2027-05-11T08:10Z');
    expect(await planNow(order, '2027-05-11', planning)).toBe('there already');
    expect(made.in(LOBBY)).toEqual([`07:00:00 ${FIRST}`, `07:00:02 ${SECOND}`]);
  });
});

describe('a digest that is wanted now', () => {
  async function wanted(made: Desk, day = '2027-05-11') {
    const planning = { context: made.context, composeDay: dayComposer(made.context) };
    return planNow(digest({ timeZone: 'UTC' }), day, planning);
  }

  test('is made up for where its day was missed', async () => {
    const made = await withDigest({}, { at: '2027-05-11T11:30Z' });
    await made.until('2027-05-11T11:30:20Z');
    expect([made.in(LOBBY), await wanted(made), await wanted(made)]).toEqual([[], 'claimed', 'claimed']);
    await made.until('2027-05-11T20:00Z');
    expect(made.in(LOBBY)).toEqual([`11:30:21 ${FIRST}`, `11:30:23 ${SECOND}`]);
    expect(await wanted(made)).toBe('there already');
  });

  test('gets the part that was missed', async () => {
    const made = await withDigest();
    made.answers.push('taken', { kind: 'refused', retryAfterMs: 4 * 3_600_000, reason: 'ratelimited' });
    await made.until('2027-05-11T12:00Z');
    expect(made.in(LOBBY)).toEqual([`08:00:00 ${FIRST}`]);
    expect(await wanted(made)).toBe('claimed');
    await made.until('2027-05-11T12:10Z');
    expect(afterTheFirst(made)).toEqual([SECOND]);
  });

  test('is tried again at once where Slack has refused it', async () => {
    const made = await withDigest();
    made.answers.push({ kind: 'forbidden', reason: 'not_in_channel' });
    await made.until('2027-05-11T08:01Z');
    expect(await wanted(made)).toBe('claimed');
    await made.until('2027-05-11T08:01:10Z');
    expect(made.in(LOBBY).map(text => text.slice(0, 8))).toEqual(['08:01:01', '08:01:03']);
  });

  test('is marked where it may be there already', async () => {
    const made = await withDigest();
    made.answers.push('lost answer');
    await made.until('2027-05-11T08:29Z');
    made.answers.push({ kind: 'refused', retryAfterMs: 2_000_000, reason: 'ratelimited' });
    await made.until('2027-05-11T12:00Z');
    expect([made.in(LOBBY).length, await wanted(made)]).toEqual([1, 'claimed']);
    await made.until('2027-05-11T12:10Z');
    expect(afterTheFirst(made)).toEqual([`(possibly repeated) ${FIRST}`, SECOND]);
  });

  test('is not posted while nobody knows whether it is there', async () => {
    const made = await withDigest();
    made.answers.push('lost answer');
    await made.until('2027-05-11T08:01Z');
    expect(await wanted(made)).toBe('in doubt');
    await made.until('2027-05-11T08:02Z');
    expect(made.in(LOBBY).length).toBe(1);
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
    Object.assign(made.context, {
      post: (...args: Parameters<typeof post>) => (isDown() ? Promise.resolve(refused) : post(...args)),
    });
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
});

describe('where Slack forbids it', () => {
  const forbidden = { kind: 'forbidden', reason: 'not_in_channel' } as const;

  test('the owner is told at once; where that is mended, it is posted', async () => {
    const made = await withDigest();
    made.answers.push(forbidden);
    await made.until('2027-05-11T08:15Z');
    expect(made.in(OWNER).map(text => text.slice(9))).toEqual(['Refused: not_in_channel']);
    expect(made.in(LOBBY).map(text => text.slice(0, 8))).toEqual(['08:10:00', '08:10:02']);
    expect((await made.store.digests.find('lobby'))?.failures).toBe(0);
  });

  test('three times in a row, it is paused and the owner told', async () => {
    const made = await withDigest();
    made.answers.push(forbidden, 'taken', forbidden, forbidden);
    await made.until('2027-05-11T12:00Z');
    expect(made.in(OWNER)).toEqual([
      '08:00:01 Refused: not_in_channel',
      '08:21:00 Refused: not_in_channel, paused',
    ]);
    expect(await made.store.digests.find('lobby')).toMatchObject({ paused: true, failures: 3 });
    expect(made.in(LOBBY)).toEqual([]);
  });
});

describe('where it is unknown whether it arrived', () => {
  const key = { digestId: 'lobby', day: '2027-05-11', part: dayPart() };

  test('the owner is asked, and what waits for it waits', async () => {
    const made = await withDigest();
    made.answers.push('lost answer');
    await made.until('2027-05-11T08:29:59Z');
    expect(made.in(OWNER)).toEqual(['08:00:01 Is it there? lobby 2027-05-11 0']);
    expect(made.in(LOBBY).length).toBe(1);
  });

  test('what the owner finds in the channel is not posted again, and the rest follows', async () => {
    const made = await withDigest();
    made.answers.push('lost answer');
    await made.until('2027-05-11T08:05Z');
    expect(await answerQuestion(key, 'it is there', made.context)).toBe(true);
    expect(await answerQuestion(key, 'post it', made.context)).toBe(false);
    await made.until('2027-05-11T09:05Z');
    expect(made.in(LOBBY).map(text => text.slice(0, 15))).toEqual(['08:00:00 2027-0', '08:05:00 part 1']);
  });

  test('what the owner misses in the channel is posted', async () => {
    const made = await withDigest();
    made.answers.push({ kind: 'unknown', reason: 'timeout' });
    await made.until('2027-05-11T08:05Z');
    expect(await answerQuestion(key, 'post it', made.context)).toBe(true);
    await made.until('2027-05-11T09:05Z');
    expect(made.in(LOBBY)).toEqual([`08:05:00 ${FIRST}`, `08:05:02 ${SECOND}`]);
  });

  test('and nobody says for half an hour, it is posted once more and marked so', async () => {
    const made = await withDigest();
    made.answers.push('lost answer');
    await made.until('2027-05-11T10:00Z');
    expect(made.in(LOBBY)).toEqual([
      `08:00:00 ${FIRST}`,
      `08:30:00 (possibly repeated) ${FIRST}`,
      `08:30:02 ${SECOND}`,
    ]);
    expect(made.in(OWNER)).toEqual(['08:00:01 Settled: repeated']);
  });

  test('twice, it is asked again and not posted a third time; what waits for it is missed', async () => {
    const made = await withDigest();
    made.answers.push('lost answer', 'taken', 'lost answer');
    await made.until('2027-05-11T12:00Z');
    expect(made.in(LOBBY).length).toBe(2);
    expect(made.in(OWNER).map(text => text.slice(9))).toEqual([
      'Settled: repeated',
      'Is it there? lobby 2027-05-11 0',
      'Missed: 2027-05-11',
    ]);
  });

  test('of a later part, those after it do not wait', async () => {
    const made = await withDigest({}, { sessionsAPart: 1 });
    made.answers.push('taken', 'lost answer');
    await made.until('2027-05-11T08:00:20Z');
    expect(made.in(LOBBY).map(text => text.slice(9, 15))).toEqual(['2027-0', 'part 1', 'part 2', 'part 3']);
  });
});
