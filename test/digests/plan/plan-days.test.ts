import { describe, expect, test } from 'vitest';
import { dayComposer } from '../../../src/digests/compose/compose-day.ts';
import { DigestFaults } from '../../../src/digests/deliver/faults.ts';
import { type Planning, planDue, planNow } from '../../../src/digests/plan/plan-days.ts';
import { type Desk, LOBBY, OWNER, posted, withDigest } from '../../support/desk.ts';
import { digest, digestKey } from '../../support/digests.ts';
import { lighthouseBut, lighthouseDays, session } from '../../support/lighthouse-days.ts';

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

describe('a digest', () => {
  test('that cannot be made is told to the log, and holds up no other', async () => {
    const made = await withDigest({ id: 'broken', channel: 'C2' });
    await made.store.digests.save(digest({ timeZone: 'UTC' }));
    const { compose } = made.context.messages;
    const breaking: typeof compose = (order, ...rest) => {
      if (order.id === 'broken') throw new Error('A mistake of ours.');
      return compose(order, ...rest);
    };
    made.context.messages.compose = breaking;
    await made.until('2027-05-11T08:10Z');
    expect(made.posted.map(({ channel }) => channel)).toEqual([LOBBY, LOBBY]);
    expect(made.log.filter(({ level }) => level === 'error')).toMatchObject([
      { digest: 'broken', err: { message: 'A mistake of ours.' } },
    ]);
  });

  test('whose days cannot be told is told to the log once, and holds up no other', async () => {
    const made = await withDigest({ id: 'broken', timeZone: 'Atlantis/Lost' });
    await made.store.digests.save(digest({ timeZone: 'UTC' }));
    await made.until('2027-05-11T08:10Z');
    expect(made.in(LOBBY)).toEqual([`08:00:00 ${FIRST}`, `08:00:02 ${SECOND}`]);
    expect(made.log.filter(({ level }) => level === 'error')).toMatchObject([{ digest: 'broken' }]);
  });

  test('that is paused, removed or of other days is not posted', async () => {
    const made = await withDigest({ paused: true });
    await made.store.digests.save(digest({ id: 'other days', timeZone: 'UTC', days: ['2027-05-12'] }));
    await made.until('2027-05-11T08:00:10Z');
    expect(made.posted).toEqual([]);
  });
});

describe('a digest that is wanted now', () => {
  async function wanted(made: Desk, day = '2027-05-11') {
    const planning = { context: made.context, composeDay: dayComposer(made.context) };
    return planNow(digest({ timeZone: 'UTC' }), day, planning);
  }

  test('is not posted again at its time', async () => {
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

test('of a conference without times, each talk has its turn, and the owner is told of the end', async () => {
  const talks = ['Lamps', 'Lenses'].map(title => session(title, '2027-05-11', '09:00', { slots: [] }));
  const made = await posted({ since: Date.parse('2027-05-11T07:00Z') }, { programme: lighthouseDays(talks) });
  await made.until('2027-05-15T09:00Z');
  expect(made.in(LOBBY)).toEqual([
    '08:00:00 2027-05-11 by U0MIRA0001\nLamps',
    '08:00:00 2027-05-12 by U0MIRA0001\nLenses',
  ]);
  expect(made.in('U0MIRA0001')).toEqual(['08:00:00 All told']);
});

test('a day that a reload empties while it is made is no end', async () => {
  const made = await posted();
  const { deliveries } = made.store;
  const find = deliveries.find.bind(deliveries);
  deliveries.find = key => {
    if (key.day === '2027-05-12') made.show(lighthouseDays(lighthouseBut('Keepers', 'gone')));
    return find(key);
  };
  await made.until('2027-05-12T07:59Z');
  await made.until('2027-05-12T08:00:10Z');
  expect(made.in('U0MIRA0001')).toEqual([]);
});

test('a workspace with very many digests keeps no other waiting', async () => {
  const made = await withDigest({ id: 'small', workspace: 'T2', channel: 'C2', since: 1 });
  for (let at = 0; at < 60; at += 1)
    await made.store.digests.save(digest({ id: `a${at}`, channel: `C1${at}`, timeZone: 'UTC' }));
  const planning: Planning = {
    context: made.context,
    composeDay: dayComposer(made.context),
    planned: new Map(),
    faults: new DigestFaults(made.context.log),
  };
  made.now = Date.parse('2027-05-11T08:00:00Z');
  expect(await planDue(await made.store.digests.all(), planning)).toBe(false);
  const told = await made.store.deliveries.ofDay(digestKey('small', 'T2'), '2027-05-11');
  expect(told.map(({ state }) => state)).toEqual(['claimed', 'claimed']);
});
