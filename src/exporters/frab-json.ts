import { timeOf } from '../programme/moment.ts';
import type { Problem } from '../programme/problem.ts';
import type { Programme } from '../programme/programme.ts';
import type { Link, Speaker, Talk } from '../programme/talk.ts';
import { guidOf } from '../text/keys.ts';
import { escapeMarkup, toUri } from './escape.ts';
import { describeLosses, type ExportResult } from './export-result.ts';
import { numberOf, versionOf } from './ids.ts';
import { buildSchedule, findTalkPage, type ScheduledDay, type ScheduledEvent } from './schedule.ts';

/**
 * Writes the schedule.json of frab and pretalx, valid by the schema of c3voc.de/schedule.
 *
 * It has no field for a talk without a time, levels, the title of a feedback link or a second one, zones such as `CET`
 * or `Etc/GMT+1`, or the source file. Numbers and codes of capitals and digits are kept as ids; other talks get a
 * number made from their id.
 */
export function exportJson(programme: Programme): ExportResult {
  const { conference, tracks, rooms } = programme;
  const { acronym, days, talks, problems } = buildSchedule(programme);
  if (days.length === 0) return { text: undefined, problems };
  const schedule = {
    version: versionOf(programme),
    conference: {
      acronym,
      title: conference.name ?? '',
      start: days[0]?.date,
      end: days.at(-1)?.date,
      daysCount: days.length,
      timeslot_duration: '00:05',
      time_zone_name: zoneOf(programme),
      url: toUri(conference.url ?? ''),
      tracks: tracks.map(name => ({ name })),
      rooms: rooms.map(name => ({ name, guid: guidOf('room', name) })),
      days: days.map(writeDay),
    },
  };
  const text = `${JSON.stringify({ generator: { name: 'Lectern' }, schedule }, undefined, 2)}\n`;
  return { text, problems: [...problems, ...findLosses(programme, talks)] };
}

function findLosses(programme: Programme, talks: readonly Talk[]): readonly Problem[] {
  const { timeZone } = programme.conference;
  return [
    ...describeLosses(
      timeZone !== undefined && zoneOf(programme) === undefined ? talks : [],
      count => `schedule.json cannot name the zone ${timeZone}; the times of ${count} have its offsets.`,
    ),
    ...describeLosses(
      talks.filter(talk => numberOf(talk) === undefined && codeOf(talk) === undefined),
      count => `schedule.json knows talks by numbers or codes of capitals; ${count} got a new number.`,
    ),
    ...describeLosses(
      talks.filter(talk => talk.level !== undefined),
      count => `schedule.json has no field for levels; that of ${count} was left out.`,
    ),
    ...describeLosses(
      talks.filter(talk => talk.speakers.some(speaker => speaker.affiliation !== undefined)),
      count => `schedule.json has no field for affiliations; those of ${count} were left out.`,
    ),
    ...describeLosses(
      talks.filter(talk => findFeedback(talk.links).length > 1),
      count => `schedule.json has room for one form for feedback; ${count} had more.`,
    ),
  ];
}

/** The schema accepts only names of this form. */
function zoneOf({ conference: { timeZone } }: Programme): string | undefined {
  return timeZone !== undefined && /^[A-Z][a-z]+\/[A-Z][a-z]+|^UTC$/.test(timeZone) ? timeZone : undefined;
}

function writeDay({ date, start, end, rooms }: ScheduledDay, at: number) {
  return {
    index: at + 1,
    date,
    day_start: start,
    day_end: end,
    rooms: Object.fromEntries([...rooms].map(([name, events]) => [name, events.map(writeEvent)])),
  };
}

function writeEvent(event: ScheduledEvent) {
  const { talk, slot, room, title, links, guid, slug, talkNumber, seconds } = event;
  return {
    guid,
    code: codeOf(talk),
    id: talkNumber,
    date: slot.start,
    start: timeOf(slot.start),
    end: seconds === 0 ? undefined : slot.end,
    duration: writeDuration(seconds),
    room,
    slug,
    // Each event must have a URL, and a talk need not have a page; a URN identifies it too (RFC 9562).
    url: findTalkPage(event) ?? `urn:uuid:${guid}`,
    title: escapeMarkup(title),
    subtitle: '',
    track: talk.track === undefined ? null : escapeMarkup(talk.track),
    type: talk.kind,
    language: talk.languages.join(', '),
    abstract: escapeMarkup(talk.abstract),
    description: '',
    persons: talk.speakers.map(writePerson),
    links: links.filter(link => link.kind === 'web' || link.kind === 'video').map(writeLink),
    attachments: links.filter(link => link.kind === 'slides').map(writeLink),
    feedback_url: findFeedback(links)[0],
  };
}

function writeDuration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The schema wants the fields of either frab or pretalx, and rejects a person that fits both. */
function writePerson({ id, name, bio }: Speaker) {
  return { guid: guidOf('person', id), name, public_name: name, biography: escapeMarkup(bio) };
}

/** The schema has no type for recordings; "media" is the nearest. */
const TYPES = { web: 'web', video: 'media', slides: 'slides', feedback: undefined } as const;

function writeLink({ url, title, kind }: Link) {
  return { url, title, type: TYPES[kind] };
}

function findFeedback(links: readonly Link[]): readonly string[] {
  return links.filter(link => link.kind === 'feedback').map(link => link.url);
}

function codeOf(talk: Talk): string | undefined {
  return numberOf(talk) === undefined && /^[A-Z0-9]+$/.test(talk.id) ? talk.id : undefined;
}
