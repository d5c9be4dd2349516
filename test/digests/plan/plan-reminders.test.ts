import { describe, expect, test } from 'vitest';
import { succeed } from '../../../src/programme/joining/counterparts.ts';
import { writePart } from '../../../src/store/delivery-part.ts';
import { finish } from '../../../src/text/steps.ts';
import { type Desk, LOBBY, posted, withDigest } from '../../support/desk.ts';
import { digest, digestKey } from '../../support/digests.ts';
import {
  hour,
  lighthouseBut,
  lighthouseDays,
  lighthouseTalks,
  session,
} from '../../support/lighthouse-days.ts';

describe('before a talk', () => {
  const soon = (made: Desk) => made.in(LOBBY).filter(text => text.includes('Soon'));

  test('a channel that wants it has a notice, once', async () => {
    const made = await posted({ reminders: true });
    await made.until('2027-05-11T09:55Z');
    expect(soon(made)).toEqual(['08:50:00 Soon: Lamps', '09:50:00 Soon: Lenses']);
  });

  test('all that begins at the same time is one notice', async () => {
    const made = await posted(
      { reminders: true },
      { programme: lighthouseDays([...lighthouseTalks, session('Beacons', '2027-05-11', '09:00')]) },
    );
    await made.until('2027-05-11T09:00Z');
    expect(soon(made)).toEqual(['08:50:00 Soon: Beacons, Lamps']);
  });

  test('a notice of many talks has a name that a button can carry', async () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      session(`A long name of a lamp, the ${index}`, '2027-05-11', '09:00'),
    );
    const made = await posted({ reminders: true }, { programme: lighthouseDays(many) });
    await made.until('2027-05-11T09:00Z');
    const [notice] = await made.store.deliveries.ofDay(digestKey(), '');
    expect([soon(made).length, notice !== undefined && writePart(notice.part).length < 100]).toEqual([
      1,
      true,
    ]);
  });

  test('a talk that is moved after its notice has no second one', async () => {
    const made = await posted({ reminders: true });
    const process = made.process();
    await made.until('2027-05-11T08:52Z', { by: [process] });
    made.show(lighthouseDays(lighthouseBut('Lamps', { slots: [hour('2027-05-11', '12:00')] })));
    await made.until('2027-05-11T13:00Z', { by: [process] });
    expect(soon(made).map(text => text.slice(9))).toEqual(['Soon: Lamps', 'Soon: Lenses', 'Soon: Fog']);
  });

  test('a second time has its own, also if the first is taken out, or another one put in before', async () => {
    const made = await posted({ reminders: true });
    const process = made.process();
    const lamps = (...times: string[]) =>
      lighthouseDays(lighthouseBut('Lamps', { slots: times.map(time => hour('2027-05-11', time)) }));
    made.show(lamps('09:00', '12:00', '14:00'));
    await made.until('2027-05-11T08:52Z', { by: [process] });
    made.show(lamps('12:00', '14:00'));
    await made.until('2027-05-11T12:30Z', { by: [process] });
    made.show(lamps('10:00', '12:00', '14:00'));
    await made.until('2027-05-11T14:30Z', { by: [process] });
    const times = soon(made).filter(text => text.includes('Lamps'));
    expect(times.map(text => text.slice(0, 5))).toEqual(['08:50', '11:50', '13:50']);
  });

  test.each(['08:51:30', '08:53:30'])('a time that was out until %s has no second one', async back => {
    const made = await posted({ reminders: true });
    const process = made.process();
    const lamps = (...times: string[]) =>
      lighthouseDays(lighthouseBut('Lamps', { slots: times.map(time => hour('2027-05-11', time)) }));
    made.show(lamps('09:00', '12:00'));
    await made.until('2027-05-11T08:51Z', { by: [process] });
    for (const [read, until] of [
      [lamps('12:00'), back],
      [lamps('09:00', '12:00'), '12:30'],
    ] as const) {
      made.show(finish(succeed(made.context.current().programme, read)).programme);
      await made.until(`2027-05-11T${until}Z`, { by: [process] });
    }
    const times = soon(made).filter(text => text.includes('Lamps'));
    expect(times.map(text => text.slice(0, 5))).toEqual(['08:50', '11:50']);
  });

  test('that cannot be made holds up no other', async () => {
    const made = await withDigest({ id: 'broken', channel: 'C2', reminders: true });
    await made.store.digests.save(digest({ timeZone: 'UTC', reminders: true }));
    const { reminder: plain } = made.context.messages;
    const breaking: typeof plain = (order, ...rest) => {
      if (order.id === 'broken') throw new Error('A mistake of ours.');
      return plain(order, ...rest);
    };
    made.context.messages.reminder = breaking;
    await made.until('2027-05-11T08:52Z', { by: [made.process()] });
    expect(soon(made).map(text => text.slice(9))).toEqual(['Soon: Lamps']);
    expect(made.log.filter(({ level }) => level === 'error')).toMatchObject([{ digest: 'broken' }]);
  });

  test('that begins at this very moment, a channel has none', async () => {
    const made = await withDigest({ reminders: true, days: ['2027-05-12'] }, { at: '2027-05-11T09:00:00Z' });
    await made.until('2027-05-11T09:00:05Z');
    expect(soon(made)).toEqual([]);
  });

  test('what is cancelled has none', async () => {
    const made = await posted({ reminders: true });
    made.show(lighthouseDays(lighthouseBut('Lamps', { status: 'cancelled' })));
    await made.until('2027-05-11T09:30Z');
    expect(soon(made)).toEqual([]);
  });

  test('a notice that would come after the talk has begun is dropped', async () => {
    const made = await posted({ reminders: true });
    await made.until('2027-05-11T08:49:50Z');
    made.answers.push({ kind: 'refused', retryAfterMs: 15 * 60_000, reason: 'ratelimited' });
    await made.until('2027-05-11T09:40Z');
    expect(soon(made)).toEqual([]);
    expect(made.in('U0MIRA0001')).toEqual([]);
  });
});
