import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../../../src/people/preferences.ts';
import type { Stars } from '../../../../src/people/stars.ts';
import { conferenceKey } from '../../../../src/programme/conference.ts';
import type { News } from '../../../../src/programme/news.ts';
import type { Programme } from '../../../../src/programme/programme.ts';
import type { Link } from '../../../../src/programme/talk.ts';
import { home } from '../../../../src/slack/views/home/home.ts';
import type { OwnThings } from '../../../../src/slack/views/home/home-context.ts';
import { answeringFor } from '../../../support/answering.ts';
import { expectValidView, reachingOut } from '../../../support/block-kit.ts';
import { cases } from '../../../support/cases.ts';
import { programme, talk } from '../../../support/conference.ts';
import { digest } from '../../../support/digests.ts';
import { harbour } from '../../../support/harbour.ts';
import { hostileTalk, hostileText } from '../../../support/hostile.ts';
import { loadedWith } from '../../../support/loaded.ts';
import { read } from '../../../support/read.ts';

const NOTHING: OwnThings = { digests: [], alerts: [], ratings: [], preferences: DEFAULT_PREFERENCES };

function starsOn(of: Programme, ids: readonly string[]): Stars {
  return ids.length === 0 ? new Map() : new Map([[conferenceKey(of.conference), new Set(ids)]]);
}

interface Given {
  readonly of?: Programme;
  readonly starred?: readonly string[];
  /** Undefined if the database cannot be used. */
  readonly own?: OwnThings | undefined;
  readonly news?: readonly News[];
  readonly zone?: string;
}

const MADRID = { of: harbour, starred: [], own: NOTHING, news: [], zone: 'Europe/Madrid' };

/** A person's Home on the clocks of Madrid. */
function homeAt(at: string, given: Given = {}) {
  const { of, starred, own, news, zone } = { ...MADRID, ...given };
  const stars = own === undefined ? 'unavailable' : starsOn(of, starred);
  const view = home({ ...answeringFor(loadedWith(of), { at, zone, place: 'apart', stars }), own, news });
  expectValidView(view);
  return view;
}

function linesAt(at: string, given?: Given): string[] {
  return read(homeAt(at, given).blocks);
}

const INTRODUCTION =
  'Lectern knows 9 talks by 2 speakers of Lighthouse Days. | Anywhere in Slack, type /talk and what you remember of a talk or a name.';
const TOP = ['Lighthouse Days', INTRODUCTION, 'Find a talk: ____', '[Now][Next][Today]'];
const EXAMPLES = ['Examples', '[ceph][Ada Lund][track:people][11 May]'];
const TRACKS = ['Tracks', '[People][Storage]'];
const SETTINGS = ['Reminders off · messages about changes', '[Settings]'];

function lesson(number: number, button = 'Star', note = ''): string[] {
  const hour = String(9 + number).padStart(2, '0');
  const title = `Lesson ${number} in Ceph | ${hour}:00–${hour}:40 · Quay Hall · Ada Lund`;
  return [title + note, `[Details][${button}]`];
}

describe('a person without talks', () => {
  const none = ['Your talks', 'Press Star on a talk to add it here.'];

  test('sees before the conference how it opens', () => {
    expect(linesAt('2027-05-03T08:00Z')).toEqual([
      ...TOP,
      'It begins on Tue 11 May',
      'Ceph at sea | 09:00–09:40 · Quay Hall · Ada Lund',
      '[Details][Star]',
      ...none,
      ...EXAMPLES,
      ...TRACKS,
      ...SETTINGS,
    ]);
  });

  test('sees during the conference what runs and what comes next', () => {
    expect(linesAt('2027-05-11T07:10Z').slice(4, -6)).toEqual([
      'Now, Tue 11 May 09:10',
      'Running',
      'Ceph at sea | 09:00–09:40 · Quay Hall · Ada Lund',
      '[Details][Star]',
      'Next',
      ...lesson(1),
      ...none,
    ]);
  });

  test('has the times of their own clock beside those of the conference', () => {
    expect(linesAt('2027-05-11T07:10Z', { zone: 'Asia/Kathmandu' }).slice(4, 6)).toEqual([
      'Now, Tue 11 May 09:10',
      'times in Europe/Madrid: 09:00 ({Tue 11 May 09:00–09:40} your time)',
    ]);
  });

  test('reads after the conference that it is over', () => {
    expect(linesAt('2027-05-12T08:00Z').slice(4)).toEqual([
      'The conference is over. Its talks can still be found here.',
      ...EXAMPLES,
      ...TRACKS,
      ...SETTINGS,
    ]);
  });
});

describe('a person with talks', () => {
  const starred = ['storage/ceph-1', 'storage/ceph-2', 'people/radio'];

  test('sees the next of them by day, and a button to all', () => {
    expect(linesAt('2027-05-11T08:10Z', { starred }).slice(4)).toEqual([
      'Now, Tue 11 May 10:10',
      'Running',
      ...lesson(1, 'Unstar'),
      'Next',
      ...lesson(2, 'Unstar'),
      'Your talks, Tue 11 May',
      ...lesson(1, 'Unstar'),
      ...lesson(2, 'Unstar'),
      'One of your talks has no time yet.',
      '[All your talks (3)]',
      ...TRACKS,
      ...SETTINGS,
    ]);
  });

  test('sees that two of them are at the same time', () => {
    const slot = {
      start: '2027-05-11T09:00:00+02:00',
      end: '2027-05-11T10:00:00+02:00',
      rooms: [],
      day: '2027-05-11',
    };
    const of = programme(
      ['Fog', 'Lamps'].map(title => talk({ id: title, title, speakers: [], slots: [slot] })),
    );
    expect(linesAt('2027-05-03T08:00Z', { of, starred: ['Fog', 'Lamps'] })).toEqual(
      expect.arrayContaining([
        'Fog | 09:00–10:00 | Overlaps Lamps, Tue 09:00',
        'Lamps | 09:00–10:00 | Overlaps Fog, Tue 09:00',
      ]),
    );
  });

  test('sees slides and recordings after the conference, as there are any', () => {
    const links: Link[] = (['web', 'slides', 'video'] as const).map(kind => ({
      kind,
      url: `https://example.org/${kind}`,
      title: '',
    }));
    const [first = talk(), ...others] = harbour.talks;
    const of = programme([{ ...first, links }, ...others]);
    const after = homeAt('2027-05-12T08:00Z', { of, starred });
    expect(read(after.blocks).slice(4, 8)).toEqual([
      'The conference is over. Its talks can still be found here.',
      'Slides and recordings',
      'Lesson 1 in Ceph | ·',
      '[All your talks (3)]',
    ]);
    expect(reachingOut(after.blocks)).toEqual([
      { type: 'link', url: 'https://example.org/slides', text: 'Slides' },
      { type: 'link', url: 'https://example.org/video', text: 'Video' },
    ]);
    expect(linesAt('2027-05-12T08:00Z', { starred }).slice(5, 8)).toEqual([
      'Your talks',
      'Slides and recordings appear here once the programme links to them.',
      '[All your talks (3)]',
    ]);
  });
});

test('a talk that is starred has a place among many that run', () => {
  const slot = {
    start: '2027-05-11T09:00:00+02:00',
    end: '2027-05-11T10:00:00+02:00',
    rooms: [],
    day: '2027-05-11',
  };
  const of = programme(
    'ABCDEFGH'.split('').map(title => talk({ id: title, title, speakers: [], slots: [slot] })),
  );
  const lines = linesAt('2027-05-11T07:10Z', { of, starred: ['G'] });
  expect(lines.slice(5, 15)).toEqual([
    'Nothing else is scheduled.',
    'Running',
    ...['A', 'B', 'C'].flatMap(title => [`${title} | 09:00–10:00`, '[Details][Star]']),
    'G | 09:00–10:00',
    '[Details][Unstar]',
  ]);
  expect(lines[15]).toBe('4 more: press Now.');
});

test('digests that a person ordered have a button to their form', () => {
  const digests = [digest(), digest({ id: 'mine', channel: 'D1', timeOfDay: '18:30', paused: true })];
  const lines = linesAt('2027-05-03T08:00Z', { own: { ...NOTHING, digests } });
  expect(lines.slice(lines.indexOf('Your digests'), lines.indexOf('Examples'))).toEqual([
    'Your digests',
    ': every day at 08:00 (Europe/Madrid)',
    '[Change]',
    'your direct messages: every day at 18:30 (Europe/Madrid), paused',
    '[Change]',
  ]);
});

test('the settings are told in one line', () => {
  const preferences = { reminders: 10, changes: false, quietHours: { from: '22:00', to: '07:30' } } as const;
  expect(linesAt('2027-05-03T08:00Z', { own: { ...NOTHING, preferences } }).at(-2)).toBe(
    'Reminders 10 minutes before · no messages about changes · quiet 22:00–07:30',
  );
});

test('without the database it says so, and searches', () => {
  expect(linesAt('2027-05-12T08:00Z', { own: undefined }).slice(2)).toEqual([
    'Find a talk: ____',
    '[Now][Next][Today]',
    'Lectern cannot use its database right now, so your talks, alerts and digests are not shown. They are kept.',
    'The conference is over. Its talks can still be found here.',
    ...EXAMPLES,
    ...TRACKS,
  ]);
});

test.each([undefined, ' '])('without a programme and a name (%j) it is about Lectern', name => {
  expect(linesAt('2027-05-03T08:00Z', { of: programme([], { name }) })).toEqual([
    'Lectern',
    'Lectern has no programme yet: an organiser can drop its files into the data folder. | Anywhere in Slack, type /talk and what you remember of a talk or a name.',
    'Find a talk: ____',
    ...SETTINGS,
  ]);
});

describe('news', () => {
  const at = Date.parse('2027-05-03T08:00Z');
  const told = (talkId: string, change?: string, days = 0) => ({
    talkId,
    change,
    at: at - days * 86_400_000,
  });
  const news = [
    told('storage/ceph-2'),
    told('people/radio', 'Was called “Wireless”'),
    told('storage/ceph-3', undefined, 8),
    told('gone', 'Cancelled'),
  ];

  test('stand above all else before the conference, each with its talk', () => {
    expect(linesAt('2027-05-03T08:00Z', { news, starred: ['people/radio'] }).slice(4, 10)).toEqual([
      'New in the last week',
      'New: Lesson 2 in Ceph | Ada Lund · Tue 11 May 11:00 · Quay Hall',
      '[Details][Star]',
      'Radio silence | Was called “Wireless”',
      '[Details][Unstar]',
      'It begins on Tue 11 May',
    ]);
  });

  test('are five talks and a count', () => {
    const many = [0, 1, 2, 3, 4, 5, 6].map(number => told(`storage/ceph-${number}`, 'Cancelled'));
    const lines = linesAt('2027-05-03T08:00Z', { news: many });
    expect(lines.filter(line => line.endsWith('| Cancelled'))).toHaveLength(5);
    expect(lines).toContain('And 1 more.');
  });

  test('are those of today during the conference, by its midnight', () => {
    const when = '2027-05-11T08:00Z';
    const [before, since] = ['2027-05-10T21:59Z', '2027-05-10T22:00Z'].map(Date.parse);
    const of = (instant = 0) => [{ ...told('people/radio', 'Cancelled'), at: instant }];
    expect(linesAt(when, { news: of(since) }).slice(4, 7)).toEqual([
      'Changed today',
      'Radio silence | Cancelled',
      '[Details][Star]',
    ]);
    expect(linesAt(when, { news: of(before) })).not.toContain('Changed today');
  });

  test('are not shown after it', () => {
    const when = '2027-05-12T08:00Z';
    const lines = linesAt(when, { news: [{ ...told('people/radio', 'Cancelled'), at: Date.parse(when) }] });
    expect(lines).not.toContain('Radio silence | Cancelled');
  });
});

test('the field searches when Enter is pressed', () => {
  const view = home({ ...answeringFor(loadedWith(harbour), { stars: new Map() }), own: NOTHING, news: [] });
  expect(view.blocks[2]).toMatchObject({
    dispatch_action: true,
    element: {
      action_id: 'home:search',
      dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
    },
  });
});

test('whatever the programme, the stars and the digests, Slack takes it', () => {
  fc.assert(
    fc.property(
      fc.array(hostileTalk, { maxLength: 40 }),
      fc.array(hostileText, { maxLength: 12 }),
      fc.constantFrom('2020-01-01T00:00Z', '2027-05-11T09:10Z', '2040-01-01T00:00Z'),
      (talks, filters, at) => {
        const of = programme(talks, { feedback: true });
        const stars = starsOn(
          of,
          talks.map(({ id }) => id),
        );
        const digests = filters.map((each, index) => digest({ id: String(index), filters: each }));
        const context = answeringFor(loadedWith(of), { at, zone: undefined, place: 'apart', stars });
        const news = talks.map(({ id }, index) => ({
          talkId: id,
          change: filters[index],
          at: Date.parse(at),
        }));
        const own = { digests, alerts: filters, ratings: [], preferences: DEFAULT_PREFERENCES };
        expectValidView(home({ ...context, own, news }));
      },
    ),
    { numRuns: cases(100) },
  );
});
