import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Built, buildInSteps, buildProgramme } from '../../../src/programme/joining/build.ts';
import type { DraftSlot, DraftTalk } from '../../../src/programme/joining/draft.ts';
import { finish } from '../../../src/text/steps.ts';
import { cases } from '../../support/cases.ts';
import { conference, draft, draftTalk } from '../../support/conference.ts';

const SLOT = { start: '2027-05-11T09:00', end: '2027-05-11T09:40', rooms: ['Quay Hall'] };
const PLACED = {
  start: '2027-05-11T09:00:00+02:00',
  end: '2027-05-11T09:40:00+02:00',
  rooms: ['Quay Hall'],
  day: '2027-05-11',
};

const ADA = { name: 'Ada Lund', bio: '' };
const ZOE = { name: 'Zoë van der Meer', bio: '' };

/** As a schedule has a talk. */
function row(given: Partial<DraftTalk>): DraftTalk {
  return draftTalk({ abstract: '', slots: [SLOT], ...given });
}

describe('buildProgramme', () => {
  test('takes a talk as it stands, on the clocks of the conference', () => {
    const speakers = [{ name: 'Ada Lund', bio: 'Keeps a harbour afloat.' }];
    const file = draft([draftTalk({ speakers, slots: [SLOT] })], {
      file: 'storage/ceph.txt',
      oneTalkAFile: true,
    });
    const { programme, problems } = buildProgramme(conference({ trackNames: { storage: 'Storage' } }), [
      file,
    ]);
    expect(programme.talks).toEqual([
      {
        id: 'storage/ceph',
        kind: 'talk',
        status: 'confirmed',
        title: 'Ceph at sea',
        abstract: 'How a ferry line runs Ceph on board.',
        speakers: [{ id: 'ada-lund', name: 'Ada Lund', bio: 'Keeps a harbour afloat.' }],
        track: 'Storage',
        level: undefined,
        languages: [],
        links: [],
        slots: [PLACED],
        file: 'storage/ceph.txt',
      },
    ]);
    expect(problems).toEqual([]);
  });

  test('joins an abstract with its row in the schedule by its folded title', () => {
    const abstracts = draft([draftTalk({ title: 'Café   operations' })], {
      file: 'cafe.txt',
      oneTalkAFile: true,
    });
    const schedule = draft([draftTalk({ title: 'cafe operations', abstract: '', slots: [SLOT] })], {
      file: 'schedule.csv',
    });
    const { programme, problems } = buildProgramme(conference(), [abstracts, schedule]);
    expect(programme.talks.map(({ id, title, slots }) => ({ id, title, slots }))).toEqual([
      { id: 'cafe', title: 'Café   operations', slots: [PLACED] },
    ]);
    expect(problems).toEqual([]);
  });

  test('gives two talks of one title a row of the schedule each', () => {
    const later = { ...SLOT, start: '2027-05-12T09:00', end: undefined };
    const { programme } = buildProgramme(conference(), [
      draft([draftTalk()], { file: 'a.txt', oneTalkAFile: true }),
      draft([draftTalk()], { file: 'b.txt', oneTalkAFile: true }),
      draft([draftTalk({ abstract: '', slots: [SLOT] }), draftTalk({ abstract: '', slots: [later] })]),
    ]);
    expect(programme.talks.map(talk => [talk.id, talk.slots.map(slot => slot.day)])).toEqual([
      ['a', ['2027-05-11']],
      ['b', ['2027-05-12']],
    ]);
  });

  test('takes from a schedule with abstracts of its own what the abstract does not say', () => {
    const row = draftTalk({
      abstract: 'Short.',
      speakers: [{ name: 'Ada Lund', bio: '' }],
      track: 'Storage',
      status: 'cancelled',
      slots: [SLOT],
    });
    const told = draft([draftTalk({ abstract: 'A longer abstract.' })], {
      file: 'a.txt',
      oneTalkAFile: true,
    });
    const { programme } = buildProgramme(conference(), [told, draft([row])]);
    expect(
      programme.talks.map(({ id, abstract, track, status, slots }) => ({
        id,
        abstract,
        track,
        status,
        slots,
      })),
    ).toEqual([
      { id: 'a', abstract: 'A longer abstract.', track: 'Storage', status: 'cancelled', slots: [PLACED] },
    ]);
  });

  test('joins by the id, else by a title that is all but the same with a speaker that is the same', () => {
    const ada = [{ name: 'Ada Lund', bio: '' }];
    const zoe = [{ name: 'Zoë Meer', bio: '' }];
    const told = draft([
      draftTalk({ id: '7', title: 'Working title' }),
      draftTalk({ title: 'Upgrading a storage cluster in daylight', speakers: ada }),
      draftTalk({ title: 'Keynote', speakers: ada }),
    ]);
    const schedule = draft([
      draftTalk({
        id: '7',
        title: 'Final title',
        abstract: '',
        slots: [{ ...SLOT, rooms: ['Pilot House'] }],
      }),
      draftTalk({
        title: 'Upgrading a storage clusters in daylight',
        abstract: '',
        speakers: ada,
        slots: [SLOT],
      }),
      draftTalk({ title: 'Keynote', abstract: '', speakers: zoe, slots: [{ ...SLOT, rooms: ['Net Loft'] }] }),
    ]);
    const { programme, problems } = buildProgramme(conference(), [told, schedule]);
    expect(
      programme.talks.map(talk => [talk.title, talk.speakers.map(one => one.name), talk.slots.length]),
    ).toEqual([
      ['Working title', [], 1],
      ['Upgrading a storage cluster in daylight', ['Ada Lund'], 1],
      ['Keynote', ['Ada Lund'], 0],
      ['Keynote', ['Zoë Meer'], 1],
    ]);
    expect(problems.map(problem => problem.message)).toEqual([
      'This talk is not in the schedule; it is listed without time and room.',
      'No abstract goes with this entry of the schedule; it is listed with its title and time only.',
    ]);
  });

  test.each<[string, DraftTalk[], DraftTalk[], [string, string[], number][]]>([
    [
      'joins a misspelt title without speakers, where it is long and nothing else is like it',
      [
        draftTalk({ title: 'Upgrading a cluster in daylight', speakers: [ADA] }),
        draftTalk({ title: 'Tides' }),
      ],
      [row({ title: 'Upgrading a clutser in daylight' })],
      [
        ['Upgrading a cluster in daylight', ['Ada Lund'], 1],
        ['Tides', [], 0],
      ],
    ],
    [
      'joins under another spelling of the name',
      [draftTalk({ title: 'Keynote', speakers: [ADA] }), draftTalk({ title: 'Keynote', speakers: [ZOE] })],
      [row({ title: 'Keynote', speakers: [{ name: 'Meer, Zoë van der', bio: '' }] })],
      [
        ['Keynote', ['Ada Lund'], 0],
        ['Keynote', ['Zoë van der Meer'], 1],
      ],
    ],
    [
      'joins no part 2 with a part 1',
      [draftTalk({ title: 'Ceph internals, part 1', speakers: [ADA] })],
      [row({ title: 'Ceph internals, part 2', speakers: [ADA] })],
      [
        ['Ceph internals, part 1', ['Ada Lund'], 0],
        ['Ceph internals, part 2', ['Ada Lund'], 1],
      ],
    ],
    [
      'joins no talk of nearly the same title by somebody else',
      [draftTalk({ title: 'Upgrading a cluster in daylight', speakers: [ADA] })],
      [row({ title: 'Upgrading a clusters in daylight', speakers: [ZOE] })],
      [
        ['Upgrading a cluster in daylight', ['Ada Lund'], 0],
        ['Upgrading a clusters in daylight', ['Zoë van der Meer'], 1],
      ],
    ],
    [
      'gives a talk on two days both its times',
      [draftTalk({ title: 'Tour', speakers: [ADA] })],
      [
        row({ title: 'Tour', speakers: [ADA] }),
        row({ title: 'Tour', slots: [{ ...SLOT, start: '2027-05-12T09:00', end: undefined }] }),
      ],
      [['Tour', ['Ada Lund'], 2]],
    ],
    [
      'lets no title decide between two that are near to it',
      [
        draftTalk({ title: 'Ceph for libraries', speakers: [ADA] }),
        draftTalk({ title: 'Ceph for library', speakers: [ADA] }),
      ],
      [row({ title: 'Ceph for librarys', speakers: [ADA] })],
      [
        ['Ceph for libraries', ['Ada Lund'], 0],
        ['Ceph for library', ['Ada Lund'], 0],
        ['Ceph for librarys', ['Ada Lund'], 1],
      ],
    ],
    [
      'gives a talk no row where rows of two titles are near to its own',
      [draftTalk({ title: 'Ceph for libraries', speakers: [ADA] })],
      [
        row({ title: 'Ceph for libraris', speakers: [ADA] }),
        row({ title: 'Ceph for librarys', speakers: [ADA] }),
      ],
      [
        ['Ceph for libraries', ['Ada Lund'], 0],
        ['Ceph for libraris', ['Ada Lund'], 1],
        ['Ceph for librarys', ['Ada Lund'], 1],
      ],
    ],
    [
      'believes no id of a talk that somebody else gives, or that another title belongs to',
      [
        draftTalk({ id: '1', title: 'Tape', speakers: [ADA] }),
        draftTalk({ id: '2', title: 'Disks' }),
        draftTalk({ id: '3', title: 'Sails' }),
      ],
      [
        row({ id: '1', title: 'Ropes', speakers: [ZOE] }),
        row({ id: '2', title: 'Sails' }),
        row({ id: '3', title: 'Knots', slots: [{ ...SLOT, start: '2027-05-13T09:00' }] }),
      ],
      [
        ['Tape', ['Ada Lund'], 0],
        ['Disks', [], 0],
        ['Sails', [], 1],
        ['Ropes', ['Zoë van der Meer'], 1],
        ['Knots', [], 1],
      ],
    ],
  ])('%s', (_, told, rows, expected) => {
    const { programme } = buildProgramme(conference(), [draft(told), draft(rows, { file: 'schedule.csv' })]);
    expect(
      programme.talks.map(talk => [talk.title, talk.speakers.map(({ name }) => name), talk.slots.length]),
    ).toEqual(expected);
  });

  test('leaves a row alone that may be either of two talks, and says what to do', () => {
    const { programme, problems } = buildProgramme(conference(), [
      draft([
        draftTalk({ title: 'Keynote', speakers: [ADA] }),
        draftTalk({ title: 'Keynote', speakers: [ZOE] }),
      ]),
      draft([row({ title: 'Keynote' })], { file: 'schedule.csv' }),
    ]);
    expect(programme.talks.map(talk => talk.slots.length)).toEqual([0, 0, 1]);
    expect(problems.map(({ file, message }) => `${file}: ${message}`).slice(2)).toEqual([
      'schedule.csv: Several talks have this title, and nothing says which of them this is; name its speakers in the schedule.',
    ]);
  });

  test('joins a schedule whose times cannot be placed, for it has no abstracts', () => {
    const ada = [{ name: 'Ada Lund', bio: '' }];
    const bio = [{ name: 'Ada Lund', bio: 'Keeps a harbour afloat.' }];
    const rows = [
      draftTalk({ abstract: '', speakers: ada }),
      draftTalk({ title: 'Lunch walk', abstract: '' }),
    ];
    const { programme, problems } = buildProgramme(conference(), [
      draft(rows, { file: 'schedule.csv' }),
      draft([draftTalk({ speakers: bio }), draftTalk({ title: 'Tides' })]),
    ]);
    expect(programme.talks.map(({ title, abstract }) => [title, abstract])).toEqual([
      ['Ceph at sea', 'How a ferry line runs Ceph on board.'],
      ['Tides', 'How a ferry line runs Ceph on board.'],
      ['Lunch walk', ''],
    ]);
    expect(problems).toEqual([]);
  });

  test('believes the clock of a file whose every offset is a lie', () => {
    const lying = (time: string) => ({
      ...SLOT,
      start: `2027-05-11T${time}:00Z`,
      end: undefined,
      clock: time,
    });
    const { programme, problems } = buildProgramme(conference(), [
      draft([draftTalk({ slots: [lying('09:00')] }), draftTalk({ title: 'Two', slots: [lying('10:00')] })]),
    ]);
    expect(programme.talks.map(talk => talk.slots[0]?.start)).toEqual([
      '2027-05-11T09:00:00+02:00',
      '2027-05-11T10:00:00+02:00',
    ]);
    expect(problems.map(problem => problem.message)).toEqual([
      "Every offset in this file is wrong for Europe/Madrid; its times were read as that zone's clocks.",
    ]);
  });

  test('believes the offsets of a file in which one of them is right, or whose clock is missing or another', () => {
    const utc = { ...SLOT, start: '2027-05-11T09:00:00Z', end: undefined };
    const right = { ...SLOT, start: '2027-05-11T10:00:00+02:00', end: undefined, clock: '10:00' };
    const startsOf = (slots: readonly DraftSlot[]) =>
      buildProgramme(conference(), [draft([draftTalk({ slots })])]).programme.talks[0]?.slots.map(
        slot => slot.start,
      );
    expect(startsOf([{ ...utc, clock: '09:00' }, right])).toEqual([right.start, '2027-05-11T11:00:00+02:00']);
    expect(startsOf([utc])).toEqual(['2027-05-11T11:00:00+02:00']);
    expect(startsOf([{ ...utc, clock: '10:00' }])).toEqual(['2027-05-11T11:00:00+02:00']);
  });

  test('keeps a row that no abstract goes with, and says so', () => {
    const schedule = draft([draftTalk({ title: 'Lunch walk', abstract: '', slots: [SLOT], line: 7 })], {
      file: 'schedule.csv',
    });
    const { programme, problems } = buildProgramme(conference(), [draft([draftTalk()]), schedule]);
    expect(programme.talks.map(talk => talk.title)).toEqual(['Ceph at sea', 'Lunch walk']);
    expect(problems[0]?.message).toBe(
      'This talk is not in the schedule; it is listed without time and room.',
    );
    expect(problems.slice(1)).toEqual([
      {
        severity: 'warning',
        file: 'schedule.csv',
        line: 7,
        item: 'Lunch walk',
        message:
          'No abstract goes with this entry of the schedule; it is listed with its title and time only.',
      },
    ]);
  });

  test('takes a schedule without any abstracts as it is', () => {
    const schedule = draft([draftTalk({ abstract: '', slots: [SLOT] })]);
    expect(buildProgramme(conference(), [schedule]).problems).toEqual([]);
  });

  test('makes one speaker of all mentions of a name, with the longest bio', () => {
    const { programme } = buildProgramme(conference(), [
      draft([
        draftTalk({ title: 'One', speakers: [{ name: 'Zoë van der Meer', bio: 'Short.' }] }),
        draftTalk({ title: 'Two', speakers: [{ name: 'Zoe Van der Meer', bio: 'A longer bio.' }] }),
      ]),
    ]);
    expect(programme.speakers).toEqual([
      { id: 'zoe-van-der-meer', name: 'Zoë van der Meer', bio: 'A longer bio.' },
    ]);
    expect(programme.talksBy('zoe-van-der-meer').map(talk => talk.title)).toEqual(['One', 'Two']);
  });

  test('names tracks by conference.yml, else by an index, else by the folder', () => {
    const one = (file: string) => draft([draftTalk()], { file, oneTalkAFile: true });
    const index = draft([], { file: 'index.rst', trackNames: { '68': 'Operations', '70': 'People' } });
    const { programme } = buildProgramme(conference({ trackNames: { '70': 'Humans' } }), [
      one('68/a.txt'),
      one('70/b.txt'),
      one('networking/c.txt'),
      one('d.txt'),
      index,
    ]);
    expect(programme.talks.map(talk => talk.track)).toEqual([
      'Operations',
      'Humans',
      'networking',
      undefined,
    ]);
    expect(programme.tracks).toEqual(['Humans', 'networking', 'Operations']);
    expect(programme.talksIn('HUMANS').map(talk => talk.id)).toEqual(['70/b']);
  });

  test('gives ids below the folder of the conference', () => {
    const file = draft([draftTalk()], { file: 'harbour/storage/ceph.txt', oneTalkAFile: true });
    const { programme } = buildProgramme(conference({ folder: 'harbour' }), [file]);
    expect(programme.talks.map(({ id, track, file }) => ({ id, track, file }))).toEqual([
      { id: 'storage/ceph', track: 'storage', file: 'harbour/storage/ceph.txt' },
    ]);
  });

  test('keeps both of two talks that come to one id', () => {
    const { programme, problems } = buildProgramme(conference(), [draft([draftTalk(), draftTalk()])]);
    const [first, second] = programme.talks;
    expect(second?.id).toBe(`${first?.id}-2`);
    expect(programme.talk(second?.id ?? '')).toBe(second);
    expect(problems.map(problem => problem.message)).toEqual([
      'There is another entry with this title, these speakers and this time; both are listed.',
    ]);
  });

  test('says which of two talks goes by another id than its own', () => {
    const { programme, problems } = buildProgramme(conference(), [
      draft([draftTalk({ id: '7' }), draftTalk({ id: '7', title: 'Rust at sea' })]),
    ]);
    expect(programme.talks.map(({ id }) => id)).toEqual(['7', '7-2']);
    expect(problems.map(problem => problem.message)).toEqual([
      'Another talk has the id "7"; this one goes by "7-2".',
    ]);
  });

  test('gives no talk the id that another has of its own', () => {
    const { programme } = buildProgramme(conference(), [
      draft([
        draftTalk({ id: '7' }),
        draftTalk({ id: '7', title: 'Rust at sea' }),
        draftTalk({ id: '7-2', title: 'Go at sea' }),
      ]),
    ]);
    expect(programme.talks.map(({ id, title }) => [id, title])).toEqual([
      ['7', 'Ceph at sea'],
      ['7-3', 'Rust at sea'],
      ['7-2', 'Go at sea'],
    ]);
    expect(programme.talk('7-2')?.title).toBe('Go at sea');
  });

  test('tells talks of one title apart by when they are, without a word', () => {
    const at = (day: string) =>
      draftTalk({ title: 'Keynote', slots: [{ ...SLOT, start: `${day}T09:00`, end: undefined }] });
    const [both, alone] = [[at('2027-05-11'), at('2027-05-12')], [at('2027-05-11')]].map(talks =>
      buildProgramme(conference(), [draft(talks)]),
    );
    expect(both?.problems).toEqual([]);
    const ids = both?.programme.talks.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(2);
    expect(alone?.programme.talks.map(({ id }) => id)).toEqual(ids.slice(0, 1));
  });

  test.each([
    [
      '2027-05-11T09:00',
      undefined,
      'Nothing says in which time zone these times are; they are shown as written, and what runs now cannot be told.',
    ],
    [
      '2027-05-11T09:00:00Z',
      undefined,
      'All times are in UTC, and nothing says in which zone the conference is; they are shown in UTC.',
    ],
    [
      '2027-05-11T09:00:00+02:00',
      undefined,
      'Nothing says in which time zone the conference is; all its times are at UTC+02:00, which is taken for it.',
    ],
    ['2027-05-11T09:00:00Z', 'UTC', ''],
  ])('says of times such as %s in the zone %s what cannot be known', (start, timeZone, message) => {
    const slots = [{ start, end: undefined, rooms: [] }];
    const { problems } = buildProgramme(conference({ timeZone }), [draft([draftTalk({ slots })])]);
    expect(problems.map(problem => problem.message)).toEqual(
      message === '' ? [] : [`${message} Set timeZone in conference.yml, such as timeZone: Europe/Madrid.`],
    );
  });

  test('takes the small hours for night only where it knows whose clock it is', () => {
    const daysOf = (start: string, timeZone: string | undefined) =>
      buildProgramme(conference({ timeZone, dayStart: '05:00' }), [
        draft([draftTalk({ slots: [{ start, end: undefined, rooms: [] }] })]),
      ]).programme.days;
    expect(daysOf('2027-05-12T01:30', 'Europe/Madrid')).toEqual(['2027-05-11']);
    expect(daysOf('2027-05-12T01:30', undefined)).toEqual(['2027-05-11']);
    expect(daysOf('2027-05-12T01:30:00Z', undefined)).toEqual(['2027-05-12']);
    expect(daysOf('2027-05-12T01:30:00Z', 'America/New_York')).toEqual(['2027-05-11']);
  });

  test('lists a talk whose time cannot be read without it, and says so', () => {
    const slots = [{ start: 'after lunch', end: undefined, rooms: [] }];
    const { programme, problems } = buildProgramme(conference(), [draft([draftTalk({ slots })])]);
    expect(programme.talks.map(talk => talk.slots)).toEqual([[]]);
    expect(problems.map(problem => problem.message)).toEqual([
      '"after lunch" is not a date and time; the talk is listed without a time.',
    ]);
  });

  test('takes the name of the conference from a file where conference.yml gives none', () => {
    const index = draft([], { conferenceName: 'Quay Talks' });
    expect(buildProgramme(conference({ name: undefined }), [index]).programme.conference.name).toBe(
      'Quay Talks',
    );
    expect(buildProgramme(conference(), [index]).programme.conference.name).toBe('Lighthouse Days');
  });

  test('knows nothing of what it does not hold', () => {
    const { programme } = buildProgramme(conference(), []);
    expect([
      programme.talk('x'),
      programme.speaker('x'),
      programme.talksBy('x'),
      programme.talksIn('x'),
    ]).toEqual([undefined, undefined, [], []]);
  });
});

describe('what has no clock time', () => {
  const slotsOf = (...slots: readonly DraftSlot[]) =>
    buildProgramme(conference({ dayStart: '05:00' }), [draft([draftTalk({ slots })])]).programme.talks[0]
      ?.slots;
  const deck = { rooms: ['Deck'] };
  const allDay = (day: string) => ({ start: day, end: undefined, ...deck, day, untimed: 'all day' });

  test.each([
    ['on the clocks', '2027-05-11T00:00:00', '2027-05-12T00:00:00'],
    ['as an instant elsewhere', '2027-05-10T22:00:00Z', '2027-05-11T22:00:00Z'],
    ['by its last minute', '2027-05-11T00:00:00', '2027-05-11T23:59:00'],
    ['by its last second', '2027-05-11T00:00:00', '2027-05-11T23:59:59'],
  ])('midnight to midnight %s is all day, of that date', (_how, start, end) =>
    expect(slotsOf({ start, end, ...deck })).toEqual([allDay('2027-05-11')]),
  );

  test('the day on which clocks go back is a whole one, also if its file adds 24 hours', () => {
    const slots = slotsOf(
      { start: '2027-10-31T00:00:00', end: '2027-11-01T00:00:00', ...deck },
      { start: '2027-10-31T00:00:00+02:00', end: '2027-11-01T00:00:00+02:00', ...deck },
    );
    expect(slots).toEqual([allDay('2027-10-31')]);
  });

  test('several days are a slot each', () =>
    expect(slotsOf({ start: '2027-05-11T00:00:00', end: '2027-05-14T00:00:00', ...deck })).toEqual(
      ['2027-05-11', '2027-05-12', '2027-05-13'].map(allDay),
    ));

  test('a date alone is a time to come, unless the talk has a time on that day', () => {
    const toCome = { start: '2027-05-12', end: undefined, ...deck };
    expect(slotsOf(SLOT, { ...toCome, start: '2027-05-11' }, toCome)).toEqual([
      PLACED,
      { ...toCome, day: '2027-05-12', untimed: 'to come' },
    ]);
  });
});

test('a time that clocks skip is listed behind them, with its length', () => {
  const talks = [
    draftTalk({ slots: [{ start: '2027-03-28T02:30:00', end: '2027-03-28T03:30:00', rooms: [] }] }),
  ];
  const { programme, problems } = buildProgramme(conference({ timeZone: 'Europe/Berlin' }), [draft(talks)]);
  expect([
    programme.talks[0]?.slots.map(({ start, end }) => [start, end]),
    problems.map(one => one.message),
  ]).toEqual([
    [['2027-03-28T03:30:00+02:00', '2027-03-28T04:30:00+02:00']],
    [
      '2027-03-28 has no 02:30, because the clocks of Europe/Berlin go forward then; the talk is listed at 03:30. Correct its time.',
    ],
  ]);
});

describe('a programme that is built after another one', () => {
  const entry = fc
    .record({
      id: fc.constantFrom(undefined, '1', '2'),
      title: fc.constantFrom('Ropes', 'Tides', 'Fog'),
      speakers: fc.subarray([
        ADA,
        { ...ADA, bio: 'Keeps a harbour afloat.' },
        ZOE,
        { id: 'zoe', name: '', bio: '' },
      ]),
      slots: fc.subarray([SLOT, { ...SLOT, start: 'soon' }, { ...SLOT, start: '2027-05-12T09:00Z' }]),
    })
    .map(draftTalk);
  const file = fc.record({ talks: fc.array(entry, { maxLength: 3 }), oneTalkAFile: fc.boolean() });
  const version = fc.record({
    /** Which of the files are there; those in both versions are the same. */
    files: fc.array(fc.nat(5), { minLength: 1, maxLength: 6 }),
    timeZone: fc.constantFrom('Europe/Madrid', undefined),
  });

  test('is the same as one that is built alone, and holds the same talks where nothing changed', () => {
    fc.assert(
      fc.property(
        fc.array(file, { minLength: 6, maxLength: 6 }),
        version,
        version,
        (files, former, later) => {
          const drafts = files.map(({ talks, ...given }, place) =>
            draft(talks, { ...given, file: `storage/${place}.txt` }),
          );
          const build = ({ files: places, timeZone }: typeof former, before?: Built) => {
            const there = [...new Set(places)].flatMap(place => drafts[place] ?? []);
            return finish(buildInSteps(conference({ timeZone }), there, before));
          };
          const before = build(former);
          const [after, alone] = [build(later, before), build(later)];
          expect([after.programme.talks, after.problems]).toEqual([alone.programme.talks, alone.problems]);
          const again = build(later, after);
          // A talk whose speakers other files or ids name is made anew each time.
          for (const said of drafts.flatMap(({ talks }) => talks))
            expect(again.talkOf.get(said)).toBe(after.talkOf.get(said));
        },
      ),
      { numRuns: cases(300) },
    );
  });

  test('has a new talk where its speaker, its zone or its own text is new', () => {
    const [ropes, tides] = ['Ropes', 'Tides'].map(title =>
      draft([row({ title, speakers: [ADA] })], { file: title }),
    );
    const fog = draft([row({ title: 'Fog', speakers: [ZOE] })], { file: 'Fog' });
    const build = (files: readonly (typeof fog | undefined)[], before?: Built, timeZone = 'Europe/Madrid') =>
      finish(
        buildInSteps(
          conference({ timeZone }),
          files.flatMap(one => one ?? []),
          before,
        ),
      );
    const first = build([ropes, fog]);
    const kept = (next: Built) => next.programme.talks.filter(talk => first.programme.talks.includes(talk));
    const titles = (next: Built) => kept(next).map(({ title }) => title);
    expect(titles(build([ropes, fog, tides], first))).toEqual(['Ropes', 'Fog']);
    const bio = draft([row({ title: 'Tides', speakers: [{ ...ADA, bio: 'Keeps a harbour.' }] })], {
      file: 'Tides',
    });
    expect(titles(build([ropes, fog, bio], first))).toEqual(['Fog']);
    expect(titles(build([ropes, fog], first, 'Europe/Lisbon'))).toEqual([]);
  });
});
