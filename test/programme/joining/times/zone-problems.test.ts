import { expect, test } from 'vitest';
import { buildProgramme } from '../../../../src/programme/joining/build.ts';
import { conference, draft, draftTalk } from '../../../support/conference.ts';

interface Zones {
  readonly own?: string;
  readonly stated?: string;
  readonly isZoneMistaken?: true;
}

/** The starts of talks at these times, the zone of the conference, and the problems. */
function build(starts: readonly string[], { own, stated, isZoneMistaken }: Zones = {}) {
  const talks = starts.map((start, nth) =>
    draftTalk({ title: `Talk ${nth}`, slots: [{ start, end: undefined, rooms: [] }] }),
  );
  const { programme, problems } = buildProgramme(
    conference({ timeZone: stated, ...(isZoneMistaken && { isZoneMistaken }) }),
    [draft(talks, { timeZone: own })],
  );
  return {
    zone: programme.conference.timeZone,
    starts: programme.sessions.map(({ slot }) => slot.start),
    problems: problems.map(({ severity, message }) => `${severity}: ${message}`),
  };
}

test('one offset for all times is taken for a zone, and said', () =>
  expect(build(['2027-05-11T09:00:00+02:00', '2027-05-12T09:00:00+02:00'])).toEqual({
    zone: '+02:00',
    starts: ['2027-05-11T09:00:00+02:00', '2027-05-12T09:00:00+02:00'],
    problems: [
      'warning: Nothing says in which time zone the conference is; all its times are at UTC+02:00, which is taken for it. Set timeZone in conference.yml, such as timeZone: Europe/Madrid.',
    ],
  }));

test('several offsets need a zone', () =>
  expect(build(['2027-03-27T09:00:00+01:00', '2027-03-29T09:00:00+02:00'])).toEqual({
    zone: undefined,
    starts: ['2027-03-27T09:00:00+01:00', '2027-03-29T09:00:00+02:00'],
    problems: [
      'warning: The times are at UTC+01:00 and UTC+02:00, and nothing says in which zone the conference is; they are shown as written, and now is told by the nearest of them. Set timeZone in conference.yml, such as timeZone: Europe/Madrid.',
    ],
  }));

test.each([['2027-05-11T09:00:00'], ['2027-05-11T09:00:00+02:00'], ['2027-05-11T09:00:00Z']])(
  'a zone that conference.yml names wrongly is not said to be missing beside %s',
  start => expect(build([start], { isZoneMistaken: true }).problems).toEqual([]),
);

test('a zone needs nothing', () =>
  expect(build(['2027-05-11T07:00:00Z', '2027-05-12T09:00:00'], { stated: 'Europe/Madrid' })).toEqual({
    zone: 'Europe/Madrid',
    starts: ['2027-05-11T09:00:00+02:00', '2027-05-12T09:00:00+02:00'],
    problems: [],
  }));

test('an offset of a rule that Node does not know holds in a file that names the zone', () => {
  const { starts, problems } = build(
    ['2027-01-15T10:00:00+02:00', '2027-01-16T10:00:00+02:00', '2027-01-17T10:00:00+01:00'],
    { own: 'Europe/Madrid' },
  );
  expect(starts).toEqual([
    '2027-01-15T10:00:00+02:00',
    '2027-01-16T10:00:00+02:00',
    '2027-01-17T10:00:00+01:00',
  ]);
  expect(problems).toEqual([
    "warning: On 2027-01-15 the file has Europe/Madrid at UTC+02:00, and this Node has it an hour from that; the file's times were kept. Use the newest release of Node 22 or later, which knows new rules of time zones.",
  ]);
});

test('an offset of another zone is no new rule of the one that other times of the day follow', () =>
  expect(build(['2027-05-11T10:00:00+02:00', '2027-05-11T10:00:00+01:00'], { own: 'Europe/Madrid' })).toEqual(
    {
      zone: 'Europe/Madrid',
      starts: ['2027-05-11T10:00:00+02:00', '2027-05-11T11:00:00+02:00'],
      problems: [],
    },
  ));

test.each([
  ['2027-01-15T10:00:00Z', 'Europe/Madrid', 'Europe/Madrid', '2027-01-15T11:00:00+01:00'],
  ['2027-05-11T10:00:00+00:00', 'Europe/London', 'Europe/London', '2027-05-11T11:00:00+01:00'],
  ['2027-01-15T10:00:00+02:00', 'Europe/Athens', 'Europe/Madrid', '2027-01-15T09:00:00+01:00'],
  ['2027-01-15T10:00:00+05:00', 'Europe/Madrid', 'Europe/Madrid', '2027-01-15T06:00:00+01:00'],
])('%s of a file in %s is an instant in %s', (start, own, stated, shown) =>
  expect(build([start], { own, stated })).toEqual({ zone: stated, starts: [shown], problems: [] }),
);

test('a rule that is newer than Node is used, and said if Node does not have it', () => {
  const { starts, problems } = build(['2026-12-01T10:00:00'], { stated: 'America/Vancouver' });
  expect(starts).toEqual(['2026-12-01T10:00:00-07:00']);
  const isOld = new Date('2026-12-01T10:00-07:00')
    .toLocaleString('en', { timeZone: 'America/Vancouver' })
    .includes('9:00');
  expect(problems).toEqual(
    isOld
      ? [
          'warning: The clocks of America/Vancouver have changed their rule, which this Node does not know yet; its times were read by the newer rule (tzdata 2026f). Use the newest release of Node 22 or later.',
        ]
      : [],
  );
});
