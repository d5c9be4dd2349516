import { expect, test } from 'vitest';
import { createZoneReader, splitZone, zoneInName } from '../../../src/importers/rows/cell-zones.ts';

test.each([
  ['9:30 CEST', '9:30', 'CEST'],
  ['09:30 (UTC)', '09:30', 'UTC'],
  ['9:30 AM PST', '9:30 AM', 'PST'],
  ['9.30 Uhr MESZ', '9.30 Uhr', 'MESZ'],
  ['10:00 UTC+2', '10:00', 'UTC+2'],
  ['2027-05-11 10:00 GMT-05:00', '2027-05-11 10:00', 'GMT-05:00'],
  ['10:00 Europe/Berlin', '10:00', 'Europe/Berlin'],
  ['10:00 [America/New_York]', '10:00', 'America/New_York'],
  ['9:00 AM Eastern Time (US & Canada)', '9:00 AM', 'Eastern Time (US & Canada)'],
  ['9:00 W. Europe Standard Time', '9:00', 'W. Europe Standard Time'],
  ['9:00 AM EDT - 9:20 AM EDT', '9:00 AM - 9:20 AM', 'EDT'],
  ['09:00 CEST / 03:00 EDT', '09:00', 'CEST'],
  ['Tue, 11 May 2027 09:00:00 +0200', 'Tue, 11 May 2027 09:00:00', '+0200'],
  [
    'Tue May 11 2027 09:00:00 GMT+0200 (Central European Summer Time)',
    'Tue May 11 2027 09:00:00',
    'GMT+0200 (Central European Summer Time)',
  ],
  ['9:30 XQT', '9:30 XQT', ''],
  ['09:00-10:00', '09:00-10:00', ''],
  ['9:00 AM', '9:00 AM', ''],
  ['2027-05-11T09:00:00+02:00', '2027-05-11T09:00:00+02:00', ''],
  ['slot-1', 'slot-1', ''],
  ['Summer Time', 'Summer Time', ''],
])('parts %j', (written, text, zone) => expect(splitZone(written)).toEqual({ text, zone }));

test.each([
  ['Start (UTC)', 'UTC'],
  ['start_utc', 'UTC'],
  ['Time (CEST)', 'CEST'],
  ['Start time [Europe/Berlin]', 'Europe/Berlin'],
  ['Start ET', ''],
  ['Start (hh:mm)', ''],
  ['Start Local', ''],
  ['Start Date', ''],
])('finds the zone in the name %j', (name, zone) => expect(zoneInName(name)).toBe(zone));

/** A time in a zone at a conference, and the beginning of what is said of it. */
function place(zone: string, conferenceZone?: string, time = '2027-05-11T09:00:00') {
  const reader = createZoneReader(conferenceZone);
  const [, hours, minutes, offset] = /T(\d\d):(\d\d):00(.*)/.exec(reader.place(time, zone)) ?? [];
  return [`${hours}:${minutes}${offset}`, reader.doubts().map(doubt => doubt.split(/ (?:stands|is) /)[0])];
}

test.each([
  ['CEST', 'Europe/Berlin', '09:00+02:00', []],
  ['UTC', 'Europe/Berlin', '09:00Z', []],
  ['UTC+5:30', undefined, '09:00+05:30', []],
  ['GMT-5', undefined, '09:00-05:00', []],
  ['GMT', 'Europe/Berlin', '09:00+00:00', []],
  ['GMT', 'Europe/London', '09:00+01:00', ['"GMT"']],
  ['Europe/Athens', 'Europe/Berlin', '09:00+03:00', []],
  ['Pacific Time', undefined, '09:00-07:00', []],
  ['ET', undefined, '09:00-04:00', []],
  ['EST', undefined, '09:00-04:00', ['"EST"']],
  ['CET', 'Europe/Paris', '09:00+02:00', ['"CET"']],
  ['MST', 'America/Phoenix', '09:00-07:00', []],
  ['MST', 'America/Denver', '09:00-06:00', ['"MST"']],
  ['IST', 'Asia/Jerusalem', '09:00+03:00', ['"IST"']],
  ['IST', 'Europe/Dublin', '09:00+01:00', []],
  ['IST', 'Asia/Kolkata', '09:00+05:30', []],
  ['IST', undefined, '09:00+05:30', ['"IST"']],
  ['AEST', 'Australia/Sydney', '09:00+10:00', []],
])('places %s of a conference in %s', (zone, conferenceZone, time, doubts) =>
  expect(place(zone, conferenceZone)).toEqual([time, doubts]),
);

test('takes the name of summer time in winter for what clocks show', () =>
  expect(place('AEST', 'Australia/Sydney', '2027-01-12T09:00:00')).toEqual(['09:00+11:00', ['"AEST"']]));

test('leaves a time with an offset and one without a zone', () =>
  expect([
    createZoneReader('Europe/Berlin').place('2027-05-11T09:00:00Z', 'ET'),
    createZoneReader('Europe/Berlin').place('2027-05-11T09:00:00', ''),
  ]).toEqual(['2027-05-11T09:00:00Z', '2027-05-11T09:00:00']));
