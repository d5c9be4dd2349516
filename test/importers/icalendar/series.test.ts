import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { icalendar } from '../../../src/importers/icalendar/icalendar.ts';

/** The times of each talk of a calendar as instants, or as dates for what lasts all day, with what tells talks apart. */
function read(...events: readonly string[]) {
  const blocks = events.map(event => `BEGIN:VEVENT\n${event}\nEND:VEVENT`);
  const text = ['BEGIN:VCALENDAR', ...blocks, 'END:VCALENDAR'].join('\n');
  const { talks = [], problems } = icalendar.read(text, 'all.ics');
  return {
    talks: talks.map(({ id, title, status, slots }) => [
      `${id} ${title}${status === 'cancelled' ? ', cancelled' : ''}`,
      ...slots.map(({ start, end, rooms }) =>
        [instant(start), end && instant(end), ...rooms].join(' ').trim(),
      ),
    ]),
    problems: problems.map(({ severity, message }) => `${severity}: ${message}`),
  };
}

function instant(text: string): string {
  return text.length > 19 ? new Date(text).toISOString().slice(5, 16) : text.slice(5, 16);
}

const inMadrid = (name: string, time: string) => `${name};TZID=Europe/Madrid:202705${time}`;

/** At nine in Madrid, which is seven in UTC, for an hour, on three days. */
const SERIES = [
  'UID:desk\nSUMMARY:Help desk\nDTSTAMP:20270101T000000Z',
  inMadrid('DTSTART', '11T090000'),
  inMadrid('DTEND', '11T100000'),
  'RRULE:FREQ=DAILY;COUNT=3',
].join('\n');
const [TUESDAY, WEDNESDAY, THURSDAY] = [
  '05-11T07:00 05-11T08:00',
  '05-12T07:00 05-12T08:00',
  '05-13T07:00 05-13T08:00',
];
const DAYS = 'UID:charts\nSUMMARY:Charts\nDTSTART;VALUE=DATE:20270511\nRRULE:FREQ=DAILY;COUNT=3';

describe('a time is left out of a series by an EXDATE', () => {
  test.each([
    ['in UTC', 'EXDATE:20270512T070000Z'],
    ['in its own zone', inMadrid('EXDATE', '12T090000')],
    ['in another zone', 'EXDATE;TZID=America/New_York:20270512T030000'],
    ['without a zone', 'EXDATE:20270512T090000'],
    ['as a date', 'EXDATE;VALUE=DATE:20270512'],
    ['as a date that does not say so', 'EXDATE:20270512'],
    ['in a list with a day on which there is none', 'EXDATE:20270601T070000Z,20270512T070000Z'],
    ['on a line of its own', 'EXDATE:20270601T070000Z\nEXDATE:20270512T070000Z'],
  ])('%s', (_how, line) =>
    expect(read(`${SERIES}\n${line}`)).toEqual({
      talks: [['desk Help desk', TUESDAY, THURSDAY]],
      problems: [],
    }),
  );

  test.each(['EXDATE;VALUE=DATE:20270512', 'EXDATE:20270512T000000Z', inMadrid('EXDATE', '12T000000')])(
    'of whole days by %s',
    line =>
      expect(read(`${DAYS}\n${line}`).talks).toEqual([
        ['charts Charts', '05-11T00:00 05-12T00:00', '05-13T00:00 05-14T00:00'],
      ]),
  );

  test('and the first time can be one', () =>
    expect(read(`${SERIES}\nEXDATE:20270511T070000Z`).talks).toEqual([
      ['desk Help desk', WEDNESDAY, THURSDAY],
    ]));
});

describe('a time is added to a series by an RDATE', () => {
  const once = SERIES.replace(/\nRRULE.*/, '');
  test.each([
    ['in UTC', 'RDATE:20270512T160000Z', '05-12T16:00 05-12T17:00'],
    ['in its own zone', inMadrid('RDATE', '12T180000'), '05-12T16:00 05-12T17:00'],
    ['without a zone', 'RDATE:20270512T180000', '05-12T16:00 05-12T17:00'],
    ['as a date', 'RDATE;VALUE=DATE:20270512', WEDNESDAY],
    ['with a length', 'RDATE;VALUE=PERIOD:20270512T160000Z/PT30M', '05-12T16:00 05-12T16:30'],
    ['with an end', 'RDATE;VALUE=PERIOD:20270512T160000Z/20270512T163000Z', '05-12T16:00 05-12T16:30'],
  ])('%s', (_how, line, added) =>
    expect(read(`${once}\n${line}`)).toEqual({ talks: [['desk Help desk', TUESDAY, added]], problems: [] }),
  );

  test('once, also where the rule has it', () =>
    expect(read(`${SERIES}\nRDATE:20270512T070000Z,20270514T070000Z,20270514T070000Z`).talks).toEqual([
      ['desk Help desk', TUESDAY, WEDNESDAY, THURSDAY, '05-14T07:00 05-14T08:00'],
    ]));

  test('unless an EXDATE leaves it out', () =>
    expect(read(`${once}\nRDATE:20270512T160000Z\n${inMadrid('EXDATE', '12T180000')}`).talks).toEqual([
      ['desk Help desk', TUESDAY],
    ]));
});

describe('one time of a series is changed', () => {
  const change = (id: string, ...lines: readonly string[]) => ['UID:desk', id, ...lines].join('\n');
  const IDS = [
    ['in its own zone', inMadrid('RECURRENCE-ID', '12T090000')],
    ['in UTC', 'RECURRENCE-ID:20270512T070000Z'],
    ['in another zone', 'RECURRENCE-ID;TZID=America/New_York:20270512T030000'],
    ['without a zone', 'RECURRENCE-ID:20270512T090000'],
    ['by its date', 'RECURRENCE-ID;VALUE=DATE:20270512'],
  ] as const;

  test.each(IDS)('to another time and room, named %s', (_how, id) =>
    expect(
      read(
        SERIES,
        change(id, 'SUMMARY:Help desk', inMadrid('DTSTART', '12T170000'), 'DURATION:PT1H', 'LOCATION:Deck'),
      ),
    ).toEqual({
      talks: [['desk Help desk', TUESDAY, THURSDAY, '05-12T15:00 05-12T16:00 Deck']],
      problems: [],
    }),
  );

  test.each(IDS)('to be cancelled, named %s and nothing else', (_how, id) => {
    const { talks, problems } = read(SERIES, change(id, 'STATUS:CANCELLED'));
    expect(talks[0]).toEqual(['desk Help desk', TUESDAY, THURSDAY]);
    expect([talks[1]?.[0], talks[1]?.[1]]).toEqual([
      expect.stringMatching(/^desk-2027-05-12\S* Help desk, cancelled$/),
      WEDNESDAY,
    ]);
    expect(problems).toEqual([]);
  });

  test('to take place although the series is cancelled', () => {
    const { talks } = read(
      `${SERIES}\nSTATUS:CANCELLED`,
      change('RECURRENCE-ID:20270512T070000Z', 'STATUS:CONFIRMED'),
    );
    expect(talks).toEqual([
      ['desk Help desk, cancelled', TUESDAY, THURSDAY],
      ['desk-2027-05-12T07:00 Help desk', WEDNESDAY],
    ]);
  });

  test('to have another title, as a talk of its own', () =>
    expect(
      read(
        SERIES,
        change('RECURRENCE-ID:20270512T070000Z', 'SUMMARY:Knots', inMadrid('DTSTART', '12T090000')),
      ).talks,
    ).toEqual([
      ['desk Help desk', TUESDAY, THURSDAY],
      ['desk-2027-05-12T07:00 Knots', WEDNESDAY],
    ]));

  test('to be by somebody else, as a talk of its own', () =>
    expect(
      read(
        SERIES.replace('Help desk', 'Help desk (talk by Ada Lund)'),
        change('RECURRENCE-ID:20270512T070000Z', 'SUMMARY:Help desk (talk by Bo Ek)'),
      ).talks,
    ).toEqual([
      ['desk Help desk', TUESDAY, THURSDAY],
      ['desk-2027-05-12T07:00 Help desk', WEDNESDAY],
    ]));

  test('to be cancelled by a mark in its title', () =>
    expect(
      read(SERIES, change('RECURRENCE-ID:20270512T070000Z', 'SUMMARY:CANCELLED: Help desk')).talks[1]?.[0],
    ).toBe('desk-2027-05-12T07:00 Help desk, cancelled'));

  test('twice, and the newer change holds', () => {
    const to = (hour: string, sequence: number) =>
      change(
        inMadrid('RECURRENCE-ID', '12T090000'),
        `SEQUENCE:${sequence}`,
        inMadrid('DTSTART', `12T${hour}0000`),
      );
    expect(read(to('18', 2), SERIES, to('17', 1)).talks).toEqual([
      ['desk Help desk', TUESDAY, THURSDAY, '05-12T16:00 05-12T17:00'],
    ]);
  });

  test('a whole day', () => {
    const { talks } = read(
      DAYS,
      'UID:charts\nRECURRENCE-ID;VALUE=DATE:20270512\nDTSTART;VALUE=DATE:20270520\nSUMMARY:Charts',
    );
    expect(talks).toEqual([
      ['charts Charts', '05-11T00:00 05-12T00:00', '05-13T00:00 05-14T00:00', '05-20T00:00 05-21T00:00'],
    ]);
  });

  test('with all later ones, which is said and not read', () =>
    expect(
      read(
        SERIES,
        change('RECURRENCE-ID;RANGE=THISANDFUTURE:20270512T070000Z', inMadrid('DTSTART', '12T170000')),
      ),
    ).toEqual({
      talks: [['desk Help desk', TUESDAY, THURSDAY, '05-12T15:00 05-12T16:00']],
      problems: [
        'error: It changes all later times of its series (RANGE=THISANDFUTURE), which Lectern does not read; only the time that it names is changed. Write the later times as a series of their own.',
      ],
    }));
});

describe('of two states of an event', () => {
  const state = (title: string, hour: string, ...lines: readonly string[]) =>
    [`UID:a@example.org\nSUMMARY:${title}`, inMadrid('DTSTART', `11T${hour}0000`), ...lines].join('\n');

  test.each([
    ['the higher SEQUENCE', ['SEQUENCE:3', 'SEQUENCE:10']],
    ['one with a SEQUENCE', ['', 'SEQUENCE:1']],
    ['the later LAST-MODIFIED', ['LAST-MODIFIED:20270101T000000Z', 'LAST-MODIFIED:20270201T000000Z']],
    ['the later DTSTAMP', ['DTSTAMP:20270101T000000Z', 'DTSTAMP:20270201T000000Z']],
    [
      'the higher SEQUENCE, older or not',
      ['SEQUENCE:1\nDTSTAMP:20270201T000000Z', 'SEQUENCE:2\nDTSTAMP:20270101T000000Z'],
    ],
  ])('%s holds, in either order', (_what, [older = '', newer = '']) => {
    const [old, young] = [state('Ropes', '09', older), state('Ropes', '15', newer)];
    for (const events of [
      [old, young],
      [young, old],
    ])
      expect(read(...events)).toEqual({ talks: [['a Ropes', '05-11T13:00']], problems: [] });
  });

  test.each([
    ['SEQUENCE:2\nSTATUS:CANCELLED', 'SEQUENCE:1', 'a New, cancelled'],
    ['SEQUENCE:2', 'SEQUENCE:1\nSTATUS:CANCELLED', 'a New'],
  ])('%j holds against %j', (newer, older, talk) =>
    expect(read(state('New', '15', newer), state('Old', '09', older)).talks.map(([first]) => first)).toEqual([
      talk,
    ]),
  );

  test('events that share a UID without being states of one stay', () => {
    const stamped = (second: number) => `DTSTAMP:20270101T00000${second}Z`;
    expect(read(state('Lunch', '12', stamped(1)), state('Lunch', '13', stamped(2))).talks).toHaveLength(2);
    expect(read(state('Ropes', '12'), state('Knots', '13')).talks).toHaveLength(2);
  });
});

test('a calendar that cancels its events does', () => {
  const text = `BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nUID:a\nSUMMARY:A\nDTSTART:20270511T070000Z\nEND:VEVENT\nEND:VCALENDAR`;
  expect(icalendar.read(text, 'all.ics').talks?.map(({ status }) => status)).toEqual(['cancelled']);
});

test.each([
  [
    'two rules',
    'RRULE:FREQ=DAILY;COUNT=2\nRRULE:FREQ=DAILY;INTERVAL=2;COUNT=2',
    [TUESDAY, WEDNESDAY, THURSDAY],
  ],
  ['an EXRULE', 'RRULE:FREQ=DAILY;COUNT=3\nEXRULE:FREQ=DAILY;INTERVAL=2;COUNT=2', [WEDNESDAY]],
  ['a rule in small letters', 'RRULE:freq=daily;count=2', [TUESDAY, WEDNESDAY]],
  ['a rule that ends with a semicolon', 'RRULE:FREQ=DAILY;COUNT=2;', [TUESDAY, WEDNESDAY]],
])('a series by %s', (_how, lines, times) =>
  expect(read(SERIES.replace(/RRULE.*/, lines))).toEqual({
    talks: [['desk Help desk', ...times]],
    problems: [],
  }),
);

test('the end of a rule is an instant', () => {
  const evening = (until: string) =>
    read(
      `UID:a\nSUMMARY:A\nDTSTART;TZID=America/Los_Angeles:20270511T180000\nRRULE:FREQ=DAILY;UNTIL=${until}`,
    ).talks[0]?.slice(1);
  // Six in the evening in Los Angeles is one in the morning of the next day in UTC.
  expect(evening('20270513T010000Z')).toEqual(['05-12T01:00', '05-13T01:00']);
  expect(evening('20270513T005959Z')).toEqual(['05-12T01:00']);
  expect(evening('20270513')).toEqual(['05-12T01:00', '05-13T01:00', '05-14T01:00']);
});

test('a week begins where the rule says so', () => {
  const first =
    'UID:a\nSUMMARY:A\nDTSTART:19970805T090000Z\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU';
  const datesOf = (rule: string) =>
    read(rule)
      .talks[0]?.slice(1)
      .map(time => time.slice(0, 5));
  // The two examples of RFC 5545, 3.3.10.
  expect(datesOf(`${first};WKST=MO`)).toEqual(['08-05', '08-10', '08-19', '08-24']);
  expect(datesOf(`${first};WKST=SU`)).toEqual(['08-05', '08-17', '08-19', '08-31']);
});

/** How a series names one of its times. */
const FORMS: readonly ((time: Temporal.ZonedDateTime) => string)[] = [
  time => `:${compact(time.withTimeZone('UTC'))}Z`,
  time => `;TZID=${time.timeZoneId}:${compact(time)}`,
  time => `;TZID=Asia/Kathmandu:${compact(time.withTimeZone('Asia/Kathmandu'))}`,
  time => `;VALUE=DATE:${compact(time).slice(0, 8)}`,
];

function compact(time: Temporal.ZonedDateTime): string {
  return time.toPlainDateTime().toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
}

test('the instants of any series are those of a plain expansion', () => {
  const series = fc.record({
    zone: fc.constantFrom('Europe/Madrid', 'America/Los_Angeles', 'Australia/Sydney', 'UTC'),
    // Around the nights in which the clocks of these zones change.
    date: fc.constantFrom('2027-03-12', '2027-03-26', '2027-04-02', '2027-10-01', '2027-10-29'),
    hour: fc.integer({ min: 4, max: 23 }),
    interval: fc.integer({ min: 1, max: 3 }),
    count: fc.integer({ min: 1, max: 8 }),
    leftOut: fc.array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.nat(3)), { maxLength: 3 }),
    added: fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 2 })), {
      maxLength: 3,
    }),
  });
  fc.assert(
    fc.property(series, ({ zone, date, hour, interval, count, leftOut, added }) => {
      const first = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: { hour } });
      const times = Array.from({ length: count }, (_, nth) => first.add({ days: nth * interval }));
      const out = leftOut.flatMap(([nth, form]) => {
        const time = times[nth];
        return time === undefined ? [] : { time, line: `EXDATE${FORMS[form]?.(time)}` };
      });
      const more = added.map(([day, form]) => {
        const time = first.add({ days: day }).with({ hour: 1 });
        return { time, line: `RDATE${FORMS[form]?.(time)}` };
      });
      const isOut = (time: Temporal.ZonedDateTime) =>
        out.some(({ time: one, line }) =>
          line.includes('DATE;VALUE') ? one.toPlainDate().equals(time.toPlainDate()) : one.equals(time),
        );
      const { talks } = read(
        [
          `UID:a\nSUMMARY:A\nDTSTART;TZID=${zone}:${compact(first)}`,
          `RRULE:FREQ=DAILY;INTERVAL=${interval};COUNT=${count}`,
          ...[...out, ...more].map(({ line }) => line),
        ].join('\n'),
      );
      const expected = [...times, ...more.map(({ time }) => time)]
        .filter(time => !isOut(time))
        .map(time => time.toInstant().toString().slice(5, 16));
      expect(talks[0]?.slice(1).sort()).toEqual([...new Set(expected)].sort());
    }),
    { numRuns: 30 },
  );
});
