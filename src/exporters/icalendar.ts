import { Temporal } from 'temporal-polyfill';
import { type CalendarEvent, eventsOf } from '../programme/calendar-entries.ts';
import { type Conference, zoneNameOf } from '../programme/conference.ts';
import type { Problem } from '../programme/problem.ts';
import type { Programme } from '../programme/programme.ts';
import type { Link, Slot, Talk } from '../programme/talk.ts';
import { escapeMarkup, toUri } from './escape.ts';
import { describeLoss, describeLosses, type ExportResult } from './export-result.ts';

/**
 * Writes the talks as a calendar (RFC 5545), one event per slot. `stampedAt` is the instant of writing.
 *
 * It has no field for a talk without a time, levels, languages, bios, affiliations, and more than one link. Other fields that RFC
 * 5545 lacks are written as `X-LECTERN-` properties, which calendars ignore.
 */
export function exportIcs(programme: Programme, { stampedAt }: { readonly stampedAt: string }): ExportResult {
  const { talks, conference } = programme;
  const scheduled = talks.filter(talk => talk.slots.length > 0);
  const problems = [
    ...talks.filter(talk => talk.slots.length === 0).map(describeUnscheduled),
    ...findLosses(scheduled),
  ];
  if (scheduled.length === 0) return { text: undefined, problems };
  const events = scheduled.flatMap(talk => eventsOf(talk, conference));
  return { text: writeCalendar(events, { conference, name: conference.name, stampedAt }), problems };
}

export interface CalendarOptions {
  readonly conference: Conference;
  readonly name: string | undefined;
  /** The instant at which events are stamped that never changed. */
  readonly stampedAt: string;
  /** How often programs should read it again, as an ISO 8601 duration such as `PT1H`; left out for a file. */
  readonly refreshEvery?: string;
}

/** Writes events as a calendar (RFC 5545, 7986), in UTC. */
export function writeCalendar(
  events: readonly CalendarEvent[],
  { conference, name, stampedAt, refreshEvery }: CalendarOptions,
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lectern//Lectern//EN',
    'CALSCALE:GREGORIAN',
    ...writeText('NAME', name),
    ...writeText('X-WR-CALNAME', name),
    ...writeText('X-WR-TIMEZONE', zoneNameOf(conference)),
    ...writeUri('URL', conference.url),
    ...(refreshEvery === undefined
      ? []
      : [`REFRESH-INTERVAL;VALUE=DURATION:${refreshEvery}`, `X-PUBLISHED-TTL:${refreshEvery}`]),
    ...events.flatMap(event => writeEvent(event, stampedAt)),
    'END:VCALENDAR',
  ];
  return lines.map(line => `${foldLine(line)}\r\n`).join('');
}

function describeUnscheduled(talk: Talk): Problem {
  return describeLoss(talk, 'error', 'It has no time, and a calendar needs one; it was left out.');
}

function findLosses(talks: readonly Talk[]): readonly Problem[] {
  const lost = (what: (talk: Talk) => boolean, sentence: (count: string) => string) =>
    describeLosses(talks.filter(what), sentence);
  return [
    ...lost(
      ({ speakers }) => speakers.some(({ bio }) => bio !== ''),
      count => `A calendar has no field for bios; those of ${count} were left out.`,
    ),
    ...lost(
      ({ speakers }) => speakers.some(({ affiliation }) => affiliation !== undefined),
      count => `A calendar has no field for affiliations; those of ${count} were left out.`,
    ),
    ...lost(
      ({ level, languages }) => level !== undefined || languages.length > 0,
      count => `A calendar has no field for levels and languages; those of ${count} were left out.`,
    ),
    ...lost(
      ({ links }) => links.some(link => link !== findPage(links)),
      count => `A calendar has room for one link to the web; others of ${count} were left out.`,
    ),
  ];
}

function findPage(links: readonly Link[]): Link | undefined {
  return links.find(({ kind }) => kind === 'web');
}

function writeEvent(event: CalendarEvent, stampedAt: string): readonly string[] {
  const { talk, slot, uid, isLost } = event;
  const names = talk.speakers.map(speaker => speaker.name);
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    ...writeRevision(event, stampedAt),
    ...writeTimes(slot),
    ...writeText('SUMMARY', escapeMarkup(talk.title)),
    // Calendars do not show our own properties, and people look for the speakers.
    ...writeText('DESCRIPTION', [names.join(', '), escapeMarkup(talk.abstract)].filter(Boolean).join('\n\n')),
    ...writeText('LOCATION', slot.rooms.join(', ')),
    ...writeText('CATEGORIES', escapeMarkup(talk.track ?? '')),
    ...writeUri('URL', findPage(talk.links)?.url),
    `STATUS:${isLost || talk.status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    ...writeText('X-LECTERN-ID', talk.id),
    `X-LECTERN-KIND:${talk.kind}`,
    `X-LECTERN-DAY:${slot.day}`,
    ...names.flatMap(name => writeText('X-LECTERN-SPEAKER', name)),
    ...slot.rooms.flatMap(room => writeText('X-LECTERN-ROOM', room)),
    'END:VEVENT',
  ];
}

/** «In the case of an iCalendar object that doesn't specify a "METHOD" property, [DTSTAMP] is equivalent to the "LAST-MODIFIED"». */
function writeRevision({ sequence, modifiedAt }: CalendarEvent, stampedAt: string): readonly string[] {
  if (modifiedAt === undefined) return [`DTSTAMP:${writeTime(stampedAt)}`];
  const time = writeTime(new Date(modifiedAt).toISOString());
  return [`DTSTAMP:${time}`, `LAST-MODIFIED:${time}`, `SEQUENCE:${sequence}`];
}

/** A calendar has no word for a time to come: it shows such a day as a whole, and our own property keeps what is meant. */
function writeTimes({ start, end, untimed }: Slot): readonly string[] {
  if (untimed === undefined)
    return [`DTSTART:${writeTime(start)}`, ...(end === undefined ? [] : [`DTEND:${writeTime(end)}`])];
  const date = `DTSTART;VALUE=DATE:${start.replaceAll('-', '')}`;
  return untimed === 'to come' ? [date, 'X-LECTERN-HOUR:TO-COME'] : [date];
}

/** Writes a time in UTC, or as local time if its zone is unknown: `20270511T070000Z`, `20270511T090000`. */
function writeTime(time: string): string {
  const isLocal = time.length === 19;
  const text = isLocal ? time : Temporal.Instant.from(time).toString({ smallestUnit: 'second' });
  return text.replace(/[-:]/g, '');
}

function writeText(name: string, text: string | undefined): readonly string[] {
  const value = (text ?? '')
    .replace(UNWRITABLE, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
  return value === '' ? [] : [`${name}:${value}`];
}

/** A line cannot hold control characters or single surrogates. */
const UNWRITABLE = /[^\n\x20-\x7e\x80-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A URI by RFC 3986 needs no escaping. */
function writeUri(name: string, url: string | undefined): readonly string[] {
  const uri = toUri(url ?? '');
  return uri === undefined ? [] : [`${name}:${uri}`];
}

const OCTETS_MAX = 75;

/**
 * Folds a line: «Lines of text SHOULD NOT be longer than 75 octets, excluding the line break» (RFC 5545, 3.1). No fold
 * splits a character.
 */
function foldLine(line: string): string {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (octets + length > OCTETS_MAX) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += length;
  }
  return text;
}
