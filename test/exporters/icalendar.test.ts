import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { exportIcs, writeCalendar } from '../../src/exporters/icalendar.ts';
import { type CalendarEvent, eventsOf } from '../../src/programme/calendar-entries.ts';
import { createProgramme, type Programme } from '../../src/programme/programme.ts';
import type { Slot, Talk } from '../../src/programme/talk.ts';
import { cases } from '../support/cases.ts';
import { conference, programme, speaker, talk } from '../support/conference.ts';
import { hostileTalk } from '../support/hostile.ts';
import { anyProgramme } from './programmes.ts';
import { importedAgain } from './round-trip.ts';
import { checkIcsRoundTrip } from './round-trip-plain.ts';

const STAMPED = { stampedAt: '2027-05-01T12:00:00Z' };
const SLOT = {
  start: '2027-05-11T09:00:00+02:00',
  end: '2027-05-11T09:40:00+02:00',
  rooms: ['Quay Hall'],
  day: '2027-05-11',
};

/** The lines of a calendar, made whole again. */
function linesOf(given: Programme): readonly string[] {
  return (exportIcs(given, STAMPED).text ?? '').replaceAll('\r\n ', '').split('\r\n');
}

describe('a calendar of ours', () => {
  it('has an event as calendars expect it', () => {
    const ceph = talk({
      title: 'Ceph, at sea; a \\ talk',
      abstract: 'How.\n\nWhy.',
      speakers: [speaker(), speaker({ id: 'bo-ek', name: 'Bo Ek' })],
      links: [{ kind: 'web', url: 'https://example.org/a,b', title: '' }],
      slots: [{ ...SLOT, rooms: ['Quay Hall', 'Pier'] }],
    });
    expect(linesOf(programme([ceph], { url: 'https://example.org/' }))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Lectern//Lectern//EN',
      'CALSCALE:GREGORIAN',
      'NAME:Lighthouse Days',
      'X-WR-CALNAME:Lighthouse Days',
      'X-WR-TIMEZONE:Europe/Madrid',
      'URL:https://example.org/',
      'BEGIN:VEVENT',
      expect.stringMatching(/^UID:[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/),
      'DTSTAMP:20270501T120000Z',
      'DTSTART:20270511T070000Z',
      'DTEND:20270511T074000Z',
      'SUMMARY:Ceph\\, at sea\\; a \\\\ talk',
      'DESCRIPTION:Ada Lund\\, Bo Ek\\n\\nHow.\\n\\nWhy.',
      'LOCATION:Quay Hall\\, Pier',
      'CATEGORIES:Storage',
      'URL:https://example.org/a,b',
      'STATUS:CONFIRMED',
      'X-LECTERN-ID:storage/ceph-at-sea',
      'X-LECTERN-KIND:talk',
      'X-LECTERN-DAY:2027-05-11',
      'X-LECTERN-SPEAKER:Ada Lund',
      'X-LECTERN-SPEAKER:Bo Ek',
      'X-LECTERN-ROOM:Quay Hall',
      'X-LECTERN-ROOM:Pier',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('says that a talk is cancelled', () => {
    expect(linesOf(programme([talk({ status: 'cancelled', slots: [SLOT] })]))).toContain('STATUS:CANCELLED');
  });

  it('has what lasts all day and what has no hour yet as dates', () => {
    const untimed = (start: string, what: 'all day' | 'to come'): Slot => ({
      start,
      end: undefined,
      rooms: ['Deck'],
      day: start,
      untimed: what,
    });
    const slots = [untimed('2027-05-11', 'all day'), untimed('2027-05-12', 'to come')];
    expect(linesOf(programme([talk({ slots })])).filter(line => /^DTSTART|^DTEND|-HOUR/.test(line))).toEqual([
      'DTSTART;VALUE=DATE:20270511',
      'DTSTART;VALUE=DATE:20270512',
      'X-LECTERN-HOUR:TO-COME',
    ]);
  });

  it('keeps times without a zone as they are', () => {
    const lines = linesOf(
      programme([talk({ slots: [{ ...SLOT, start: '2027-05-11T09:00:00', end: undefined }] })], {
        timeZone: undefined,
      }),
    );
    expect(lines.filter(line => /^DT|^X-WR-T/.test(line))).toEqual([
      'DTSTAMP:20270501T120000Z',
      'DTSTART:20270511T090000',
    ]);
  });

  it('gives an event the same UID wherever it is moved', () => {
    const uids = (slots: Talk['slots']) =>
      linesOf(programme([talk({ slots })])).filter(line => line.startsWith('UID'));
    const later = { ...SLOT, start: '2027-05-12T10:00:00+02:00', end: undefined, rooms: [] };
    expect(uids([SLOT])).toEqual(uids([later]));
    expect(new Set(uids([SLOT, later])).size).toBe(2);
  });

  it('says when an event changed, and which slot a talk no longer has', () => {
    const [before] = eventsOf(talk({ slots: [SLOT] }), conference()) as [CalendarEvent];
    const events = [
      before,
      { ...before, uid: 'lost', sequence: 2, modifiedAt: Date.UTC(2027, 4, 10, 8), isLost: true },
    ];
    const text = writeCalendar(events, {
      conference: conference(),
      name: 'My talks',
      stampedAt: STAMPED.stampedAt,
      refreshEvery: 'PT1H',
    });
    const kept = /^(DTSTAMP|LAST-M|SEQ|STATUS|NAME|REFRESH|X-PUBLISHED)/;
    expect(text.split('\r\n').filter(line => kept.test(line))).toEqual([
      'NAME:My talks',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      'DTSTAMP:20270501T120000Z',
      'STATUS:CONFIRMED',
      'DTSTAMP:20270510T080000Z',
      'LAST-MODIFIED:20270510T080000Z',
      'SEQUENCE:2',
      'STATUS:CANCELLED',
    ]);
    expect(importedAgain(text, programme()).talks.map(({ status, slots }) => ({ status, slots }))).toEqual([
      { status: 'confirmed', slots: [SLOT] },
    ]);
  });

  it('says what it has no place for', () => {
    const odd = talk({
      level: 'Beginner',
      speakers: [speaker({ affiliation: 'Dock Ltd' })],
      links: [{ kind: 'video', url: 'https://example.org/', title: '' }],
      slots: [SLOT],
    });
    expect(
      exportIcs(programme([talk({ slots: [] }), odd]), STAMPED).problems.map(
        ({ severity, message }) => `${severity}: ${message}`,
      ),
    ).toEqual([
      'error: It has no time, and a calendar needs one; it was left out.',
      'warning: A calendar has no field for bios; those of 1 talk were left out.',
      'warning: A calendar has no field for affiliations; those of 1 talk were left out.',
      'warning: A calendar has no field for levels and languages; those of 1 talk were left out.',
      'warning: A calendar has room for one link to the web; others of 1 talk were left out.',
    ]);
    expect(exportIcs(programme([talk({ slots: [] })]), STAMPED).text).toBeUndefined();
  });

  it('gives back all that it holds', () => {
    // No importer gives an empty id.
    const named = anyProgramme.filter(({ talks }) => talks.every(each => each.id !== ''));
    fc.assert(fc.property(named, checkIcsRoundTrip), { numRuns: cases(150) });
  });

  it('is a calendar, in lines of 75 octets, whatever a talk holds', () => {
    fc.assert(
      fc.property(fc.array(hostileTalk, { minLength: 1, maxLength: 3 }), talks => {
        const given = createProgramme(
          conference(),
          talks.map(each => ({ ...each, slots: [SLOT] })),
        );
        const { text = '' } = exportIcs(given, STAMPED);
        expect(text.split('\r\n').filter(line => Buffer.byteLength(line) > 75)).toEqual([]);
        expect(text).not.toMatch(/[^\r]\n|\r[^\n]|\ufffd/);
        expect(new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')).toHaveLength(talks.length);
      }),
      { numRuns: cases(50) },
    );
  });
});
