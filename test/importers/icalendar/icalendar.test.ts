import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../../src/importers/decode.ts';
import { icalendar } from '../../../src/importers/icalendar/icalendar.ts';
import { hostileText } from '../../support/hostile.ts';
import { PLAIN_TALK } from '../../support/plain-talk.ts';
import { hasRealProgrammes, realBytes } from '../../support/real-programme.ts';

const TALK = { ...PLAIN_TALK, id: 'a' };
const START = 'DTSTART:20270511T070000Z';
const SLOT = { start: '2027-05-11T07:00:00Z', end: undefined, rooms: [], day: undefined };

function calendar(events: readonly string[], head = ''): string {
  const blocks = events.map(event => `BEGIN:VEVENT\n${event}\nEND:VEVENT`);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', head, ...blocks, 'END:VCALENDAR'].filter(Boolean).join('\n');
}

function read(text: string) {
  const { talks = [], problems, ...rest } = icalendar.read(text, 'all.ics');
  return {
    talks: talks.map(talk => ({ ...talk, line: undefined })),
    problems: problems.map(({ severity, line, message }) => `${severity} ${line}: ${message}`),
    ...rest,
  };
}

/** One event, as it differs from a bare one, and the problems that it raises. */
function check(
  event: string,
  talk: Partial<Record<keyof typeof TALK, unknown>>,
  problems: readonly string[] = [],
  head = '',
) {
  const { talks, problems: raised } = read(calendar([event], head));
  expect({ talks, problems: raised }).toEqual({ talks: [{ ...TALK, ...talk }], problems });
}

const EVENT = 'UID:a\nSUMMARY:Ceph at sea';

function days(start: string, end: string) {
  return { start: `${start}T00:00:00`, end: `${end}T00:00:00`, rooms: [] };
}

describe('times', () => {
  const at = (start: string, end?: string) => ({ slots: [{ ...SLOT, start, end }] });
  test.each([
    ['in UTC', START, at('2027-05-11T07:00:00Z')],
    ['with an end', `${START}\nDTEND:20270511T074000Z`, at('2027-05-11T07:00:00Z', '2027-05-11T07:40:00Z')],
    ['with a duration', `${START}\nDURATION:PT40M`, at('2027-05-11T07:00:00Z', '2027-05-11T07:40:00Z')],
    ['with an end that is the start', `${START}\nDTEND:20270511T070000Z`, at('2027-05-11T07:00:00Z')],
    [
      'of a zone that the file does not describe',
      'DTSTART;TZID=America/Phoenix:20270511T090000',
      at('2027-05-11T09:00:00-07:00'),
    ],
    ['of a zone in quotes', 'DTSTART;TZID="Europe/Rome":20270511T090000', at('2027-05-11T09:00:00+02:00')],
    [
      'of a zone behind a path',
      'DTSTART;TZID=/mozilla.org/20050126_1/Europe/Rome:20270511T090000',
      at('2027-05-11T09:00:00+02:00'),
    ],
    [
      'that say that they are times',
      'DTSTART;TZID=Europe/Rome;VALUE=DATE-TIME:20270511T090000',
      at('2027-05-11T09:00:00+02:00'),
    ],
    ['of no zone', 'DTSTART:20270511T090000', at('2027-05-11T09:00:00')],
    [
      'of a zone with the name that Windows has for it',
      'DTSTART;TZID="W. Europe Standard Time":20270511T090000',
      at('2027-05-11T09:00:00+02:00'),
    ],
    [
      'of a zone with a hyphen',
      'DTSTART;TZID=Europe-Brussels:20270511T090000',
      at('2027-05-11T09:00:00+02:00'),
    ],
    [
      'of a zone that the event names',
      'TZID:Europe-Brussels\nDTSTART:20270511T090000',
      at('2027-05-11T09:00:00+02:00'),
    ],
    ['in winter', 'DTSTART;TZID=Europe/Rome:20270111T090000', at('2027-01-11T09:00:00+01:00')],
  ])('%s', (_, lines, talk) => check(`${EVENT}\n${lines}`, talk));

  test('of no zone, in a calendar that states one', () => {
    check(
      `${EVENT}\nDTSTART:20270511T090000`,
      at('2027-05-11T09:00:00+02:00'),
      [],
      'X-WR-TIMEZONE:Europe/Rome',
    );
  });

  test('of no zone, in a calendar of Sched, which states UTC everywhere', () => {
    check(`${EVENT}\nDTSTART:20270511T090000`, at('2027-05-11T09:00:00'), [], 'X-WR-TIMEZONE:UTC');
  });

  const OUTLOOK = `BEGIN:VTIMEZONE
TZID:Harbour Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE`;
  const IN_OUTLOOK = `${EVENT}\nDTSTART;TZID=Harbour Standard Time:20270511T090000`;
  const UNKNOWN =
    'warning undefined: The time zone "Harbour Standard Time" is unknown; its times were read in the conference\'s own zone.';

  test('of a zone that only the file knows', () => {
    check(IN_OUTLOOK, at('2027-05-11T09:00:00+02:00'), [], OUTLOOK);
  });

  test('of a zone that nobody knows', () => check(IN_OUTLOOK, at('2027-05-11T09:00:00'), [UNKNOWN]));

  test('of a zone whose changes never come', () => {
    const never = OUTLOOK.replaceAll('FREQ=YEARLY', 'FREQ=SECONDLY');
    check(IN_OUTLOOK, at('2027-05-11T09:00:00'), [UNKNOWN], never);
  });

  test.each([
    ['none', EVENT, {}, 'warning 3: It has no start; it is listed without time and room.'],
    [
      'one that is none',
      `${EVENT}\nDTSTART:soon`,
      {},
      'error 3: "soon" is not a date and time; the talk is listed without a time.',
    ],
    [
      'one of the 30th of February',
      `${EVENT}\nDTSTART:20270230T090000Z`,
      {},
      'error 3: "2027-02-30T09:00:00Z" is not a date and time; the talk is listed without a time.',
    ],
    [
      'an end before the start',
      `${EVENT}\n${START}\nDTEND:20270511T060000Z`,
      { slots: [SLOT] },
      'error 3: "2027-05-11T06:00:00Z" is not a time after the start; the talk is listed without an end.',
    ],
    [
      'an end days later',
      `${EVENT}\n${START}\nDTEND:20270513T080000Z`,
      { slots: [SLOT] },
      'warning 3: It would last longer than 24 hours; it is listed without its end.',
    ],
  ])('says so of %s', (_, event, talk, problem) => check(event, talk, [problem]));

  test('of whole days', () => {
    const one = { slots: [days('2027-05-11', '2027-05-12')] };
    const two = { slots: [days('2027-05-11', '2027-05-13')] };
    const from = (lines: string, slots: object) => check(`${EVENT}\n${lines}`, slots);
    from('DTSTART;VALUE=DATE:20270511', one);
    from('DTSTART;VALUE=DATE:20270511\nDTEND;VALUE=DATE:20270511', one);
    from('DTSTART;VALUE=DATE:20270511\nDURATION:PT24H', one);
    from('DTSTART;VALUE=DATE:20270511T000000', one);
    from('X-MICROSOFT-CDO-ALLDAYEVENT:TRUE\nDTSTART;TZID=Europe/Rome:20270511T000000', one);
    from('DTSTART;VALUE=DATE:20270511\nDTEND;VALUE=DATE:20270513', two);
    from('DTSTART:20270511\nDTEND:20270513', two);
    from('DTSTART;VALUE=DATE:20270511\nDTEND:20270513T000000', two);
    from('DTSTART;VALUE=DATE:20270511\nDTEND:20270512T180000', two);
    from('X-MICROSOFT-CDO-ALLDAYEVENT:TRUE\nDTSTART:20270511T000000Z\nDTEND:20270513T000000Z', two);
    from('DTSTART;VALUE=DATE:20270511\nDURATION:P2D', two);
    from('DTSTART;VALUE=DATE:20270511\nDURATION:P1DT24H', two);
  });

  test('of whole days, each time that they repeat', () =>
    check(`${EVENT}\nDTSTART;VALUE=DATE:20270511\nDURATION:P2D\nRRULE:FREQ=WEEKLY;COUNT=2`, {
      slots: [days('2027-05-11', '2027-05-13'), days('2027-05-18', '2027-05-20')],
    }));

  test('of more days than anything lasts', () =>
    check(
      `${EVENT}\nDTSTART;VALUE=DATE:20270501\nDTEND;VALUE=DATE:20280501`,
      { slots: [days('2027-05-01', '2027-06-01')] },
      ['warning 3: It lasts longer than 31 days; only the first 31 are listed.'],
    ));

  test.each([
    ['P1DT', '2027-05-12T07:00:00Z'],
    ['P1D', '2027-05-12T07:00:00Z'],
    ['PT90M', '2027-05-11T08:30:00Z'],
    ['+PT1H30M', '2027-05-11T08:30:00Z'],
    ['P0DT1H0M30S', '2027-05-11T08:00:30Z'],
    ['pt1h', '2027-05-11T08:00:00Z'],
  ])('with the duration %s', (duration, end) =>
    check(`${EVENT}\n${START}\nDURATION:${duration}`, at('2027-05-11T07:00:00Z', end)),
  );

  test('with a duration that is none', () =>
    check(`${EVENT}\n${START}\nDURATION:an hour`, at('2027-05-11T07:00:00Z'), [
      'error 3: "an hour" is not a duration such as PT45M; the talk is listed without an end.',
    ]));

  test('up to 24:00, which is the midnight of the next day', () => {
    check(
      `${EVENT}\nDTSTART:20270511T220000\nDTEND:20270511T240000`,
      at('2027-05-11T22:00:00', '2027-05-12T00:00:00'),
    );
    check(`${EVENT}\nDTSTART:20270531T240000Z`, at('2027-06-01T00:00:00Z'));
  });

  test('written with dashes, or without seconds', () => {
    check(`${EVENT}\nDTSTART:2027-05-11T09:00:00`, at('2027-05-11T09:00:00'));
    check(`${EVENT}\nDTSTART:20270511T0900`, at('2027-05-11T09:00:00'));
  });

  test('of the calendar as a whole', () => {
    const zoneOf = (head: string, start = START) => read(calendar([`${EVENT}\n${start}`], head)).timeZone;
    expect(zoneOf('X-WR-TIMEZONE:Europe/Rome')).toBe('Europe/Rome');
    expect(zoneOf('X-WR-TIMEZONE:UTC')).toBeUndefined();
    expect(zoneOf('VTIMEZONE: Europe/Rome')).toBe('Europe/Rome');
    expect(zoneOf('', 'DTSTART;TZID=Europe/Rome:20270511T090000')).toBe('Europe/Rome');
    expect(zoneOf('BEGIN:VTIMEZONE\nTZID;X-BY=TZINFO:Europe/Rome\nEND:VTIMEZONE')).toBe('Europe/Rome');
    expect(zoneOf('')).toBeUndefined();
  });
});

describe('repeated events', () => {
  const on = (...starts: readonly string[]) => ({
    slots: starts.map(start => ({ ...SLOT, start: `2027-${start}T07:00:00Z` })),
  });
  test.each([
    ['daily', 'RRULE:FREQ=DAILY;COUNT=3', on('05-11', '05-12', '05-13')],
    ['every other day', 'RRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20270515T235959Z', on('05-11', '05-13', '05-15')],
    ['on weekdays', 'RRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3', on('05-11', '05-13', '05-18')],
    ['weekly', 'RRULE:FREQ=WEEKLY;UNTIL=20270520T000000Z', on('05-11', '05-18')],
    ['but for one', 'RRULE:FREQ=DAILY;COUNT=3\nEXDATE:20270512T070000Z', on('05-11', '05-13')],
  ])('%s', (_, rule, talk) => check(`${EVENT}\n${START}\n${rule}`, talk));

  test('keep their clock time when clocks change', () => {
    check(
      `${EVENT}\nDTSTART;TZID=Europe/Rome:20270327T090000\nDTEND;TZID=Europe/Rome:20270327T100000\nRRULE:FREQ=DAILY;COUNT=2`,
      {
        slots: [
          { ...SLOT, start: '2027-03-27T09:00:00+01:00', end: '2027-03-27T10:00:00+01:00' },
          { ...SLOT, start: '2027-03-28T09:00:00+02:00', end: '2027-03-28T10:00:00+02:00' },
        ],
      },
    );
  });

  test.each([
    ['soon', 'soon'],
    ['20270230T080000', '2027-02-30T08:00:00'],
    ['20270511T8', '20270511T8'],
  ])('whose end is %s, which is no time', (end, shown) => {
    const wrong = `error 3: "${shown}" is not a time after the start; the talk is listed without an end.`;
    check(`${EVENT}\n${START}\nDTEND:${end}\nRRULE:FREQ=DAILY;COUNT=2`, on('05-11', '05-12'), [wrong]);
  });

  test('without an end, up to the last day of the others', () => {
    const { talks, problems } = read(
      calendar([`${EVENT}\n${START}\nRRULE:FREQ=DAILY`, 'UID:b\nSUMMARY:B\nDTSTART:20270513T070000Z']),
    );
    expect(talks[0]?.slots).toEqual(on('05-11', '05-12', '05-13').slots);
    expect(problems).toEqual([
      'warning 3: It repeats without an end; it is listed up to the last day of the other events.',
    ]);
  });

  test.each([
    ['FREQ=SECONDLY', 'FREQ=SECONDLY'],
    ['FREQ=YEARLY;BYWEEKNO=-1', 'BYWEEKNO'],
    ['FREQ=DAILY;BYSECOND=30', 'BYSECOND'],
    ['FREQ=WEEKLY;BYDAY=1MO', 'BYDAY'],
    ['FREQ=FORTNIGHTLY;COUNT=2', 'FREQ=FORTNIGHTLY;COUNT=2'],
    ['FREQ=WEEKLY;BYDAY=XX', 'FREQ=WEEKLY;BYDAY=XX'],
    ['FREQ=DAILY;COUNT=two', 'FREQ=DAILY;COUNT=two'],
    ['every Tuesday', 'no FREQ'],
  ])('by %s, once', (rule, part) =>
    check(`${EVENT}\n${START}\nRRULE:${rule}`, { slots: [SLOT] }, [
      `warning 3: Its repetition cannot be read (${part}); only its first date is listed. Write the other dates as RDATE or as events of their own.`,
    ]),
  );

  test('at a time that clocks skip, whose length is kept', () =>
    check(
      `${EVENT}\nDTSTART;TZID=Europe/Berlin:20270328T023000\nDTEND;TZID=Europe/Berlin:20270328T033000`,
      { slots: [{ ...SLOT, start: '2027-03-28T03:30:00+02:00', end: '2027-03-28T04:30:00+02:00' }] },
      [
        'warning 3: 2027-03-28 has no 02:30, because clocks go forward then; it is listed an hour later. Correct its time.',
      ],
    ));

  test('without the times of an exception that cannot be read', () =>
    check(`${EVENT}\n${START}\nRRULE:FREQ=DAILY;COUNT=2\nEXRULE:FREQ=OFTEN`, on('05-11', '05-12'), [
      'warning 3: The times that its EXRULE leaves out cannot be read; they are listed. Write them as EXDATE.',
    ]));

  test('by a rule that has no dates, once', () =>
    check(`${EVENT}\n${START}\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30`, { slots: [SLOT] }, [
      'warning 3: It repeats without an end; it is listed up to the last day of the other events.',
    ]));

  test('for years, their first times', () => {
    const { talks, problems } = read(calendar([`${EVENT}\n${START}\nRRULE:FREQ=DAILY;COUNT=1000000`]));
    expect({ slots: talks[0]?.slots.length, problems }).toEqual({
      slots: 60,
      problems: ['warning 3: It repeats for too long; only its first times are listed.'],
    });
  });

  test('of very many events, as often as a conference may have them', () => {
    const events = Array.from(
      { length: 40 },
      (_, n) => `UID:${n}\nSUMMARY:T${n}\n${START}\nRRULE:FREQ=DAILY;COUNT=60`,
    );
    const { talks, problems } = read(calendar(events));
    const counts = talks.map(({ slots }) => slots.length);
    expect({ all: counts.reduce((sum, count) => sum + count), last: counts.at(-1), problems }).toEqual({
      all: 2040,
      last: 1,
      problems: [
        'error 201: The calendar repeats its events 2,000 times; from here on only first times are listed.',
      ],
    });
  });

  test('of which one was moved', () => {
    const { talks } = read(
      calendar([
        `${EVENT}\n${START}\nRRULE:FREQ=DAILY;COUNT=2`,
        `${EVENT}\nRECURRENCE-ID:20270512T070000Z\nDTSTART:20270512T090000Z\nLOCATION:Pier`,
      ]),
    );
    expect(talks).toEqual([
      { ...TALK, slots: [SLOT, { ...SLOT, start: '2027-05-12T09:00:00Z', rooms: ['Pier'] }] },
    ]);
  });
});

describe('texts', () => {
  test.each([
    ['folded lines', 'SUMMARY:Ceph at\n  sea\nUID:a', {}],
    ['lower case', 'uid:a\nsummary:Ceph at sea', {}],
    ['leading spaces', 'UID:a\nSUMMARY: Ceph at sea\nDESCRIPTION: How.\nLOCATION: ', { abstract: 'How.' }],
    [
      'escapes',
      `${EVENT}\nDESCRIPTION:One\\, two\\; three\\nfour \\\\`,
      { abstract: 'One, two; three\nfour \\' },
    ],
    [
      'line breaks that should be escapes',
      `${EVENT}\nDESCRIPTION:One.\n\nNote: two.`,
      { abstract: 'One.\n\nNote: two.' },
    ],
    [
      'HTML',
      `${EVENT}\nDESCRIPTION:<p>Tom &amp\\; Zoë</p><ul><li>a</li></ul>`,
      { abstract: 'Tom & Zoë\n\n- a' },
    ],
    ['an empty description', `${EVENT}\nDESCRIPTION:\\n`, {}],
    [
      'an address',
      `${EVENT}\nURL:https://example.org/a`,
      { links: [{ kind: 'web', url: 'https://example.org/a', title: '' }] },
    ],
    ['an address that leads nowhere', `${EVENT}\nURL:javascript:alert(1)`, {}],
    ['a category', `${EVENT}\nCATEGORIES:Storage`, { track: 'Storage' }],
    [
      'several categories',
      `${EVENT}\nCATEGORIES:Storage,Ops\\, and more`,
      { track: 'Storage, Ops, and more' },
    ],
    [
      'an alarm',
      `${EVENT}\nBEGIN:VALARM\nDESCRIPTION:Wake up\nEND:VALARM\nDESCRIPTION:How.`,
      { abstract: 'How.' },
    ],
    ['a link for a title', 'UID:a\nSUMMARY:[Ceph at sea](https://example.org/)', {}],
  ])('with %s', (_, event, talk) => check(`${event}\n${START}`, { slots: [SLOT], ...talk }));

  test.each([
    ['by its status', `${EVENT}\nSTATUS:CANCELLED`],
    ['by its title', 'UID:a\nSTATUS:CONFIRMED\nSUMMARY:CANCELLED: <s>Ceph at sea</s>'],
  ])('of a talk that is cancelled %s', (_, event) =>
    check(`${event}\n${START}`, { slots: [SLOT], status: 'cancelled' }),
  );

  test('never with an address of a person', () => {
    const text = calendar([
      `${EVENT}\n${START}\nORGANIZER;CN=ada@secret.example:MAILTO:ada@secret.example
ATTENDEE;CN=Ada:mailto:ada@secret.example
CONTACT:+34 600 123 456
COMMENT:internal note
X-PHONE:+34 600 123 456
DESCRIPTION:Ask ada@secret.example`,
    ]);
    const { talks, problems } = read(text);
    expect(JSON.stringify({ talks, problems })).not.toMatch(/secret|600|internal/);
    expect(talks).toEqual([{ ...TALK, slots: [SLOT], abstract: 'Ask [e-mail address removed]' }]);
  });
});

describe('speakers and sorts in titles', () => {
  const titles = (text: string) =>
    read(text).talks.map(({ title, speakers }) => [title, ...speakers.map(({ name }) => name)]);
  const SCHED = 'PRODID:-//Sched.com Lighthouse Days//EN';

  test.each([
    ['Ceph at sea - Ada Lund\\, Acme', ['Ceph at sea', 'Ada Lund']],
    [
      'Ceph at sea - Ada Lund\\, Keeper\\, Acme & Bo van Ek\\, CEO\\, Quay Inc',
      ['Ceph at sea', 'Ada Lund', 'Bo van Ek'],
    ],
    [
      'Ceph at sea - Ada Lund & Bo Ek\\, Acme; Cy Fry\\, Quay',
      ['Ceph at sea', 'Ada Lund', 'Bo Ek', 'Cy Fry'],
    ],
    ['Ceph at sea - Ada Lund\\, Bo Ek & Cy Fry\\, Acme', ['Ceph at sea', 'Ada Lund', 'Bo Ek', 'Cy Fry']],
    ['Ceph at sea - Ada Lund\\, Founder & CEO\\, Acme', ['Ceph at sea', 'Ada Lund']],
    ['Ceph at sea - Ada Lund and Bo Ek', ['Ceph at sea', 'Ada Lund', 'Bo Ek']],
    ['Ceph - at sea - Ada Lund\\, Acme', ['Ceph - at sea', 'Ada Lund']],
    ['Ceph - Ada Lund\\, Keeper\\, Acme & Bo Ek\\, Keeper - Storage\\, Quay', ['Ceph', 'Ada Lund', 'Bo Ek']],
    ['Ceph at sea', ['Ceph at sea']],
    ['Harbour Day - Full-Day Event | PASS REQUIRED', ['Harbour Day - Full-Day Event | PASS REQUIRED']],
    ['Ceph - what we learnt', ['Ceph - what we learnt']],
    ['Keynote - Panel Session', ['Keynote - Panel Session']],
  ])('of Sched: %s', (summary, expected) => {
    expect(titles(calendar([`UID:a\nSUMMARY:${summary}`], SCHED))).toEqual([expected]);
  });

  test.each([
    ['Ceph at sea - Ada Lund\\, bo', ['Ceph at sea', 'Ada Lund', 'bo']],
    ['Ceph - at sea - Ada Lund', ['Ceph - at sea', 'Ada Lund']],
    ['Ceph - at sea - ', ['Ceph - at sea']],
  ])('of pretalx: %s', (summary, expected) => {
    expect(titles(calendar([`UID:a\nSUMMARY:${summary}`], 'PRODID:-//pretalx//talks.example//2027'))).toEqual(
      [expected],
    );
  });

  test('where nearly all have a double dash', () => {
    expect(
      titles(
        calendar([
          'SUMMARY:Ceph -- Ada Lund and Bo Ek',
          'SUMMARY:B - C -- Cy Fry',
          'SUMMARY:Workshops -- Workshop',
        ]),
      ),
    ).toEqual([['Ceph', 'Ada Lund', 'Bo Ek'], ['B - C', 'Cy Fry'], ['Workshops -- Workshop']]);
  });

  test('of no one else', () => {
    expect(titles(calendar(['UID:a\nSUMMARY:Ceph - Ada Lund\\, Acme']))).toEqual([['Ceph - Ada Lund, Acme']]);
  });

  test('in front of all titles', () => {
    const { talks } = read(
      calendar(['SUMMARY:[tutorial] Ceph', 'SUMMARY:[break] Tea time', 'SUMMARY:[sponsor-workshop] B']),
    );
    expect(talks.map(({ title, kind, track }) => ({ title, kind, track }))).toEqual([
      { title: 'Ceph', kind: 'talk', track: 'Tutorial' },
      { title: 'Tea time', kind: 'break', track: undefined },
      { title: 'B', kind: 'talk', track: 'Sponsor workshop' },
    ]);
  });

  test('but not what stands in front of one', () => {
    expect(titles(calendar(['SUMMARY:[SOLD OUT] Ceph', 'SUMMARY:B']))).toEqual([['[SOLD OUT] Ceph'], ['B']]);
  });

  test('who organise a talk each', () => {
    const event = (name: string) => `SUMMARY:${name}\nORGANIZER;CN=${name}:MAILTO:info@example.org`;
    const names = ['Ada Lund', 'Bo Ek', 'Cy Fry', 'Di Gil', 'Ed Ham'];
    expect(titles(calendar(names.map(event)))).toEqual(names.map(name => [name, name]));
    expect(titles(calendar(Array(6).fill(event('Office'))))[0]).toEqual(['Office']);
  });

  test('in brackets, as PyCon UK writes', () =>
    check(`UID:a\nSUMMARY:Ceph at sea (talk by Ada Lund & Bo Ek)\n${START}`, {
      speakers: [
        { name: 'Ada Lund', bio: '' },
        { name: 'Bo Ek', bio: '' },
      ],
      slots: [SLOT],
    }));

  test('who attend without an address, as Pentabarf writes', () =>
    check(
      `${EVENT}\n${START}
ATTENDEE;ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUAL;CN="Ada Lund":invalid:nomail
ATTENDEE;CN=Bo Guest:mailto:bo@example.org`,
      { speakers: [{ name: 'Ada Lund', bio: '' }], slots: [SLOT] },
    ));

  test('in the first line of a description of Indico', () =>
    check(
      `${EVENT}\n${START}\nURL:https://example.org/1/
DESCRIPTION:Speakers: Ada Lund (Harbour University)\\, Bo Ek (Pier 2\\, Quay)\\nHow it floats.\\nhttps://example.org/1/`,
      {
        speakers: [
          { name: 'Ada Lund', bio: '', affiliation: 'Harbour University' },
          { name: 'Bo Ek', bio: '', affiliation: 'Pier 2, Quay' },
        ],
        abstract: 'How it floats.',
        links: [{ kind: 'web', url: 'https://example.org/1/', title: '' }],
        slots: [SLOT],
      },
    ));

  test('but no sentence about them', () =>
    check(`${EVENT}\n${START}\nDESCRIPTION:Speakers: to be chosen by all of you on the day.`, {
      abstract: 'Speakers: to be chosen by all of you on the day.',
      slots: [SLOT],
    }));

  test('in a description of PyCon US', () => {
    const description =
      'Section: talks\\nKind: talk\\nName: Ceph at sea\\nhttps://example.org/\\n<p>How.</p>\\nSpeakers:\\nAda Lund\\n<p>Keeper.</p>\\nBo Ek\\n';
    const { talks } = read(calendar([`${EVENT}\nDESCRIPTION:${description}`]));
    expect(talks).toEqual([
      {
        ...TALK,
        abstract: 'How.',
        speakers: [
          { name: 'Ada Lund', bio: 'Keeper.' },
          { name: 'Bo Ek', bio: '' },
        ],
      },
    ]);
  });
});

describe('rooms and tracks', () => {
  const roomsOf = (locations: readonly string[]) =>
    read(
      calendar(locations.map((location, i) => `UID:${i}\nSUMMARY:T\n${START}\nLOCATION:${location}`)),
    ).talks.map(talk => talk.slots[0]?.rooms);

  test('without what all locations end with', () => {
    expect(
      roomsOf([
        'Pier\\, Vigo\\, Spain',
        'Quay 1\\, Vigo\\, Spain',
        'Hall; left\\, Vigo\\, Spain',
        'Pier\\, Vigo\\, Spain',
        'Hotel\\, Porto',
      ]),
    ).toEqual([['Pier'], ['Quay 1'], ['Hall; left'], ['Pier'], ['Hotel, Porto']]);
    expect(roomsOf(['Pier\\, Vigo', 'Quay\\, Vigo'])).toEqual([['Pier, Vigo'], ['Quay, Vigo']]);
  });

  test('of which a pause takes several', () => {
    expect(roomsOf(['Pier', 'Quay', 'Pier\\, Quay', 'Pier\\, left'])).toEqual([
      ['Pier'],
      ['Quay'],
      ['Pier', 'Quay'],
      ['Pier, left'],
    ]);
  });

  test('in readable case, where all are in capitals', () => {
    const tracksOf = (categories: readonly string[]) =>
      read(
        calendar(categories.map((category, i) => `UID:${i}\nSUMMARY:T\nCATEGORIES:${category}`)),
      ).talks.map(({ track }) => track);
    expect(
      tracksOf(['AI + ML', 'CNCF-HOSTED CO-LOCATED EVENTS', 'THE STATE OF STORAGE', '🪧 POSTERS']),
    ).toEqual(['AI + ML', 'CNCF-Hosted Co-Located Events', 'The State of Storage', '🪧 Posters']);
    expect(tracksOf(['STORAGE', 'Ops'])).toEqual(['STORAGE', 'Ops']);
  });

  test('that say that it is a pause', () => {
    const { talks } = read(calendar(['SUMMARY:Something warm\nCATEGORIES:BREAKS']));
    expect(talks[0]?.kind).toBe('break');
  });
});

describe('ids', () => {
  const idsOf = (...events: readonly string[]) =>
    read(calendar(events.map(event => `${event}\n${START}`))).talks.map(({ id }) => id);

  test('are UIDs, else addresses, else left to title and speakers', () => {
    expect(
      idsOf(
        'UID:a\nSUMMARY:A',
        'UID:c\nSUMMARY:B\nURL:https://x.example/1',
        'UID:c\nSUMMARY:C\nURL:https://x.example/2',
        'SUMMARY:D',
      ),
    ).toEqual(['a', 'https://x.example/1', 'https://x.example/2', undefined]);
  });

  test('leave out the host of a UID', () => {
    expect(idsOf('UID:7@conf.example\nSUMMARY:A', 'UID:8@conf.example\nSUMMARY:B')).toEqual(['7', '8']);
  });

  test('are made where titles are alike', () => {
    const [a, b] = idsOf('UID:c\nSUMMARY:A\nLOCATION:Pier', 'UID:c\nSUMMARY:A\nLOCATION:Quay');
    expect([a, b]).toEqual([expect.stringMatching(/^[\da-f]{12}$/), expect.stringMatching(/^[\da-f]{12}$/)]);
    expect(a).not.toBe(b);
  });

  test('are the codes of pretalx, whose talks may have several slots', () => {
    const event = (suffix: string, day: number) =>
      `UID:pretalx-lighthouse-2027-ABC123${suffix}@talks.example\nSUMMARY:Ceph at sea - \nDTSTART:202705${day}T070000Z`;
    const { talks } = read(calendar([event('-1', 11), event('-2', 12)]));
    expect(talks).toEqual([
      {
        ...TALK,
        id: 'ABC123',
        title: 'Ceph at sea',
        slots: [SLOT, { ...SLOT, start: '2027-05-12T07:00:00Z' }],
      },
    ]);
  });
});

test('what is private is left out, and its number said', () => {
  const { talks, problems } = read(
    calendar([`${EVENT}\n${START}\nCLASS:PUBLIC`, 'UID:b\nSUMMARY:Secret\nCLASS:PRIVATE']),
  );
  expect({ talks, problems }).toEqual({
    talks: [{ ...TALK, slots: [SLOT] }],
    problems: ['warning undefined: Left out because private: 1.'],
  });
});

describe('what is broken', () => {
  test('is left out line by line', () => {
    const { talks, problems } = read(
      `BEGIN:VCALENDAR\nnonsense\nBEGIN:VEVENT\n${EVENT}\n${START}\nRRULE:FREQ=NEVER\nEND:VEVENT\nEND:VCALENDAR`,
    );
    expect({ talks, problems }).toEqual({
      talks: [{ ...TALK, slots: [SLOT] }],
      problems: [
        'warning 2: One line is not part of the calendar format; it was left out.',
        'warning 3: Its repetition cannot be read (FREQ=NEVER); only its first date is listed. Write the other dates as RDATE or as events of their own.',
      ],
    });
  });

  test.each(['soon', '20270511T9', '99T090000'])('is a start called %s', start =>
    check(`${EVENT}\nDTSTART:${start}\nDTEND:20270511T080000Z`, { slots: [] }, [
      `error 3: "${start}" is not a date and time; the talk is listed without a time.`,
    ]),
  );

  test('is said of a file that was cut', () => {
    const { talks, problems } = read(`BEGIN:VCALENDAR\nBEGIN:VEVENT\n${EVENT}\n${START}\nDESCR`);
    expect({ talks, problems }).toEqual({
      talks: [{ ...TALK, slots: [SLOT] }],
      problems: [
        'warning 6: One line is not part of the calendar format; it was left out.',
        'error 2: The file ends inside this event; it was read up to there.',
      ],
    });
  });

  test('is said of a file that was cut between two events', () =>
    expect(read(calendar([`${EVENT}\n${START}`]).replace('END:VCALENDAR', '')).problems).toEqual([
      'error 3: The calendar has no END:VCALENDAR; what follows this event may be missing.',
    ]));

  test('is said of a calendar without events, and of an event without a title', () => {
    expect(read('BEGIN:VCALENDAR\nEND:VCALENDAR').problems).toEqual([
      'error undefined: The calendar has no events.',
    ]);
    expect(read(calendar([`UID:a\n${START}`])).problems).toEqual([
      'error 3: The entry has no title; it was left out.',
    ]);
  });

  test('costs no more than what can be read', () => {
    const deep = `BEGIN:VCALENDAR\n${'BEGIN:VEVENT\n'.repeat(100_000)}`;
    expect(read(deep).talks).toEqual([]);
    const long = calendar([`UID:a\nSUMMARY:${'x, y - '.repeat(100_000)}`], 'PRODID:-//Sched.com X//EN');
    expect(read(long).talks).toHaveLength(1);
  });

  test('never throws', () => {
    const line = fc.tuple(
      fc.constantFrom(
        'SUMMARY',
        'DTSTART',
        'DTEND;TZID=Europe/Rome',
        'RRULE',
        'UID',
        'LOCATION',
        'BEGIN',
        'END',
        '__proto__',
        'DURATION',
        'ORGANIZER;CN',
      ),
      fc.constantFrom(':', ';', '='),
      fc.oneof(hostileText, fc.constantFrom('VEVENT', '20270511T090000', 'FREQ=DAILY')),
    );
    fc.assert(
      fc.property(fc.array(line), lines => {
        const body = lines.map(parts => parts.join('')).join('\n');
        expect(read(calendar([body])).talks).toBeInstanceOf(Array);
      }),
    );
  });
});

describe('recognises', () => {
  test.each([
    ['BEGIN:VCALENDAR\n', true],
    ['\n BEGIN:VCALENDAR \n', true],
    ['begin:vcalendar\n', true],
    ['BEGIN:VCARD\n', false],
    ['Why BEGIN:VCALENDAR?\n', false],
  ])('%j: %s', (text, expected) => expect(icalendar.recognises(text)).toBe(expected));
});

describe.skipIf(!hasRealProgrammes)('real calendars', () => {
  test.each([
    [
      'kubecon-eu-2026-0322',
      { entries: 596, pauses: 27, speakers: 687, days: 6, cancelled: 0, rooms: 51, problems: 28 },
    ],
    [
      'pycon-us-2025',
      { entries: 224, pauses: 44, speakers: 165, days: 6, cancelled: 1, rooms: 20, problems: 14 },
    ],
    ['moca-2024', { entries: 88, pauses: 0, speakers: 80, days: 3, cancelled: 0, rooms: 4, problems: 0 }],
    ['esug-2011', { entries: 44, pauses: 0, speakers: 44, days: 1, cancelled: 0, rooms: 0, problems: 0 }],
    [
      'esug-2011-better',
      { entries: 57, pauses: 3, speakers: 45, days: 6, cancelled: 0, rooms: 2, problems: 0 },
    ],
    [
      'bristol-data-week',
      { entries: 9, pauses: 0, speakers: 0, days: 5, cancelled: 0, rooms: 3, problems: 0 },
    ],
  ])('%s', (name, counts) => {
    const { talks, problems } = read(decode(realBytes(`ics/${name}.ics`)).text);
    const distinct = (values: readonly unknown[]) => new Set(values).size;
    const slots = talks.flatMap(talk => talk.slots);
    expect({
      entries: talks.length,
      pauses: talks.filter(({ kind }) => kind !== 'talk').length,
      speakers: distinct(talks.flatMap(({ speakers }) => speakers.map(speaker => speaker.name))),
      days: distinct(slots.map(({ start }) => start.slice(0, 10))),
      cancelled: talks.filter(({ status }) => status === 'cancelled').length,
      rooms: distinct(slots.flatMap(slot => slot.rooms)),
      problems: problems.length,
    }).toEqual(counts);
  });
});

test.each([
  ['Harbour Days', 'Harbour Days'],
  ['ada@example.org', undefined],
])('a calendar called %j is of a conference called %j', (called, conferenceName) =>
  expect(read(calendar([EVENT], `X-WR-CALNAME:${called}`))).toMatchObject({ conferenceName }),
);
