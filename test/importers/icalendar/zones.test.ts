import { expect, test } from 'vitest';
import { icalendar } from '../../../src/importers/icalendar/icalendar.ts';

interface Observance {
  readonly since: string;
  readonly from: string;
  readonly to: string;
  readonly rule?: string;
}

function describeZone(id: string, standard: Observance, daylight?: Observance): string {
  const write = (kind: string, { since, from, to, rule }: Observance) =>
    [
      `BEGIN:${kind}`,
      `DTSTART:${since}`,
      `TZOFFSETFROM:${from}`,
      `TZOFFSETTO:${to}`,
      ...(rule === undefined ? [] : [`RRULE:FREQ=YEARLY;${rule}`]),
      `END:${kind}`,
    ].join('\n');
  const parts = [
    write('STANDARD', standard),
    ...(daylight === undefined ? [] : [write('DAYLIGHT', daylight)]),
  ];
  return ['BEGIN:VTIMEZONE', `TZID:${id}`, ...parts, 'END:VTIMEZONE'].join('\n');
}

/** Offsets in winter and in summer, with the rules of Europe or of the United States. */
function summerTime(id: string, winter: string, summer: string, rules: 'EU' | 'US' = 'EU'): string {
  const [since, toSummer, toWinter] =
    rules === 'EU'
      ? ['1970', 'BYMONTH=3;BYDAY=-1SU', 'BYMONTH=10;BYDAY=-1SU']
      : ['2007', 'BYMONTH=3;BYDAY=2SU', 'BYMONTH=11;BYDAY=1SU'];
  return describeZone(
    id,
    { since: `${since}1101T020000`, from: summer, to: winter, rule: toWinter },
    { since: `${since}0311T020000`, from: winter, to: summer, rule: toSummer },
  );
}

/** The starts of events at ten o'clock on these days, the zone of the calendar, and its problems. */
function read(id: string, zone: string, days = ['0722']) {
  const events = days.map(
    day => `BEGIN:VEVENT\nUID:${day}\nSUMMARY:T${day}\nDTSTART;TZID=${id}:2027${day}T100000\nEND:VEVENT`,
  );
  const text = ['BEGIN:VCALENDAR', zone, ...events, 'END:VCALENDAR'].filter(Boolean).join('\n');
  const { talks = [], timeZone, problems } = icalendar.read(text, 'all.ics');
  return {
    starts: talks.flatMap(({ slots }) => slots.map(({ start }) => start.slice(5))),
    timeZone,
    problems: problems.map(({ message }) => message),
  };
}

test.each([
  ['GMT', summerTime('GMT', '+0000', '+0100'), '07-22T10:00:00+01:00', 'Europe/London'],
  ['EST', summerTime('EST', '-0500', '-0400', 'US'), '07-22T10:00:00-04:00', 'America/New_York'],
  ['MST', summerTime('MST', '-0700', '-0600', 'US'), '07-22T10:00:00-06:00', 'America/Denver'],
  ['UTC', summerTime('UTC', '+0100', '+0200'), '07-22T10:00:00+02:00', undefined],
])('the description of %s holds, which has summer time, and is said once', (id, zone, start, timeZone) => {
  const { problems, ...found } = read(id, zone, ['0722', '0723']);
  expect(found).toEqual({ starts: [start, start.replace('22T', '23T')], timeZone });
  expect(problems).toEqual([
    expect.stringMatching(
      new RegExp(
        `^The calendar describes its time zone "${id}" as UTC.* on 2027-07-22.*; the description holds\\.`,
      ),
    ),
  ]);
});

test('a description that agrees with its name says nothing', () =>
  expect(read('Europe/Madrid', summerTime('Europe/Madrid', '+0100', '+0200'), ['0122', '0722'])).toEqual({
    starts: ['01-22T10:00:00+01:00', '07-22T10:00:00+02:00'],
    timeZone: 'Europe/Madrid',
    problems: [],
  }));

test('a new rule of a place holds, as a calendar describes it', () => {
  const permanent = describeZone('Europe/Madrid', { since: '20270101T000000', from: '+0100', to: '+0200' });
  const { starts, timeZone, problems } = read('Europe/Madrid', permanent, ['0122']);
  expect([starts, timeZone, problems.length]).toEqual([['01-22T10:00:00+02:00'], 'Europe/Madrid', 1]);
});

test('a description that leaves summer time out does not hold against the name of a place', () => {
  const lazy = describeZone('Europe/Madrid', { since: '19700101T000000', from: '+0100', to: '+0100' });
  const { starts, problems } = read('Europe/Madrid', lazy);
  expect(starts).toEqual(['07-22T10:00:00+02:00']);
  expect(problems).toEqual([expect.stringContaining('the name holds, since the description is an old one')]);
});

test.each([
  ['Arabian Standard Time', '07-22T10:00:00+04:00', 'Asia/Dubai'],
  ['Arab Standard Time', '07-22T10:00:00+03:00', 'Asia/Riyadh'],
  ['West Asia Standard Time', '07-22T10:00:00+05:00', 'Asia/Tashkent'],
  ['w. europe standard time', '07-22T10:00:00+02:00', 'Europe/Berlin'],
  ['Nepal Standard Time', '07-22T10:00:00+05:45', 'Asia/Katmandu'],
  ['UTC-11', '07-22T10:00:00-11:00', 'Etc/GMT+11'],
])('%s is a name of Windows', (id, start, timeZone) =>
  expect(read(id, '')).toEqual({ starts: [start], timeZone, problems: [] }),
);

test('a time in another zone than that of the calendar is an instant', () => {
  const event = (uid: string, zone: string) =>
    `BEGIN:VEVENT\nUID:${uid}\nSUMMARY:${uid}\nDTSTART;TZID=${zone}:20270511T090000\nEND:VEVENT`;
  const text = [
    'BEGIN:VCALENDAR',
    'X-WR-TIMEZONE:Europe/Madrid',
    event('A', 'Europe/London'),
    event('B', 'Europe/Madrid'),
    'END:VCALENDAR',
  ];
  const { talks = [], timeZone } = icalendar.read(text.join('\n'), 'all.ics');
  expect([timeZone, ...talks.flatMap(({ slots }) => slots.map(({ start }) => start))]).toEqual([
    'Europe/Madrid',
    '2027-05-11T08:00:00Z',
    '2027-05-11T09:00:00+02:00',
  ]);
});
