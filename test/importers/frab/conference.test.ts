import { expect, it } from 'vitest';
import {
  conferenceFromJson,
  type FrabConference,
  parseSchedule,
  readConference,
} from '../../../src/importers/frab/conference.ts';
import { createReport } from '../../../src/importers/reading/report.ts';

const NONE: FrabConference = { title: '', url: '', baseUrl: '', timeZone: '' };
const READ = { conferenceName: undefined, timeZone: undefined, conferenceUrl: undefined };

it.each<[Partial<FrabConference>, object]>([
  [{}, {}],
  [{ title: ' Harbour  Days ' }, { conferenceName: 'Harbour Days' }],
  [{ timeZone: 'Europe/Madrid' }, { timeZone: 'Europe/Madrid' }],
  [
    { url: 'https://example.org', baseUrl: 'https://example.org/2027/' },
    { conferenceUrl: 'https://example.org/' },
  ],
  [{ url: 'soon', baseUrl: 'https://example.org/2027/' }, { conferenceUrl: 'https://example.org/2027/' }],
  [{ url: '/2027/' }, {}],
])('a conference with %j is read as %j', (conference, expected) => {
  const report = createReport('schedule.json');
  expect(readConference({ ...NONE, ...conference }, [], report)).toEqual({ ...READ, ...expected });
  expect(report.problems).toEqual([]);
});

it('a zone that is not one is reported', () => {
  const report = createReport('schedule.json');
  expect(readConference({ ...NONE, timeZone: 'Harbour' }, [], report)).toEqual(READ);
  expect(report.problems.map(({ message }) => message)).toEqual([
    '"Harbour" is not a time zone such as Europe/Madrid; it was ignored.',
  ]);
});

it('a conference of JSON has the same fields under other names', () =>
  expect(
    conferenceFromJson({ base_url: 'b', conference: { title: 't', url: 'u', time_zone_name: 'z' } }),
  ).toEqual({ title: 't', url: 'u', baseUrl: 'b', timeZone: 'z' }));

it.each([
  ['{"schedule": {"conference": {}}}', { conference: {} }],
  ['{"schedule": []}', {}],
  ['{"conference": {}}', {}],
  ['[{"schedule": {}}]', {}],
  ['schedule', {}],
])('%j has the schedule %j', (text, schedule) => expect(parseSchedule(text)).toEqual(schedule));
