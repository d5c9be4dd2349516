import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../../src/digests/deliver/doubt.ts';
import type { NewDelivery } from '../../../src/store/delivery.ts';
import { type Desk, LOBBY, OWNER, withDigest } from '../../support/desk.ts';
import { dayPart, digestKey, newDelivery } from '../../support/digests.ts';

const FIRST = `2027-05-11 by ${OWNER}
Lamps, Tue 11 May 09:00–10:00, Quay Hall
Lenses, Tue 11 May 10:00–11:00, Quay Hall
Fog, Tue 11 May 11:00–12:00, Quay Hall`;
const SECOND = `part 1
Foghorns, Tue 11 May 15:00–16:00, Quay Hall`;

describe('where it is unknown whether it arrived', () => {
  const key = { workspace: 'T0HARBOUR1', digestId: 'lobby', day: '2027-05-11', part: dayPart() };

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

describe('a message of another kind', () => {
  const at = Date.parse('2027-05-11T07:00Z');
  const reminder = newDelivery({
    day: '',
    part: { kind: 'reminder', startsAt: at + 3_600_000, sessions: 'x' },
    message: { text: 'Soon: Lamps', blocks: [] },
    dueAt: at,
    until: at + 3_600_000,
  });
  const notice: NewDelivery = { ...reminder, part: { kind: 'notice', about: 'end' }, channel: OWNER };

  /** The first answer to it is lost. */
  async function lost(claim: NewDelivery): Promise<Desk> {
    const made = await withDigest({}, { at });
    await made.store.deliveries.claim([[claim]]);
    made.answers.push('lost answer');
    return made;
  }

  test('that is a reminder is asked about, and missed without an answer', async () => {
    const made = await lost(reminder);
    await made.until(at + 40 * 60_000);
    expect(made.in(LOBBY)).toEqual(['07:00:00 Soon: Lamps']);
    expect(made.in(OWNER)).toEqual([`07:00:01 Is it there? lobby  soon ${at + 3_600_000} x`]);
    expect(await made.store.deliveries.find(reminder)).toMatchObject({ state: 'missed' });
  });

  test('that is a notice is sent again without a question', async () => {
    const made = await lost(notice);
    await made.until(at + 10_000);
    expect(made.in(OWNER)).toEqual(['07:00:00 Soon: Lamps', '07:00:01 Soon: Lamps']);
  });

  test('of a digest that was removed is asked of nobody', async () => {
    const made = await lost(reminder);
    const { post } = made.context;
    made.context.post = async (...args) => {
      await post(...args);
      await made.store.digests.remove(digestKey());
      return { kind: 'unknown', reason: 'reset' };
    };
    await made.until(at + 10_000);
    expect(made.posted.length).toBe(1);
    expect(await made.store.deliveries.find(reminder)).toMatchObject({ state: 'unknown' });
  });
});

test('an answer about a message that is not known settles nothing', async () => {
  const made = await withDigest();
  const key = { workspace: 'T0HARBOUR1', digestId: 'lobby', day: '2027-05-20', part: dayPart() };
  expect(await answerQuestion(key, 'post it', made.context)).toBe(false);
  expect(await answerQuestion(key, 'it is there', made.context)).toBe(false);
});

test('a message that its owner wants is tried for three hours', async () => {
  const made = await withDigest();
  const key = { workspace: 'T0HARBOUR1', digestId: 'lobby', day: '2027-05-11', part: dayPart() };
  made.answers.push({ kind: 'unknown', reason: 'timeout' });
  await made.until('2027-05-11T08:05Z');
  await answerQuestion(key, 'post it', made.context);
  expect(await made.store.deliveries.find(key)).toMatchObject({
    state: 'claimed',
    repeated: false,
    until: made.now + 3 * 3_600_000,
  });
});
