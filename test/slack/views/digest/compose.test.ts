import { describe, expect, test } from 'vitest';
import type { DayContext } from '../../../../src/digests/messages.ts';
import type { JsonObject } from '../../../../src/local-slack/json.ts';
import { formatMessage } from '../../../../src/local-slack/text/blocks.ts';
import type { Change } from '../../../../src/programme/changes.ts';
import type { Programme } from '../../../../src/programme/programme.ts';
import type { Talk } from '../../../../src/programme/talk.ts';
import { composeDigest } from '../../../../src/slack/views/digest/compose.ts';
import type { Digest } from '../../../../src/store/digests.ts';
import { expectValidMessage } from '../../../support/block-kit.ts';
import { programme, speaker, talk } from '../../../support/conference.ts';
import { digest } from '../../../support/digests.ts';
import { loadedWith } from '../../../support/loaded.ts';
import { inTime } from '../../../support/post-time.ts';

const TUESDAY = '2027-05-11';
const WEDNESDAY = '2027-05-12';
const THURSDAY = '2027-05-13';

function at(day: string, time: string, room: string, given: Partial<Talk> = {}): Talk {
  const id = `${day} ${time} ${room}`;
  return talk({
    id,
    title: `Talk ${id}`,
    slots: [{ start: `${day}T${time}:00+02:00`, end: undefined, rooms: [room], day }],
    ...given,
  });
}

const small = programme([
  at(TUESDAY, '09:00', 'Quay Hall', { title: 'Ceph at sea' }),
  at(TUESDAY, '09:00', 'Net Loft', { title: 'Tape ashore', abstract: '', speakers: [] }),
  at(TUESDAY, '10:00', 'Quay Hall', { title: 'Coffee', kind: 'break', speakers: [] }),
  at(TUESDAY, '10:30', 'Quay Hall', {
    title: 'Fog',
    status: 'cancelled',
    speakers: [speaker({ name: 'Tom' })],
  }),
  at(WEDNESDAY, '09:00', 'Quay Hall', { title: 'Middle', track: 'People' }),
  at(THURSDAY, '09:00', 'Quay Hall', { title: 'End' }),
]);

function parts(
  day: string,
  of: { digest?: Partial<Digest>; programme?: Programme; day?: Partial<DayContext> } = {},
) {
  const shown = of.programme ?? small;
  const loaded = loadedWith(shown);
  const order = digest(of.digest);
  const composed = composeDigest(order, day, {
    loaded,
    posted: inTime(order, day),
    changes: [],
    toldTalks: new Set(),
    rehearsal: false,
    ...of.day,
  });
  for (const part of composed) expectValidMessage(part.message);
  return composed.map(({ message, talks }) => ({
    reads: formatMessage({ text: message.text, blocks: message.blocks as readonly JsonObject[] }),
    text: message.text,
    talks,
  }));
}

function titles(days: readonly string[], given: Partial<Digest> = {}, of = small) {
  return days.map(day => parts(day, { digest: given, programme: of })[0]?.text.split('\n')[0]);
}

test('tells a day by time and room, breaks folded away', () => {
  expect(parts(TUESDAY)).toEqual([
    {
      reads: `Lighthouse Days starts today

Tue 11 May · 3 sessions, 1 of them cancelled · times in Europe/Madrid: 09:00 (Tue 11 May 09:00 your time)

09:00
• Ceph at sea
Quay Hall · Ada Lund
How a ferry line runs Ceph on board. In this session we show what broke.
• Tape ashore
Net Loft

10:30
• CANCELLED: Fog
Quay Hall · Tom
How a ferry line runs Ceph on board. In this session we show what broke.
[Details of... ▾]
Breaks: 10:00 Coffee

Set up by @U0MIRA0001. To change or stop it, type /talk digest in this channel.`,
      text: `Lighthouse Days starts today
Tue 11 May · 3 sessions, 1 of them cancelled · times in Europe/Madrid
09:00 Quay Hall: Ceph at sea, Ada Lund
09:00 Net Loft: Tape ashore
10:30 Quay Hall: CANCELLED: Fog, Tom`,
      talks: [`${TUESDAY} 09:00 Quay Hall`, `${TUESDAY} 09:00 Net Loft`, `${TUESDAY} 10:30 Quay Hall`],
    },
  ]);
});

test('reads the first and the last day right, and says tomorrow the evening before', () => {
  const days = [TUESDAY, WEDNESDAY, THURSDAY];
  expect(titles(days)).toEqual([
    'Lighthouse Days starts today',
    'Lighthouse Days today: day 2 of 3',
    'The last day of Lighthouse Days',
  ]);
  expect(titles(days, { eve: true })).toEqual([
    'Lighthouse Days starts tomorrow',
    'Lighthouse Days tomorrow: day 2 of 3',
    'Tomorrow is the last day of Lighthouse Days',
  ]);
  const single = programme([at(TUESDAY, '09:00', 'Quay Hall')]);
  expect(titles([TUESDAY], {}, single)).toEqual(['Lighthouse Days is today']);
});

test('tells only what its filters let through, and which these are', () => {
  const only = { digest: { filters: 'track:people' } };
  expect(parts(TUESDAY, only)).toEqual([]);
  expect(parts(WEDNESDAY, only)[0]?.text.split('\n').slice(0, 2)).toEqual([
    'Lighthouse Days today: day 2 of 3',
    'Wed 12 May · 1 session · times in Europe/Madrid · only track:people',
  ]);
});

test('says nothing of a day without sessions', () => {
  expect(parts('2027-05-20')).toEqual([]);
});

test('says in the heading that a day is rehearsed', () => {
  expect(parts(TUESDAY, { day: { rehearsal: true } })[0]?.reads).toMatch(
    /^Rehearsal: Lighthouse Days starts today\n/,
  );
});

test('tells what changed since yesterday before the sessions, and more of it in the thread', () => {
  const changes = Array.from(
    { length: 12 },
    (_, index): Change => ({
      kind: 'cancelled',
      talk: talk({ title: `Cancelled ${index}`, speakers: [] }),
    }),
  );
  const [first, second, ...others] = parts(TUESDAY, { day: { changes } });
  expect(others).toEqual([]);
  expect(first?.reads).toContain(`
Changed since yesterday
• Cancelled: Cancelled 0
• Cancelled: Cancelled 1
`);
  expect(first?.reads).toContain(`• Cancelled: Cancelled 9
More changes are in the thread.

09:00
`);
  expect(second).toEqual({
    reads: 'More changes since yesterday\n• Cancelled: Cancelled 10\n• Cancelled: Cancelled 11',
    text: 'More changes since yesterday\nCancelled: Cancelled 10\nCancelled: Cancelled 11',
    talks: [],
  });
});

test('names the day since when something changed if a digest skips days', () => {
  const changes = Array.from({ length: 11 }, (_, index): Change => {
    return { kind: 'cancelled', talk: talk({ title: `Cancelled ${index}`, speakers: [] }) };
  });
  const [first, second] = parts(TUESDAY, { day: { changes, changedSince: '2027-05-07' } });
  expect(first?.reads).toContain('\nChanged since Fri 7 May\n• Cancelled: Cancelled 0\n');
  expect(second?.text).toBe('More changes since Fri 7 May\nCancelled: Cancelled 10');
});

test('what lasts all day stands first in a digest, and what has no time yet last', () => {
  const untimed = (title: string, what: 'all day' | 'to come') =>
    at(TUESDAY, title, 'Deck', {
      title,
      abstract: '',
      speakers: [],
      slots: [{ start: TUESDAY, end: undefined, rooms: ['Deck'], day: TUESDAY, untimed: what }],
    });
  const [first] = parts(TUESDAY, {
    programme: programme([
      untimed('Sails', 'to come'),
      at(TUESDAY, '09:00', 'Quay Hall', { title: 'Lamps', abstract: '', speakers: [] }),
      untimed('Charts', 'all day'),
    ]),
  });
  expect(first?.text.split('\n').slice(-3)).toEqual([
    'all day Deck: Charts',
    '09:00 Quay Hall: Lamps',
    'time to come Deck: Sails',
  ]);
});

describe('a long day', () => {
  const many = (count: number) =>
    programme(
      Array.from({ length: count }, (_, index) =>
        at(TUESDAY, `${String(9 + Math.floor(index / 20)).padStart(2, '0')}:00`, `Room ${index % 20}`, {
          title: `Talk ${index}`,
          track: index % 3 === 0 ? 'Storage' : 'People',
        }),
      ),
    );

  test('of 30 sessions is one message', () => {
    const [only, ...others] = parts(TUESDAY, { programme: many(30) });
    expect([only?.talks.length, others]).toEqual([30, []]);
  });

  test('of more is an overview by track and time, and its sessions in the thread', () => {
    const [overview, ...pages] = parts(TUESDAY, { programme: many(45) });
    expect(overview).toEqual({
      reads: `Lighthouse Days is today

Tue 11 May · 45 sessions · times in Europe/Madrid: 09:00 (Tue 11 May 09:00 your time)

By track
People (30) · Storage (15)

By time
09:00 (20) · 10:00 (20) · 11:00 (5)

All sessions are in the thread of this message, by time.

Set up by @U0MIRA0001. To change or stop it, type /talk digest in this channel.`,
      text: `Lighthouse Days is today
Tue 11 May · 45 sessions · times in Europe/Madrid
All sessions are in the thread of this message, by time.`,
      talks: [],
    });
    expect(pages.map(page => [page.text.split('\n')[0], page.talks.length])).toEqual([
      ['1 of 2: 09:00', 20],
      ['2 of 2: 10:00 to 11:00', 25],
    ]);
  });

  test('parts a time of which there is more than a message takes', () => {
    const crowded = programme(
      Array.from({ length: 70 }, (_, index) =>
        at(TUESDAY, '09:00', `Room ${index}`, { title: `Talk ${index}` }),
      ),
    );
    const [, ...pages] = parts(TUESDAY, { programme: crowded });
    expect(pages.map(page => page.talks.length)).toEqual([30, 30, 10]);
  });

  test('cuts nothing from what is heard without saying how much', () => {
    const long = programme(
      Array.from({ length: 30 }, (_, index) =>
        at(TUESDAY, '09:00', `Room ${index}`, { title: `${'<&> '.repeat(10)}${index}` }),
      ),
    );
    const lines = parts(TUESDAY, { programme: long })[0]?.text.split('\n') ?? [];
    const left = Number(/^And (\d+) more\.$/.exec(lines.at(-1) ?? '')?.[1]);
    expect(lines.length - 3 + left).toBe(30);
  });
});

test('keeps a talk in the menu whose id no option can carry', () => {
  const id = 'a/'.repeat(60);
  const [part] = parts(TUESDAY, { programme: programme([at(TUESDAY, '09:00', 'Quay Hall', { id })]) });
  expect(part?.talks).toEqual([id]);
});

describe('a conference without times', () => {
  const tracks = ['Storage', 'People', 'Networking'];
  const unscheduled = programme([
    ...tracks.flatMap(track =>
      [1, 2, 3].map(number => talk({ id: `${track} ${number}`, title: `${track} ${number}`, track })),
    ),
    talk({ id: 'gone', status: 'cancelled' }),
  ]);

  test('has five talks a day, spread over tracks, until all had their turn', () => {
    const told = new Set<string>();
    const days = [1, 2, 3].map(() => {
      const [part] = parts(TUESDAY, { programme: unscheduled, day: { toldTalks: new Set(told) } });
      for (const id of part?.talks ?? []) told.add(id);
      return part;
    });
    expect(days.map(part => part?.talks)).toEqual([
      ['Networking 1', 'People 1', 'Storage 1', 'Networking 2', 'People 2'],
      ['Storage 2', 'Networking 3', 'People 3', 'Storage 3'],
      undefined,
    ]);
    expect(days.map(part => part?.text.split('\n')[1])).toEqual([
      'Tue 11 May · 5 of the 9 talks still to come',
      'Tue 11 May · the last 4 talks: every talk has now been featured',
      undefined,
    ]);
  });

  test('shows each with its track', () => {
    const [part] = parts(TUESDAY, { programme: programme([talk({ title: 'Ceph at sea' })]) });
    expect(part?.reads).toBe(`Lighthouse Days: talks to look forward to

Tue 11 May · the last 1 talk: every talk has now been featured

• Ceph at sea
Storage · Ada Lund
How a ferry line runs Ceph on board. In this session we show what broke.
[Details of... ▾]

Set up by @U0MIRA0001. To change or stop it, type /talk digest in this channel.`);
  });
});
