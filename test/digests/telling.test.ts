import { describe, expect, test } from 'vitest';
import type { Talk } from '../../src/programme/talk.ts';
import { writePart } from '../../src/store/delivery-part.ts';
import { programme } from '../support/conference.ts';
import { type Desk, type DeskOptions, desk } from '../support/desk.ts';
import { digest } from '../support/digests.ts';
import { hour, lighthouse, lighthouseDays, lighthouseTalks, session } from '../support/lighthouse-days.ts';
import { databaseFile, store } from '../support/store.ts';

const LOBBY = 'C0LOBBY001';

/** The first day is posted; it is five past eight. */
async function posted(
  given: Parameters<typeof digest>[0] = {},
  options: Partial<DeskOptions> = {},
): Promise<Desk> {
  const made = await withDigest(options, given);
  await made.until('2027-05-11T08:05Z');
  return made;
}

async function withDigest(
  options: Partial<DeskOptions> = {},
  given: Parameters<typeof digest>[0] = {},
): Promise<Desk> {
  const made = desk({ programme: lighthouse, at: '2027-05-11T07:59:58Z', ...options });
  await made.store.digests.save(digest({ timeZone: 'UTC', ...given }));
  return made;
}

/** The talks with one of them changed, or without it. */
function but(title: string, change: Partial<Talk> | 'gone'): readonly Talk[] {
  return lighthouseTalks.flatMap(talk =>
    talk.title !== title ? [talk] : change === 'gone' ? [] : [{ ...talk, ...change }],
  );
}

function lines(texts: readonly string[]): readonly (readonly string[])[] {
  return texts.map(text => text.slice(9).split('\n'));
}

describe('of a day that was posted', () => {
  test('a talk that changes its room is edited in place, and told in the thread', async () => {
    const made = await posted();
    const process = made.process();
    await made.until('2027-05-11T08:06Z', { by: [process] });
    made.show(lighthouseDays(but('Fog', { slots: [hour('2027-05-11', '11:00', 'Net Loft')] })));
    await made.until('2027-05-11T08:08Z', { by: [process] });
    expect(lines(made.in(LOBBY))).toEqual([
      [
        '2027-05-11 by U0MIRA0001',
        'Lamps, Tue 11 May 09:00–10:00, Quay Hall',
        'Lenses, Tue 11 May 10:00–11:00, Quay Hall',
        'Fog, Tue 11 May 11:00–12:00, Net Loft',
      ],
      ['part 1', 'Foghorns, Tue 11 May 15:00–16:00, Quay Hall'],
      ['Changed: Fog: Tue 11 May 11:00–12:00, Quay Hall → Tue 11 May 11:00–12:00, Net Loft'],
    ]);
    expect(made.posted.map(({ threadTs }) => threadTs)).toEqual([undefined, '1.0', '1.0']);
  });

  test('what cannot be told in one channel is told in the others', async () => {
    const made = await posted();
    await made.store.digests.save(digest({ id: 'broken', channel: 'C2', timeZone: 'UTC' }));
    const process = made.process();
    await made.until('2027-05-11T08:06Z', { by: [process] });
    const { compose } = made.context.messages;
    const breaking: typeof compose = (order, ...rest) => {
      if (order.id === 'broken') throw new Error('A mistake of ours.');
      return compose(order, ...rest);
    };
    Object.assign(made.context.messages, { compose: breaking });
    made.show(lighthouseDays(but('Lamps', 'gone')));
    await made.until('2027-05-11T08:08Z', { by: [process] });
    expect(
      made.posted.filter(({ text }) => text.startsWith('Changed')).map(({ channel }) => channel),
    ).toEqual([LOBBY]);
    expect(made.log.filter(({ level }) => level === 50)).toMatchObject([{ digest: 'broken' }]);
  });

  test('is edited at a pace that Slack bears, and no sooner than it says', async () => {
    const made = await withDigest();
    await made.store.digests.save(digest({ id: 'two', channel: 'C2', timeZone: 'UTC' }));
    await made.store.digests.save(digest({ id: 'three', channel: 'C3', timeZone: 'UTC' }));
    const process = made.process();
    await made.until('2027-05-11T08:01Z', { by: [process] });
    const edits: string[] = [];
    const { edit } = made.context;
    const limited: typeof edit = async (at, ...rest) => {
      edits.push(`${new Date(made.now).toISOString().slice(17, 23)} ${at.channel}`);
      if (edits.length === 1) return { kind: 'refused', retryAfterMs: 5000, reason: 'ratelimited' };
      return edit(at, ...rest);
    };
    Object.assign(made.context, { edit: limited });
    made.show(lighthouseDays(but('Fog', { title: 'Thick fog' })));
    for (made.now = Date.parse('2027-05-11T08:03Z'); edits.length < 4; made.now += 250) {
      await process.tick();
      await process.settled();
    }
    expect(edits).toEqual([`00.000 ${LOBBY}`, `05.000 ${LOBBY}`, '06.250 C3', '07.500 C2']);
  });

  test('what changes within a minute is one reply', async () => {
    const made = await posted();
    const process = made.process();
    await made.until('2027-05-11T08:06Z', { by: [process] });
    made.show(lighthouseDays(but('Fog', { slots: [hour('2027-05-12', '11:00')] })));
    await made.until('2027-05-11T08:06:30Z', { by: [process] });
    made.show(lighthouseDays(but('Lamps', 'gone')));
    await made.until('2027-05-11T08:20Z', { by: [process] });
    expect(made.in(LOBBY).map(text => text.split('\n')[0])).toEqual([
      '08:00:00 2027-05-11 by U0MIRA0001',
      '08:00:02 part 1',
      '08:07:00 Changed: Cancelled: Lamps (was Tue 11 May 09:00–10:00, Quay Hall)',
    ]);
  });

  test('what three processes see change is told once', async () => {
    const made = await posted();
    const by = [made.process(), made.process(), made.process()];
    await made.until('2027-05-11T08:06Z', { by });
    made.show(lighthouseDays(but('Lamps', { status: 'cancelled' })));
    await made.until('2027-05-11T08:10Z', { by });
    expect(made.in(LOBBY).filter(text => text.includes('Changed'))).toEqual([
      '08:07:00 Changed: Cancelled: Lamps (was Tue 11 May 09:00–10:00, Quay Hall)',
    ]);
  });

  test('what changed while no process was there is told at the start', async () => {
    const path = databaseFile();
    const before = await posted({}, { store: store({ path }) });
    const channels = before.posted;
    const changed = lighthouseDays(but('Lamps', 'gone'));
    const later = desk({
      programme: changed,
      at: '2027-05-11T08:30Z',
      store: store({ path }),
      posted: channels,
    });
    await later.until('2027-05-11T08:30:10Z');
    const told = '08:30:00 Changed: Cancelled: Lamps (was Tue 11 May 09:00–10:00, Quay Hall)';
    expect(later.in(LOBBY).slice(2)).toEqual([told]);
    const evenLater = desk({
      programme: changed,
      at: '2027-05-11T08:40Z',
      store: store({ path }),
      posted: channels,
    });
    await evenLater.until('2027-05-11T08:40:10Z');
    expect(evenLater.in(LOBBY).slice(2)).toEqual([told]);
  });

  test('a talk that comes in is told, and what it pushes out is a further part', async () => {
    const made = await posted({}, { sessionsAPart: 2 });
    const process = made.process();
    await made.until('2027-05-11T08:06Z', { by: [process] });
    made.show(lighthouseDays([...lighthouseTalks, session('Dawn', '2027-05-11', '08:30')]));
    await made.until('2027-05-11T08:10Z', { by: [process] });
    expect(lines(made.in(LOBBY))).toEqual([
      [
        '2027-05-11 by U0MIRA0001',
        'Dawn, Tue 11 May 08:30–09:00, Quay Hall',
        'Lamps, Tue 11 May 09:00–10:00, Quay Hall',
      ],
      ['part 1', 'Lenses, Tue 11 May 10:00–11:00, Quay Hall', 'Fog, Tue 11 May 11:00–12:00, Quay Hall'],
      ['part 2', 'Foghorns, Tue 11 May 15:00–16:00, Quay Hall'],
      ['Changed: New: Dawn, Tue 11 May 08:30–09:00, Quay Hall'],
    ]);
  });

  test('a part for which nothing is left says so', async () => {
    const made = await posted();
    const process = made.process();
    await made.until('2027-05-11T08:06Z', { by: [process] });
    made.show(lighthouseDays(but('Fog', { slots: [hour('2027-05-12', '11:00')] })));
    await made.until('2027-05-11T08:10Z', { by: [process] });
    expect(made.in(LOBBY)[1]).toBe('08:00:02 (moved)');
  });

  test('a part keeps to its talks where one before it never arrived', async () => {
    const made = await withDigest({ sessionsAPart: 1 });
    made.answers.push('taken', { kind: 'unknown', reason: 'reset' }, 'taken', 'taken');
    const process = made.process();
    await made.until('2027-05-11T08:29Z', { by: [process] });
    made.answers.push({ kind: 'refused', retryAfterMs: 2_000_000, reason: 'ratelimited' });
    await made.until('2027-05-11T09:15Z', { by: [process] });
    const fog = '08:00:04 part 2\nFog, Tue 11 May 11:00–12:00, Quay Hall';
    expect(made.in(LOBBY)[1]).toBe(fog);
    made.show(lighthouseDays(but('Fog', { slots: [hour('2027-05-11', '11:00', 'Net Loft')] })));
    await made.until('2027-05-11T09:20Z', { by: [process] });
    expect(made.in(LOBBY)[1]).toBe(fog.replace('Quay Hall', 'Net Loft'));
  });

  test('a talk that is gone and comes back is on again', async () => {
    const made = await posted();
    const process = made.process();
    await made.until('2027-05-11T08:06Z', { by: [process] });
    made.show(lighthouseDays(but('Lamps', 'gone')));
    await made.until('2027-05-11T08:10Z', { by: [process] });
    made.show(lighthouseDays(but('Lamps', { id: 'restored' })));
    await made.until('2027-05-11T08:20Z', { by: [process] });
    expect(lines(made.in(LOBBY)).slice(2)).toEqual([
      ['Changed: Cancelled: Lamps (was Tue 11 May 09:00–10:00, Quay Hall)'],
      ['Changed: On again: Lamps, Tue 11 May 09:00–10:00, Quay Hall'],
    ]);
  });

  test('a title is edited and not worth a reply', async () => {
    const made = await posted();
    const process = made.process();
    await made.until('2027-05-11T08:06Z', { by: [process] });
    made.show(lighthouseDays(but('Foghorns', { title: 'Foghorns by night' })));
    await made.until('2027-05-11T08:10Z', { by: [process] });
    expect(lines(made.in(LOBBY)).slice(1)).toEqual([
      ['part 1', 'Foghorns by night, Tue 11 May 15:00–16:00, Quay Hall'],
    ]);
  });

  test('what is none of its day or its filters does not concern it', async () => {
    const made = await posted({ filters: 'track:storage' });
    const process = made.process();
    await made.until('2027-05-11T08:06Z', { by: [process] });
    made.show(
      lighthouseDays([
        ...but('Keepers', 'gone'),
        session('Elsewhere', '2027-05-11', '12:00', { track: 'People' }),
      ]),
    );
    await made.until('2027-05-11T08:10Z', { by: [process] });
    expect(made.posted.length).toBe(2);
  });
});

test('a change while the post waits to be sent again is in the post, and not told', async () => {
  const made = await withDigest();
  const process = made.process();
  made.answers.push({ kind: 'refused', retryAfterMs: 10 * 60_000, reason: 'ratelimited' });
  await made.until('2027-05-11T08:02Z', { by: [process] });
  made.show(lighthouseDays(but('Fog', { slots: [hour('2027-05-11', '11:00', 'Net Loft')] })));
  await made.until('2027-05-11T08:15Z', { by: [process] });
  expect(lines(made.in(LOBBY))).toEqual([
    [
      '2027-05-11 by U0MIRA0001',
      'Lamps, Tue 11 May 09:00–10:00, Quay Hall',
      'Lenses, Tue 11 May 10:00–11:00, Quay Hall',
      'Fog, Tue 11 May 11:00–12:00, Net Loft',
    ],
    ['part 1', 'Foghorns, Tue 11 May 15:00–16:00, Quay Hall'],
  ]);
});

test('what changes of a day that is over on the clocks of the conference is not told', async () => {
  const inAuckland = (room: string) =>
    programme(
      ['2027-05-11', '2027-05-12'].map(day =>
        session(`Lamps of ${day}`, day, '18:00', {
          slots: [{ start: `${day}T18:00:00+12:00`, end: `${day}T19:00:00+12:00`, rooms: [room], day }],
        }),
      ),
      { timeZone: 'Pacific/Auckland' },
    );
  const made = desk({ programme: inAuckland('Quay Hall'), at: '2027-05-10T19:59:58Z' });
  await made.store.digests.save(digest({ timeZone: 'Pacific/Auckland' }));
  const process = made.process();
  await made.until('2027-05-11T11:50Z', { by: [process] });
  const posted = made.in(LOBBY);
  await made.until('2027-05-11T12:05Z', { by: [process] });
  made.show(inAuckland('Net Loft'));
  await made.until('2027-05-11T12:10Z', { by: [process] });
  expect(posted.length).toBe(1);
  expect(made.in(LOBBY)).toEqual(posted);
});

test('a change before the post is in the post, and not told', async () => {
  const made = desk({ programme: lighthouse, at: '2027-05-11T07:59:30Z' });
  await made.store.digests.save(digest({ timeZone: 'UTC' }));
  const process = made.process();
  await made.until('2027-05-11T07:59:50Z', { by: [process] });
  made.show(lighthouseDays(but('Lamps', { slots: [hour('2027-05-11', '09:00', 'Net Loft')] })));
  await made.until('2027-05-11T08:10Z', { by: [process] });
  expect(made.in(LOBBY).length).toBe(2);
  expect(made.in(LOBBY)[0]).toContain('Lamps, Tue 11 May 09:00–10:00, Net Loft');
});

test('the next day begins with what changed since', async () => {
  const made = await posted();
  made.show(lighthouseDays(but('Keepers', { slots: [hour('2027-05-12', '13:00')] })));
  await made.until('2027-05-12T08:00:10Z');
  expect(lines(made.in(LOBBY)).at(-1)).toEqual([
    '2027-05-12 by U0MIRA0001',
    '! Keepers: Wed 12 May 09:00–10:00, Quay Hall → Wed 12 May 13:00–14:00, Quay Hall',
    'Keepers, Wed 12 May 13:00–14:00, Quay Hall',
  ]);
});

test('another event in the place of the first cancels nothing', async () => {
  const made = await posted();
  const process = made.process();
  await made.until('2027-05-11T08:06Z', { by: [process] });
  made.show(lighthouseDays([session('Something else', '2027-05-11', '12:00')]));
  await made.until('2027-05-11T08:10Z', { by: [process] });
  expect(made.posted.length).toBe(2);
});

test('another event in the place of the first begins its days without a list of what is new', async () => {
  const made = await posted();
  made.show(lighthouseDays([session('Something else', '2027-05-12', '12:00')]));
  await made.until('2027-05-12T08:00:10Z');
  expect(lines(made.in(LOBBY)).at(-1)).toEqual([
    '2027-05-12 by U0MIRA0001',
    'Something else, Wed 12 May 12:00–13:00, Quay Hall',
  ]);
});

test('changes of another event that took the place of the first are told', async () => {
  const made = await posted();
  const process = made.process();
  await made.until('2027-05-11T08:06Z', { by: [process] });
  const others = ['Ropes', 'Knots'].map(title => session(title, '2027-05-11', '12:00'));
  made.show(lighthouseDays(others));
  await made.until('2027-05-11T08:10Z', { by: [process] });
  made.show(lighthouseDays(others.slice(0, 1)));
  await made.until('2027-05-11T08:20Z', { by: [process] });
  expect(made.in(LOBBY).slice(2)).toEqual([
    '08:11:00 Changed: Cancelled: Knots (was Tue 11 May 12:00–13:00, Quay Hall)',
  ]);
});

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
    const [notice] = await made.store.deliveries.remindersOf('lobby');
    expect([soon(made).length, notice !== undefined && writePart(notice.part).length < 100]).toEqual([
      1,
      true,
    ]);
  });

  test('a talk that is moved after its notice has no second one', async () => {
    const made = await posted({ reminders: true });
    const process = made.process();
    await made.until('2027-05-11T08:52Z', { by: [process] });
    made.show(lighthouseDays(but('Lamps', { slots: [hour('2027-05-11', '12:00')] })));
    await made.until('2027-05-11T13:00Z', { by: [process] });
    expect(soon(made).map(text => text.slice(9))).toEqual(['Soon: Lamps', 'Soon: Lenses', 'Soon: Fog']);
  });

  test('that cannot be made holds up no other', async () => {
    const made = await withDigest({}, { id: 'broken', channel: 'C2', reminders: true });
    await made.store.digests.save(digest({ timeZone: 'UTC', reminders: true }));
    const { reminder: plain } = made.context.messages;
    const breaking: typeof plain = (order, ...rest) => {
      if (order.id === 'broken') throw new Error('A mistake of ours.');
      return plain(order, ...rest);
    };
    Object.assign(made.context.messages, { reminder: breaking });
    await made.until('2027-05-11T08:52Z', { by: [made.process()] });
    expect(soon(made).map(text => text.slice(9))).toEqual(['Soon: Lamps']);
    expect(made.log.filter(({ level }) => level === 50)).toMatchObject([{ digest: 'broken' }]);
  });

  test('that begins at this very moment, a channel has none', async () => {
    const made = await withDigest({ at: '2027-05-11T09:00:00Z' }, { reminders: true, days: ['2027-05-12'] });
    await made.until('2027-05-11T09:00:05Z');
    expect(soon(made)).toEqual([]);
  });

  test('a notice that may have got lost is not posted again', async () => {
    const made = await posted({ reminders: true });
    await made.until('2027-05-11T08:49:50Z');
    made.answers.push({ kind: 'unknown', reason: 'timeout' });
    await made.until('2027-05-11T09:40Z');
    expect(soon(made)).toEqual([]);
    expect(made.in('U0MIRA0001').map(text => text.slice(9, 21))).toEqual(['Is it there?']);
  });

  test('what is cancelled has none', async () => {
    const made = await posted({ reminders: true });
    made.show(lighthouseDays(but('Lamps', { status: 'cancelled' })));
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

test('of a conference without times, each talk has its turn, and the owner is told of the end', async () => {
  const talks = ['Lamps', 'Lenses'].map(title => session(title, '2027-05-11', '09:00', { slots: [] }));
  const made = await posted({ since: Date.parse('2027-05-11T07:00Z') }, { programme: lighthouseDays(talks) });
  await made.until('2027-05-15T09:00Z');
  expect(lines(made.in(LOBBY))).toEqual([
    ['2027-05-11 by U0MIRA0001', 'Lamps'],
    ['2027-05-12 by U0MIRA0001', 'Lenses'],
  ]);
  expect(made.in('U0MIRA0001')).toEqual(['08:00:00 All told']);
});

test('a day that a reload empties while it is made is no end', async () => {
  const made = await posted();
  const { deliveries } = made.store;
  const find = deliveries.find.bind(deliveries);
  deliveries.find = key => {
    if (key.day === '2027-05-12') made.show(lighthouseDays(but('Keepers', 'gone')));
    return find(key);
  };
  await made.until('2027-05-12T07:59Z');
  await made.until('2027-05-12T08:00:10Z');
  expect(made.in('U0MIRA0001')).toEqual([]);
});
