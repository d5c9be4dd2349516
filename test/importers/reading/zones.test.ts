import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReport } from '../../../src/importers/reading/report.ts';
import { findZone, isZone, readZone } from '../../../src/importers/reading/zones.ts';
import type { DraftTalk } from '../../../src/programme/joining/draft.ts';
import { cases } from '../../support/cases.ts';
import { hostileText } from '../../support/hostile.ts';
import { PLAIN_TALK } from '../../support/plain-talk.ts';

describe('the name of a zone', () => {
  it.each([
    ['Europe/Madrid', 'Europe/Madrid'],
    [' "Europe/Madrid" ', 'Europe/Madrid'],
    ['UTC', 'UTC'],
    ['Europe-Brussels', 'Europe/Brussels'],
    ['/mozilla.org/20050126_1/Europe/Berlin', 'Europe/Berlin'],
    ['/citadel.org/20070227_1/America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['Eastern Standard Time', 'America/New_York'],
    ['Tokyo Standard Time', 'Asia/Tokyo'],
    ['Harbour Standard Time', undefined],
    ['Europe/Harbour', undefined],
    ['+02:00', undefined],
    ['(UTC+01:00) Berlin', undefined],
    ['', undefined],
  ])('%j is %j', (text, zone) => expect(findZone(text)).toBe(zone));

  it.each(['+02:00', '-05', '', '7', 'Europe/', ' Europe/Madrid'])('%j is not one', name =>
    expect(isZone(name)).toBe(false),
  );

  it('is always a zone, whatever a file holds', () => {
    fc.assert(
      fc.property(hostileText, text => {
        const zone = findZone(text);
        expect(zone === undefined || isZone(zone)).toBe(true);
      }),
      { numRuns: cases(50) },
    );
  });
});

describe('the zone of a file', () => {
  const talkAt = (...starts: readonly string[]): DraftTalk => ({
    ...PLAIN_TALK,
    slots: starts.map(start => ({ start, end: undefined, rooms: [] })),
  });

  function read(raw: string, talks: readonly DraftTalk[] = []) {
    const report = createReport('schedule.xml');
    const zone = readZone(raw, talks, report);
    return { zone, problems: report.problems.map(({ severity, message }) => `${severity}: ${message}`) };
  }

  it.each([
    ['Europe/Madrid', 'Europe/Madrid'],
    ['', undefined],
    [' ', undefined],
  ])('%j is %j', (raw, zone) => expect(read(raw)).toEqual({ zone, problems: [] }));

  it('is reported if it is not one', () =>
    expect(read(`Harbour time ${'x'.repeat(50)}`)).toEqual({
      zone: undefined,
      problems: [
        `warning: "Harbour time ${'x'.repeat(27)}" is not a time zone such as Europe/Madrid; it was ignored.`,
      ],
    }));

  const [IN_MADRID, IN_LISBON] = ['2027-05-11T09:00:00+02:00', '2027-05-11T09:00:00+01:00'];

  it.each(['UTC', 'Etc/UTC', 'GMT', 'Etc/GMT'])('is ignored if it is %s and all times are elsewhere', zone =>
    expect(read(zone, [talkAt(IN_MADRID), talkAt(IN_LISBON, IN_MADRID)])).toEqual({
      zone: undefined,
      problems: [
        `warning: The file names the zone ${zone}, but none of its times is in that zone; the times were kept and the zone was ignored.`,
      ],
    }),
  );

  it.each<[string, string, readonly DraftTalk[]]>([
    ['one time is in UTC', 'UTC', [talkAt(IN_MADRID, '2027-05-11T09:00:00Z')]],
    ['one time is at +00:00', 'UTC', [talkAt(IN_MADRID, '2027-05-11T09:00:00+00:00')]],
    ['one time has no offset', 'UTC', [talkAt(IN_MADRID, '2027-05-11T09:00:00')]],
    ['there are no times', 'UTC', [PLAIN_TALK]],
    ['it is another one than UTC', 'Asia/Tokyo', [talkAt(IN_MADRID)]],
  ])('is believed if %s', (_, zone, talks) => expect(read(zone, talks)).toEqual({ zone, problems: [] }));
});
