import { describe, expect, test } from 'vitest';
import type { Programme } from '../../../src/programme/programme.ts';
import type { Talk } from '../../../src/programme/talk.ts';
import type { Digest } from '../../../src/store/digests.ts';
import { type Desk, desk, LOBBY, OWNER, posted, withDigest } from '../../support/desk.ts';
import { digest } from '../../support/digests.ts';
import { hour, lighthouse, lighthouseBut, lighthouseDays, session } from '../../support/lighthouse-days.ts';
import { database, store } from '../../support/store.ts';

const noLamps = lighthouseDays(lighthouseBut('Lamps', 'gone'));
const CANCELLED = 'Cancelled: Lamps (was Tue 11 May 09:00–10:00, Quay Hall)';

/** The programme changes at six past eight, and is told a minute later. */
async function afterChange(made: Desk, programme: Programme, by = [made.process()]): Promise<Desk> {
  await made.until('2027-05-11T08:06Z', { by });
  made.show(programme);
  await made.until('2027-05-11T08:10Z', { by });
  return made;
}

/** All but the days in a channel, `>` before those in a thread. */
function changesIn({ posted: all }: Desk, channel = LOBBY): readonly string[] {
  return all
    .filter(each => each.channel === channel && /^(?:Changed|Channel)/.test(each.text))
    .map(({ threadTs, text }) => `${threadTs === undefined ? '' : '> '}${text}`);
}

describe('a digest whose important changes are told in the channel', () => {
  const given = { changesInChannel: true };

  test('tells them there and in the thread, once, whichever of three processes finds them', async () => {
    const made = await posted(given);
    await afterChange(made, noLamps, [made.process(), made.process(), made.process()]);
    expect(changesIn(made)).toEqual([`Channel: ${CANCELLED}`, `> Changed: ${CANCELLED}`]);
    await made.until('2027-05-11T08:20Z');
    expect(changesIn(made)).toHaveLength(2);
  });

  test('tells others in the thread alone', async () => {
    const later = lighthouseDays(lighthouseBut('Foghorns', { slots: [hour('2027-05-11', '16:00')] }));
    expect(changesIn(await afterChange(await posted(given), later))).toEqual([
      '> Changed: Foghorns: Tue 11 May 15:00 → 16:00',
    ]);
  });

  test('tells of tomorrow, of which nothing was posted yet', async () => {
    const made = await afterChange(await posted(given), lighthouseDays(lighthouseBut('Keepers', 'gone')));
    expect(changesIn(made)).toEqual(['Channel: Cancelled: Keepers (was Wed 12 May 09:00–10:00, Quay Hall)']);
  });

  test('says that a cancelled talk is on again', async () => {
    const made = await afterChange(await posted(given), noLamps);
    made.show(lighthouse);
    await made.until('2027-05-11T08:15Z');
    expect(changesIn(made).at(-1)).toContain('On again: Lamps');
    expect(changesIn(made).filter(text => text.startsWith('Channel'))).toHaveLength(2);
  });

  test.each<[string, Partial<Digest>]>([
    ['is of other sessions', { filters: 'room:"Net Loft"' }],
    ['is of another day', { days: ['2027-05-12'] }],
    ['is paused', { paused: true }],
    ['has them in the thread alone', { changesInChannel: false }],
  ])('has none where it %s', async (_, but) => {
    const made = await withDigest({ ...given, ...but });
    await afterChange(made, noLamps);
    expect(changesIn(made).filter(text => text.startsWith('Channel'))).toEqual([]);
  });

  test('tells of a talk that leaves its rooms', async () => {
    const made = await posted({ ...given, filters: 'room:"Quay Hall"' });
    const slots = [hour('2027-05-11', '09:00', 'Net Loft')];
    await afterChange(made, lighthouseDays(lighthouseBut('Lamps', { slots })));
    expect(changesIn(made)[0]).toBe('Channel: Lamps: Quay Hall → Net Loft');
  });

  test('is not told again after a restart', async () => {
    const url = database();
    const before = await afterChange(await posted(given, { store: store({ url }) }), noLamps);
    const later = desk({
      programme: noLamps,
      at: '2027-05-11T08:30Z',
      store: store({ url }),
      posted: before.posted,
    });
    await later.until('2027-05-11T08:40Z');
    expect(changesIn(later)).toHaveLength(2);
  });
});

describe('of several digests in one channel', () => {
  const beside = async (given: Partial<Digest>, programme = noLamps) => {
    const made = await posted({ changesInChannel: true });
    await made.store.digests.save(
      digest({ id: 'second', channel: LOBBY, timeZone: 'UTC', eve: true, timeOfDay: '18:00', ...given }),
    );
    await afterChange(made, programme);
    return changesIn(made).filter(text => text.startsWith('Channel'));
  };

  test.each<[string, Partial<Digest>]>([
    ['one of the evening', { changesInChannel: true }],
    ['one of changes only', { onlyChanges: true }],
  ])('%s does not tell a change again', async (_, given) => {
    expect(await beside(given)).toEqual([`Channel: ${CANCELLED}`]);
  });

  test('each tells what the other leaves out', async () => {
    const talks = lighthouseBut('Lamps', 'gone').filter(({ title }) => title !== 'Keepers');
    expect(await beside({ onlyChanges: true, days: ['2027-05-12'] }, lighthouseDays(talks))).toEqual([
      `Channel: ${CANCELLED}`,
      'Channel: Cancelled: Keepers (was Wed 12 May 09:00–10:00, Quay Hall)',
    ]);
  });

  test('one in another language tells it, too', async () => {
    expect(await beside({ changesInChannel: true, language: 'de' })).toHaveLength(2);
  });
});

describe('a digest of changes only', () => {
  const onlyChanges = (given: Partial<Digest> = {}) => withDigest({ onlyChanges: true, ...given });

  test('posts no day, and what changes within a minute as one message', async () => {
    const made = await onlyChanges();
    const process = made.process();
    await made.until('2027-05-11T08:06Z', { by: [process] });
    made.show(noLamps);
    await made.until('2027-05-11T08:06:30Z', { by: [process] });
    const talks = lighthouseBut('Lamps', 'gone').map(
      (talk): Talk => (talk.title === 'Keepers' ? { ...talk, title: 'Wardens' } : talk),
    );
    made.show(lighthouseDays(talks));
    await made.until('2027-05-13T12:00Z', { by: [process] });
    expect(made.posted.map(({ channel, text }) => [channel, text])).toEqual([
      [LOBBY, `Channel: “Keepers” is now called “Wardens”; ${CANCELLED}`],
    ]);
  });

  test('stands beside one of days, which keeps to its thread', async () => {
    const made = await posted();
    await made.store.digests.save(
      digest({ id: 'changes', channel: 'C0CHANGES1', timeZone: 'UTC', onlyChanges: true }),
    );
    await afterChange(made, noLamps);
    expect([changesIn(made), changesIn(made, 'C0CHANGES1')]).toEqual([
      [`> Changed: ${CANCELLED}`],
      [`Channel: ${CANCELLED}`],
    ]);
  });

  test('tells of all days to come that it is for, and of none that is over', async () => {
    const made = await onlyChanges({ days: ['2027-05-11', '2027-05-20'] });
    await afterChange(
      made,
      lighthouseDays([
        ...lighthouseBut('Keepers', 'gone'),
        session('Ropes', '2027-05-20', '09:00'),
        session('Dawn', '2027-05-11', '06:00'),
        session('Dusk', '2027-05-11', '18:00'),
      ]),
    );
    expect(changesIn(made)).toEqual([
      'Channel: New: Ropes, Thu 20 May 09:00–10:00, Quay Hall; New: Dusk, Tue 11 May 18:00–19:00, Quay Hall',
    ]);
  });

  test('that Slack does not take in time is no day that was missed', async () => {
    const made = await onlyChanges();
    made.answers.push(
      ...Array.from({ length: 500 }, () => ({
        kind: 'refused' as const,
        retryAfterMs: 60_000,
        reason: 'down',
      })),
    );
    await afterChange(made, noLamps);
    await made.until('2027-05-11T13:00Z');
    const rows = await made.store.deliveries.ofDay({ workspace: 'T0HARBOUR1', id: 'lobby' }, '');
    expect(rows.map(({ state, channel }) => [state, channel])).toEqual([['missed', LOBBY]]);
    expect(made.in(OWNER)).toEqual([]);
  });

  test('asks its owner whether a message arrived that Slack did not confirm', async () => {
    const made = await onlyChanges();
    made.answers.push('lost answer');
    await afterChange(made, noLamps);
    expect(made.in(OWNER).map(text => text.slice(9, 39))).toEqual(['Is it there? lobby  changes 2 ']);
    await made.until('2027-05-11T08:45Z');
    expect(changesIn(made)).toEqual([`Channel: ${CANCELLED}`]);
    expect(made.in(LOBBY).at(-1)).toContain(`(possibly repeated) Channel: ${CANCELLED}`);
  });
});
