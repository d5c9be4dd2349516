import { describe, expect, it, test } from 'vitest';
import { importFile } from '../../../src/importers/import-file.ts';
import { buildProgramme } from '../../../src/programme/joining/build.ts';
import { conference } from '../../support/conference.ts';

/** The talks of a document, each as "title, start to end, room, track, by speakers". */
function read(document: unknown, path = 'programme.json') {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  const { talks, problems } = importFile({ path, bytes: Buffer.from(text) });
  return {
    talks: talks.map(({ title, slots, track, speakers }) =>
      [
        title,
        ...slots.map(({ start, end, rooms }) =>
          [`${start.slice(5, 16)}${end === undefined ? '' : ` to ${end.slice(11, 16)}`}`, ...rooms].join(
            ' in ',
          ),
        ),
        ...(track === undefined ? [] : [`track ${track}`]),
        ...speakers.map(({ id, name }) => `by ${name || `id ${id}`}`),
      ].join(', '),
    ),
    problems: problems.map(({ message }) => message),
  };
}

const NINE = { start: '2027-05-11T09:00', end: '2027-05-11T09:45' };
const CEPH = { title: 'Ceph at sea', ...NINE };
const SPEAKERS = [
  { id: 'p1', name: 'Ada Lund', bio: 'Ada sails.' },
  { id: 'p2', name: 'Bo Ek', bio: 'Bo ties.' },
];

describe('speakers by their ids', () => {
  it.each<[string, object]>([
    ['speakers', { sessions: [{ ...CEPH, speakers: ['p1', 'p2'] }], speakers: SPEAKERS }],
    ['speakerIds', { sessions: [{ ...CEPH, speakerIds: ['p1', 'p2'] }], speakers: SPEAKERS }],
    ['speaker_ids', { talks: [{ ...CEPH, speaker_ids: 'p1, p2' }], people: SPEAKERS }],
    ['presenters', { events: [{ ...CEPH, presenters: [{ id: 'p1' }, { id: 'p2' }] }], presenters: SPEAKERS }],
    ['authors', { papers: [{ ...CEPH, author_ids: ['p1', 'p2'] }], authors: SPEAKERS }],
    ['referenten', { vortraege: [{ ...CEPH, referenten: ['p1', 'p2'] }], referenten: SPEAKERS }],
    ['people', { talks: [{ ...CEPH, people: ['p1', 'p2'] }], people: SPEAKERS }],
    ['by', { talks: [{ ...CEPH, by: ['p1', 'p2'] }], people: SPEAKERS }],
    ['moderatorIds', { talks: [{ ...CEPH, moderatorIds: ['p1', 'p2'] }], people: SPEAKERS }],
    [
      'an object of people',
      { talks: [{ ...CEPH, speakers: ['p1', 'p2'] }], speakers: { p1: SPEAKERS[0], p2: { name: 'Bo Ek' } } },
    ],
    [
      'numbers',
      {
        talks: [{ ...CEPH, speakers: [1, 2] }],
        speakers: SPEAKERS.map((one, at) => ({ ...one, id: at + 1 })),
      },
    ],
    [
      'slugs beside numbers',
      {
        talks: [{ ...CEPH, speakers: ['ada', 'bo'] }],
        speakers: [
          { ...SPEAKERS[0], slug: 'ada' },
          { ...SPEAKERS[1], slug: 'bo' },
        ],
      },
    ],
    [
      'attributes of their own, as JSON:API has them',
      {
        data: [{ id: 't1', attributes: { ...CEPH, speakers: ['p1', 'p2'] } }],
        speakers: SPEAKERS.map(({ id, ...attributes }) => ({ id, attributes })),
      },
    ],
  ])('%s', (_, document) =>
    expect(read(document)).toEqual({
      talks: ['Ceph at sea, 05-11T09:00 to 09:45, by Ada Lund, by Bo Ek'],
      problems: [],
    }),
  );

  it('that no list has are kept for another file', () =>
    expect(read({ sessions: [{ ...CEPH, speakerIds: ['p1'] }] }).talks).toEqual([
      'Ceph at sea, 05-11T09:00 to 09:45, by id p1',
    ]));
});

describe('rooms, tracks and times by their ids', () => {
  it.each<[string, object]>([
    ['room', { talks: [{ ...CEPH, room: 7 }], rooms: [{ id: 7, name: 'Quay' }] }],
    ['roomId', { talks: [{ ...CEPH, roomId: 'r7' }], rooms: [{ id: 'r7', title: 'Quay' }] }],
    ['location_id', { talks: [{ ...CEPH, location_id: 'r7' }], locations: { r7: 'Quay' } }],
    ['venue', { talks: [{ ...CEPH, venue: 'r7' }], venues: { r7: { name: 'Quay' } } }],
    [
      'a slot',
      { talks: [{ title: 'Ceph at sea', timeslot: 's1', room: 'Quay' }], timeslots: [{ id: 's1', ...NINE }] },
    ],
    [
      'a slot with its room',
      { talks: [{ title: 'Ceph at sea', slotId: 's1' }], slots: { s1: { ...NINE, room: 'Quay' } } },
    ],
    [
      'a timetable that names the talk',
      { talks: [{ id: 't1', title: 'Ceph at sea' }], schedule: [{ talk: 't1', ...NINE, room: 'Quay' }] },
    ],
    ...['sessionId', 'paper_id', 'submission', 'code', 'id'].map((name): [string, object] => [
      `a timetable that has its id as ${name} and no title`,
      { talks: [{ id: 't1', title: 'Ceph at sea' }], timetable: [{ [name]: 't1', ...NINE, room: 'Quay' }] },
    ]),
  ])('%s', (_, document) =>
    expect(read(document)).toEqual({ talks: ['Ceph at sea, 05-11T09:00 to 09:45 in Quay'], problems: [] }),
  );

  it('a track', () =>
    expect(
      read({ talks: [{ ...CEPH, trackId: 3 }], tracks: [{ id: 3, name: 'Storage', color: '#fff' }] }),
    ).toEqual({
      talks: ['Ceph at sea, 05-11T09:00 to 09:45, track Storage'],
      problems: [],
    }));
});

describe('days, rooms and times around the talks', () => {
  const talk = { title: 'Ceph at sea', start: '09:00', end: '09:45' };
  it.each<[string, object]>([
    ['days by date, rooms by name', { structure: { '2027-05-11': { Quay: [talk] } } }],
    ['days without dashes', { '20270511': { Quay: [talk], Pier: [] } }],
    ['rooms, then days', { rooms: { Quay: { '2027-05-11': [talk] } } }],
    [
      'times within days',
      {
        days: [
          {
            date: '2027-05-11',
            slots: [{ start: '09:00', end: '09:45', talks: [{ title: 'Ceph at sea', room: 'Quay' }] }],
          },
        ],
      },
    ],
    ['times as keys', { '2027-05-11': { '09:00-09:45': [{ title: 'Ceph at sea', room: 'Quay' }] } }],
    [
      'a time in an object',
      {
        talks: [
          { title: 'Ceph at sea', date: '2027-05-11', time: { start: '09:00', end: '09:45' }, room: 'Quay' },
        ],
      },
    ],
    [
      'times as Google writes them',
      {
        items: [
          {
            title: 'Ceph at sea',
            start: { dateTime: '2027-05-11T09:00:00' },
            end: { dateTime: '2027-05-11T09:45:00' },
            location: 'Quay',
          },
        ],
      },
    ],
    ['a stage of a day', { days: [{ date: '2027-05-11', stages: [{ name: 'Quay', sessions: [talk] }] }] }],
  ])('%s', (_, document) =>
    expect(read(document)).toEqual({ talks: ['Ceph at sea, 05-11T09:00 to 09:45 in Quay'], problems: [] }),
  );

  it('whole days as Google writes them, with the end excluded', () =>
    expect(
      read({ items: [{ title: 'Sails', start: { date: '2027-05-11' }, end: { date: '2027-05-13' } }] }),
    ).toEqual({ talks: ['Sails, 05-11T00:00 to 00:00'], problems: [] }));

  it('a track with its talks', () =>
    expect(read({ tracks: [{ name: 'Storage', talks: [CEPH] }] }).talks).toEqual([
      'Ceph at sea, 05-11T09:00 to 09:45, track Storage',
    ]));

  it('a person with their talks', () =>
    expect(read({ speakers: [{ name: 'Ada Lund', bio: 'Sails.', talks: [CEPH] }] }).talks).toEqual([
      'Ceph at sea, 05-11T09:00 to 09:45, by Ada Lund',
    ]));

  it('two times of one talk', () =>
    expect(
      read({
        talks: [
          {
            id: 'a',
            title: 'Ceph at sea',
            slots: [
              { ...NINE, room: 'Quay' },
              { start: '2027-05-12T09:00', room: 'Pier' },
            ],
          },
        ],
      }).talks,
    ).toEqual(['Ceph at sea, 05-11T09:00 to 09:45 in Quay, 05-12T09:00 in Pier']));

  it('a session with its papers, and both are kept', () =>
    expect(
      read([
        {
          title: 'Posters',
          ...NINE,
          room: 'Quay',
          track: 'Storage',
          papers: [
            { title: 'Ropes', authors: ['Bo Ek'] },
            { title: 'Tides', start: '09:15', end: '09:30' },
          ],
        },
      ]),
    ).toEqual({
      talks: [
        'Posters, 05-11T09:00 to 09:45 in Quay, track Storage',
        'Ropes, 05-11T09:00 to 09:45 in Quay, track Storage, by Bo Ek',
        'Tides, 05-11T09:15 to 09:30 in Quay, track Storage',
      ],
      problems: [],
    }));

  it('an object with an entry for each id', () => {
    const { talks } = importFile({
      path: 'a.json',
      bytes: Buffer.from(JSON.stringify({ ceph: CEPH, tape: { ...CEPH, title: 'Tape' } })),
    });
    expect(talks.map(({ id, title }) => [id, title])).toEqual([
      ['ceph', 'Ceph at sea'],
      ['tape', 'Tape'],
    ]);
  });
});

describe('a document without talks', () => {
  it.each<[string, unknown]>([
    ['a menu', { menu: [{ title: 'Cold bites', items: [{ title: 'Mini wrap', description: 'Salmon' }] }] }],
    [
      'food under another name',
      { catering: [{ title: 'Cold bites', items: [{ title: 'Mini wrap', description: 'Salmon' }] }] },
    ],
    [
      'navigation',
      [
        { title: 'Home', url: '/' },
        { title: 'Programme', url: '/programme' },
      ],
    ],
    ['a main menu', { main: [{ title: 'Home', url: '/' }], footer: [{ title: 'Imprint', url: '/imprint' }] }],
    ['sponsors', { sponsors: [{ name: 'Harbour Ltd', title: 'Gold', location: 'Pier' }] }],
    ['tracks that name their talks', [{ id: 1, name: 'Storage', sessions: [{ id: 1, title: 'Ceph' }] }]],
    ['rooms', { rooms: [{ id: 7, name: 'Quay', capacity: 90 }] }],
    ['settings of a website', { title: 'Harbour Days', author: 'Ada Lund', baseurl: '/', theme: 'minima' }],
    [
      'an event',
      { title: 'Harbour Days', start_date: '2027-05-11', end_date: '2027-05-12', location: 'Pier' },
    ],
  ])('%s', (_, document) => expect(read(document).talks).toEqual([]));
});

describe('one file a talk', () => {
  const one = (text: string, path: string) => {
    const { talks, oneTalkAFile, problems } = importFile({ path, bytes: Buffer.from(text) });
    return { titles: talks.map(({ title }) => title), oneTalkAFile, problems };
  };

  it.each([
    ['talks/ceph.json', JSON.stringify({ ...CEPH, speakers: ['Ada Lund'] })],
    ['talks/ceph.yml', '---\nkey: ceph\ntitle: Ceph at sea\nspeakers:\n  - ada\nabstract: |-\n  How.\n'],
    [
      'videos/ceph.json',
      JSON.stringify({
        title: 'Ceph at sea',
        speakers: ['Ada Lund'],
        recorded: '2027-05-11',
        duration: 1800,
        description: 'How.',
        language: 'eng',
        videos: [{ type: 'youtube', url: 'https://youtu.be/G16QwwJY4Vs' }],
        thumbnail_url: 'https://example.org/x.jpg',
      }),
    ],
  ])('%s', (path, text) =>
    expect(one(text, path)).toEqual({ titles: ['Ceph at sea'], oneTalkAFile: true, problems: [] }),
  );
});

describe('YAML', () => {
  it.each([
    ['lists in braces', '- {title: Ceph at sea, start: "2027-05-11T09:00", end: "2027-05-11T09:45"}\n'],
    [
      'trailing commas',
      '[\n  {"title": "Ceph at sea", "start": "2027-05-11T09:00", "end": "2027-05-11T09:45",},\n]\n',
    ],
    [
      'a comment and dashes',
      '# Website: https://example.org/\n---\n- title: Ceph at sea\n  start: 2027-05-11T09:00\n  end: 2027-05-11T09:45\n',
    ],
    [
      'a directive',
      '%YAML 1.1\n---\n- title: Ceph at sea\n  start: 2027-05-11T09:00\n  end: 2027-05-11T09:45\n',
    ],
    [
      'merge keys',
      'defaults: &d\n  start: 2027-05-11T09:00\n  end: 2027-05-11T09:45\ntalks:\n  - title: Ceph at sea\n    <<: *d\n',
    ],
    [
      'two documents',
      'talks:\n  - title: Ceph at sea\n    start: 2027-05-11T09:00\n    end: 2027-05-11T09:45\n---\nrooms:\n  - name: Quay\n',
    ],
  ])('with %s', (_, text) =>
    expect(read(text, 'a.yml')).toEqual({ talks: ['Ceph at sea, 05-11T09:00 to 09:45'], problems: [] }),
  );
});

it('says which keys were not read, once', () =>
  expect(
    read([
      { ...CEPH, id: 1, colour: 'red', prerequisites: 'A boat', updated_at: '2027-01-01' },
      { ...CEPH, id: 2, prerequisites: 'Two boats', 'What to bring': 'Rope' },
    ]).problems,
  ).toEqual(['These keys were not read: prerequisites, What to bring.']));

it('shows nothing that is withheld', () =>
  expect(
    read([
      { ...CEPH, id: 1, deleted_at: null, active: 'Y' },
      { ...CEPH, id: 2, title: 'Deleted', deleted_at: '2027-01-02T10:00:00Z' },
      { ...CEPH, id: 3, title: 'A draft', is_draft: true },
      { ...CEPH, id: 4, title: 'Not active', active: 'N' },
      { ...CEPH, id: 5, title: 'Rejected', state: 'rejected' },
    ]),
  ).toEqual({
    talks: ['Ceph at sea, 05-11T09:00 to 09:45'],
    problems: ['Left out because not accepted: 1 deleted, 1 draft, 1 not public, 1 rejected.'],
  }));

test('reads an object of rooms at each time', () =>
  expect(
    read({
      '2027-05-11': { '09:00': { 'Quay Hall': { title: 'Ceph at sea' }, Pier: { title: 'Tape' } } },
    }),
  ).toEqual({
    talks: ['Ceph at sea, 05-11T09:00 in Quay Hall', 'Tape, 05-11T09:00 in Pier'],
    problems: [],
  }));

test('reads what stands in a slot, whatever is said of it', () =>
  expect(read({ slots: [{ ...NINE, items: [{ title: 'Lunch', description: 'In the hall.' }] }] })).toEqual({
    talks: ['Lunch, 05-11T09:00 to 09:45'],
    problems: [],
  }));

test('reads the one talk of a person', () =>
  expect(
    read({ speakers: [{ name: 'Bo Ek', bio: 'Bo ties.', talk: { title: 'Tape', abstract: 'Why.' } }] }),
  ).toEqual({ talks: ['Tape, by Bo Ek'], problems: [] }));

describe('JSON Lines', () => {
  const lines = [CEPH, { title: 'Tape', speakers: ['Bo Ek'] }].map(line => JSON.stringify(line));
  it('has a talk a line', () =>
    expect(read(`${lines.join('\n')}\n`, 'talks.jsonl')).toEqual({
      talks: ['Ceph at sea, 05-11T09:00 to 09:45', 'Tape, by Bo Ek'],
      problems: [],
    }));

  it('is left out with the line that is broken', () => {
    const text = [...lines, '{ "title": "Ropes"'].join('\n');
    expect(importFile({ path: 'talks.jsonl', bytes: Buffer.from(text) }).problems).toEqual([
      {
        severity: 'error',
        file: 'talks.jsonl',
        line: 3,
        item: undefined,
        message: 'This line is not an object of JSON; the file was left out.',
      },
    ]);
  });
});

test.each([
  ['talk', [{ talk: 't1', ...NINE }]],
  ['sessionId', [{ sessionId: 't1', ...NINE }]],
  ['id and room', [{ id: 't1', ...NINE, room: 'Quay' }]],
  ['a list in a slot', [{ ...NINE, talks: ['t1'] }]],
])('joins a timetable in a file of its own by %s', (_, timetable) => {
  const files = { 'talks.json': [{ id: 't1', title: 'Ceph', abstract: 'How.' }], 'schedule.json': timetable };
  const drafts = Object.entries(files).map(([path, value]) =>
    importFile({ path, bytes: Buffer.from(JSON.stringify(value)) }),
  );
  const { programme, problems } = buildProgramme(conference(), drafts);
  expect({
    talks: programme.talks.map(({ id, title, slots }) => [id, title, ...slots.map(({ start }) => start)]),
    problems,
  }).toEqual({ talks: [['t1', 'Ceph', '2027-05-11T09:00:00+02:00']], problems: [] });
});

test('reads the papers that a session has under numbered names', () =>
  expect(
    read([
      { session_title: 'Storage', ...NINE, p1_title: 'Ceph', p1_authors: 'Ada Lund', p2_title: '' },
      { session_title: 'Lunch', ...NINE, p1_title: '' },
    ]),
  ).toEqual({
    talks: [
      'Storage, 05-11T09:00 to 09:45',
      'Ceph, 05-11T09:00 to 09:45, by Ada Lund',
      'Lunch, 05-11T09:00 to 09:45',
    ],
    problems: [],
  }));

test('reads what an object within a talk says of it, and names what it does not', () => {
  const { talks, problems } = importFile({
    path: 'talks.json',
    bytes: Buffer.from(
      JSON.stringify([
        {
          ...CEPH,
          details: { abstract: 'How.', teacher: 'Ada' },
          where: { hall: 'Quay', email: 'a@example.org' },
        },
        { ...CEPH, title: 'Tape', details: { teacher: 'Bo', menu: [] }, extra: { dress: 'warm' } },
      ]),
    ),
  });
  expect({
    talks: talks.map(({ title, abstract, slots }) => [
      title,
      abstract,
      ...slots.flatMap(({ rooms }) => rooms),
    ]),
    problems: problems.map(({ message }) => message),
  }).toEqual({
    talks: [
      ['Ceph at sea', 'How.', 'Quay'],
      ['Tape', ''],
    ],
    problems: ['These keys were not read: details.teacher, extra.dress.'],
  });
});

test.each([
  [
    'a.json',
    '{\n  // by "hand"\n  "talks": [ /* two */ { "title": "Ceph", "link": "https://example.org" }, ],\n}',
  ],
  ['a.yml', '---\ntitle: Ceph\nspeakers: [Ada Lund]\n---\ntitle: Tape\nspeakers: [Bo Ek]\n'],
])('reads %s with comments or several documents: %j', (path, text) =>
  expect(read(text, path)).toEqual({
    talks: path === 'a.json' ? ['Ceph'] : ['Ceph, by Ada Lund', 'Tape, by Bo Ek'],
    problems: [],
  }),
);

it('a map by day, room and time gives each', () => {
  const days = {
    '2027-05-11': {
      Quay: { '09:00': { title: 'Ceph', speaker: 'Ada Lund' } },
      Pier: { '10:00': { title: 'Tape', speaker: 'Bo Ek' } },
    },
  };
  expect(read({ schedule: days })).toEqual({
    talks: ['Ceph, 05-11T09:00 in Quay, by Ada Lund', 'Tape, 05-11T10:00 in Pier, by Bo Ek'],
    problems: [],
  });
});
