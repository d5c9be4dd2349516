import { expect, test } from 'vitest';
import type { RoomLinks } from '../../../src/programme/conference.ts';
import type { Programme } from '../../../src/programme/programme.ts';
import type { Slot, Talk } from '../../../src/programme/talk.ts';
import { programme } from '../../support/conference.ts';
import { type Desk, desk, OWNER } from '../../support/desk.ts';
import { hour, lighthouseBut, lighthouseTalks, session } from '../../support/lighthouse-days.ts';
import { database, store } from '../../support/store.ts';

const QUAY = 'C0QUAYHALL';
const LOFT = 'C0NETLOFT1';
const LINKS: readonly RoomLinks[] = [
  { room: 'quay hall', channel: QUAY, stream: 'https://example.org/1' },
  { room: 'Net Loft', channel: LOFT },
  { room: 'Pier', stream: 'https://example.org/2' },
];

function days(talks: readonly Talk[] = lighthouseTalks, roomLinks = LINKS): Programme {
  return programme(talks, { timeZone: 'UTC', roomLinks });
}

function rooms(at: string, options: Partial<Parameters<typeof desk>[0]> = {}): Desk {
  return desk({ programme: days(), at: `2027-05-11T${at}Z`, ...options });
}

/** All that is in the channel of a room but topics, `>` before replies. */
function inRoom({ posted }: Desk, channel = QUAY): readonly string[] {
  return posted
    .filter(each => each.channel === channel)
    .map(({ threadTs, text, at }) => {
      const time = new Date(at).toISOString().slice(11, 16);
      return `${time} ${threadTs === undefined ? '' : '> '}${text}`;
    });
}

function refuseIn({ context }: Desk): void {
  const refused = { kind: 'forbidden', reason: 'not_in_channel' } as const;
  const { post } = context;
  context.post = async (channel, ...rest) => (channel === QUAY ? refused : post(channel, ...rest));
  context.setTopic = async () => refused;
}

const LAMPS = 'Room: Lamps, Tue 11 May 09:00–10:00, Quay Hall, https://example.org/1';

test('ten minutes before each talk, its room has a notice, once, whichever of three processes finds it', async () => {
  const made = rooms('08:45:00');
  await made.until('2027-05-11T09:55Z', { by: [made.process(), made.process(), made.process()] });
  expect(inRoom(made)).toEqual([
    `08:50 ${LAMPS}`,
    '09:50 Room: Lenses, Tue 11 May 10:00–11:00, Quay Hall, https://example.org/1',
  ]);
  expect(inRoom(made, LOFT)).toEqual([]);
});

test('a process that starts later gives no notice again, and none of a talk that has begun', async () => {
  const url = database();
  const before = rooms('08:51:00', { store: store({ url }) });
  await before.until('2027-05-11T08:52Z');
  const later = rooms('08:53:00', { store: store({ url }), posted: before.posted });
  await later.until('2027-05-11T08:55Z');
  expect(inRoom(later)).toEqual([`08:51 ${LAMPS}`]);
  const tooLate = rooms('09:01:00');
  await tooLate.until('2027-05-11T09:05Z');
  expect(inRoom(tooLate)).toEqual([]);
});

test.each<[string, Partial<Talk> | 'gone', readonly string[]]>([
  [
    'is cancelled',
    'gone',
    [
      '08:50 Room: cancelled, Lamps, https://example.org/1',
      '08:53 > Changed here: Cancelled (was Tue 11 May 09:00–10:00, Quay Hall)',
    ],
  ],
  [
    'moves',
    { slots: [hour('2027-05-11', '13:00')] },
    [
      '08:50 Room: Lamps, Tue 11 May 13:00–14:00, Quay Hall, https://example.org/1',
      '08:53 > Changed here: Tue 11 May 09:00 → 13:00',
    ],
  ],
  [
    'gets another title',
    { title: 'Lanterns' },
    [
      '08:50 Room: Lanterns, Tue 11 May 09:00–10:00, Quay Hall, https://example.org/1',
      '08:53 > Changed here: Was called “Lamps”',
    ],
  ],
])('a talk that %s changes its notice, and says so in the thread', async (_, change, expected) => {
  const made = rooms('08:49:00');
  const by = [made.process(), made.process()];
  await made.until('2027-05-11T08:51:55Z', { by });
  made.show(days(lighthouseBut('Lamps', change)));
  await made.until('2027-05-11T08:58Z', { by });
  expect(inRoom(made)).toEqual(expected);
});

test.each<[string, Partial<Talk> | 'gone', readonly string[]]>([
  [
    'moves again',
    { slots: [hour('2027-05-11', '16:00')] },
    [
      '08:50 Room: Lamps, Tue 11 May 16:00–17:00, Quay Hall, https://example.org/1',
      '08:53 > Changed here: Tue 11 May 09:00 → Wed 12 May 13:00',
      '09:02 > Changed here: Wed 12 May 13:00 → Tue 11 May 16:00',
    ],
  ],
  [
    'is cancelled at last',
    'gone',
    [
      '08:50 Room: cancelled, Lamps, https://example.org/1',
      '08:53 > Changed here: Tue 11 May 09:00 → Wed 12 May 13:00',
      '09:02 > Changed here: Cancelled (was Wed 12 May 13:00–14:00, Quay Hall)',
    ],
  ],
])('a talk that has moved to another day and %s is followed by its notice', async (_, change, expected) => {
  const made = rooms('08:49:00');
  const by = [made.process(), made.process()];
  await made.until('2027-05-11T08:51:55Z', { by });
  made.show(days(lighthouseBut('Lamps', { slots: [hour('2027-05-12', '13:00')] })));
  await made.until('2027-05-11T09:00:30Z', { by });
  made.show(days(lighthouseBut('Lamps', change)));
  await made.until('2027-05-11T09:05Z', { by });
  expect(inRoom(made)).toEqual(expected);
});

const [nine, ten, noon] = ['09:00', '10:00', '12:00'].map(time => hour('2027-05-11', time)) as [
  Slot,
  Slot,
  Slot,
];

test.each<[string, readonly Slot[], readonly Slot[], readonly string[]]>([
  [
    'is taken out has a notice that says so, and the next time its own',
    [nine, ten],
    [ten],
    [
      '08:50 Room: not here, Lamps, https://example.org/1',
      '08:53 > Changed here: − Tue 11 May 09:00–10:00, Quay Hall',
      '09:50 Room: Lamps, Tue 11 May 10:00–11:00, Quay Hall, https://example.org/1',
    ],
  ],
  [
    'is put in before another leaves the notice of that as it is',
    [noon],
    [ten, noon],
    [
      '09:50 Room: Lamps, Tue 11 May 10:00–11:00, Quay Hall, https://example.org/1',
      '11:50 Room: Lamps, Tue 11 May 12:00–13:00, Quay Hall, https://example.org/1',
    ],
  ],
  [
    'moves behind another takes its notice along',
    [nine, ten],
    [ten, noon],
    [
      '08:50 Room: Lamps, Tue 11 May 12:00–13:00, Quay Hall, https://example.org/1',
      '08:53 > Changed here: Tue 11 May 09:00 → 12:00',
      '09:50 Room: Lamps, Tue 11 May 10:00–11:00, Quay Hall, https://example.org/1',
    ],
  ],
])('of a talk with several times, one that %s', async (_, before, after, expected) => {
  const url = database();
  const lamps = (slots: readonly Slot[]) => days([session('Lamps', '2027-05-11', '09:00', { slots })]);
  const made = rooms('08:49:00', { programme: lamps(before), store: store({ url }) });
  await made.until('2027-05-11T08:51:55Z');
  const by = [made.process()];
  await made.until('2027-05-11T08:51:58Z', { by });
  made.show(lamps(after));
  await made.until('2027-05-11T09:05Z', { by });
  // After a restart the files are as before, and the snapshot says which time is which.
  const { posted } = made;
  const later = rooms('09:05:10', { programme: lamps(after), store: store({ url }), posted });
  await later.until('2027-05-11T12:30Z');
  expect(inRoom(later)).toEqual(expected);
});

test('a talk that comes to another room has a notice there, too', async () => {
  const made = rooms('08:49:00');
  const process = made.process();
  await made.until('2027-05-11T08:51:55Z', { by: [process] });
  made.show(days(lighthouseBut('Lamps', { slots: [hour('2027-05-11', '09:00', 'Net Loft')] })));
  await made.until('2027-05-11T08:58Z', { by: [process] });
  expect(inRoom(made).at(-1)).toBe('08:53 > Changed here: Quay Hall → Net Loft');
  expect(inRoom(made, LOFT)).toEqual([
    expect.stringMatching(/^08:5\d Room: Lamps, Tue 11 May 09:00–10:00, Net Loft$/),
  ]);
});

test('the log says once that a room with a channel is called by another name', async () => {
  const made = rooms('08:30:00');
  const by = [made.process()];
  await made.until('2027-05-11T08:31Z', { by });
  const renamed = lighthouseTalks.map(talk => ({
    ...talk,
    slots: talk.slots.map(slot => ({ ...slot, rooms: ['Quay Hall (main)'] })),
  }));
  made.show(days(renamed));
  await made.until('2027-05-11T08:34Z', { by });
  made.show(days(renamed.slice(1)));
  await made.until('2027-05-11T08:37Z', { by });
  const warnings = made.log.filter(({ level }) => level === 'warn');
  expect(warnings.map(({ room, channel, msg }) => [room, channel, msg])).toEqual([
    [
      'quay hall',
      QUAY,
      'A room with a channel has no talks any more, so nothing is posted there. If it has another name now, write that in conference.yml.',
    ],
  ]);
});

test('breaks and cancelled talks have no notice, and talks that share a room have one each', async () => {
  const made = desk({
    programme: days([
      ...lighthouseTalks,
      session('Tea', '2027-05-11', '09:00', { kind: 'break' }),
      session('Buoys', '2027-05-11', '09:00', { status: 'cancelled' }),
      session('Beacons', '2027-05-11', '09:00'),
    ]),
    at: '2027-05-11T08:50Z',
  });
  await made.until('2027-05-11T08:55Z');
  expect(inRoom(made).map(text => text.split(', ')[0])).toEqual(['08:50 Room: Beacons', '08:50 Room: Lamps']);
});

test('where Lectern is no member, the organisers are told once', async () => {
  const made = rooms('08:50:00');
  refuseIn(made);
  await made.until('2027-05-11T08:52Z');
  await made.until('2027-05-11T09:56Z');
  expect(made.in(OWNER)).toEqual([expect.stringContaining(`No channel in ${QUAY}: not_in_channel`)]);
  expect(inRoom(made)).toEqual([]);
});

test.each([[[]], [undefined], [[OWNER]]])(
  'the log says once that a channel is refused, to organisers %j',
  async organisers => {
    const made = rooms('08:50:00');
    made.context.organisersOf = () => organisers;
    refuseIn(made);
    await made.until('2027-05-11T09:56Z', { by: [made.process()] });
    expect(made.log.map(({ level, msg, reason }) => [level, msg, reason])).toEqual([
      ['warn', "Slack forbids Lectern a room's channel.", 'not_in_channel'],
    ]);
  },
);

test('a notice that Slack did not confirm is not posted again', async () => {
  const made = rooms('08:50:00', {
    programme: days(undefined, [{ room: 'Quay Hall', channel: QUAY }]),
  });
  made.answers.push('taken', 'lost answer');
  await made.until('2027-05-11T09:40Z');
  expect(inRoom(made)).toEqual([expect.stringContaining('Room: Lamps')]);
  expect(made.in(OWNER)).toEqual([]);
});

test('without channels or a workspace nothing is posted', async () => {
  const without = rooms('08:50:00', { programme: days(undefined, []) });
  await without.until('2027-05-11T08:55Z');
  const many = rooms('08:50:00');
  many.context.homeWorkspace = () => undefined;
  await many.until('2027-05-11T08:55Z');
  expect([without.posted, many.posted, many.topics]).toEqual([[], [], []]);
});

test('of many workspaces, a channel is in the one that is named with it', async () => {
  const made = rooms('08:50:00', {
    programme: days(undefined, [{ room: 'Quay Hall', channel: QUAY, workspace: 'T0SHORE001' }]),
  });
  made.context.homeWorkspace = () => undefined;
  await made.until('2027-05-11T08:52Z');
  expect(inRoom(made)).toHaveLength(1);
});
