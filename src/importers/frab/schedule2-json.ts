import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Format, ReadResult } from '../format.ts';
import { ENTRIES_MAX, list, localised, readEntries, text } from '../reading/json.ts';
import { createReport } from '../reading/report.ts';
import { readTime } from '../reading/times.ts';
import { conferenceFromJson, parseSchedule, readConference } from './conference.ts';
import { type FrabEvent, readEvents } from './event.ts';

/** The second version of schedule.json, a draft of the C3's hub: events in one list, and persons in another. */
export const schedule2Json: Format = {
  name: 'schedule2-json',
  label: 'schedule.xml and schedule.json from pretalx, frab and similar programs',
  recognises: file => Array.isArray(parseSchedule(file).events),
  read: readSchedule,
};

const Named = z.object({ guid: text, slug: text, name: localised });
const Link = z.object({ url: text, title: localised, type: text });
const Day = z.object({ date: text, start: text, end: text });
const Conference = z.object({
  title: localised,
  url: text,
  time_zone_name: text,
  tracks: list(Named),
  rooms: list(Named, ENTRIES_MAX),
  days: list(Day),
});
const Schedule = z.object({
  base_url: text,
  conference: Conference.catch(Conference.parse({})),
  events: z.array(z.unknown()).catch([]),
  persons: list(z.object({ guid: text, name: text, biography: localised }), ENTRIES_MAX),
});
type Schedule = z.infer<typeof Schedule>;
const Event = z.object({
  code: text,
  guid: text,
  start: text,
  end: text,
  room: referenceSchema(),
  title: localised,
  subtitle: localised,
  abstract: localised,
  description: localised,
  type: text,
  track: referenceSchema(),
  language: text,
  state: text,
  participants: list(z.object({ guid: text, name: text })),
  links: list(Link),
  attachments: list(Link),
  url: text,
});
type Event = z.infer<typeof Event>;

/** A room or a track, by name, guid or slug. */
function referenceSchema() {
  return z.union([Named, text.transform(name => ({ guid: '', slug: '', name }))]);
}

function readSchedule(file: string, path: string): ReadResult {
  const report = createReport(path);
  const schedule = Schedule.parse(parseSchedule(file));
  const events = readEntries(schedule.events, { entry: Event, noun: 'event' }, report);
  const talks = readEvents(events.map(createEventReader(schedule)), {
    baseUrl: schedule.base_url,
    countsDays: false,
    report,
  });
  return {
    talks,
    ...readConference(conferenceFromJson(schedule), talks, report),
    withheld: report.withheld,
    problems: report.problems,
  };
}

function createEventReader({ conference, persons }: Schedule): (event: Event) => FrabEvent {
  const bios = new Map(persons.map(person => [person.guid, person]));
  const trackName = createNameFinder(conference.tracks);
  const roomName = createNameFinder(conference.rooms);
  return event => ({
    ...event,
    id: '',
    texts: [event.subtitle, event.abstract, event.description],
    track: trackName(event.track),
    persons: event.participants.map(({ guid, name }) => ({
      id: guid,
      name: name || (bios.get(guid)?.name ?? ''),
      bio: bios.get(guid)?.biography ?? '',
    })),
    links: [...event.links, ...event.attachments],
    time: {
      date: event.start,
      start: '',
      duration: '',
      end: event.end,
      room: roomName(event.room),
      day: { date: findDay(event.start, conference.days), change: '00:00' },
    },
  });
}

function createNameFinder(
  known: readonly z.infer<typeof Named>[],
): (reference: z.infer<typeof Named>) => string {
  const names = new Map(
    known.flatMap(({ guid, slug, name }) => [guid, slug].map(key => [key, name] as const)),
  );
  names.delete('');
  return ({ name, guid, slug }) => name || names.get(guid) || names.get(slug) || '';
}

/** Finds the programme day whose hours include the start. */
function findDay(start: string, days: readonly z.infer<typeof Day>[]): string {
  const at = readInstant(start);
  if (at === undefined) return '';
  const holding = days.find(day => {
    const [from, to] = [readInstant(day.start), readInstant(day.end)];
    return from !== undefined && to !== undefined && from <= at && at < to;
  });
  return holding?.date ?? '';
}

function readInstant(time: string): number | undefined {
  const read = readTime(time);
  return read === undefined || read.length === 19 ? undefined : Temporal.Instant.from(read).epochMilliseconds;
}
