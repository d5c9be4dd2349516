import { z } from 'zod';
import type { Format, ReadResult } from '../format.ts';
import { isFields, list, localised, readEntries, text } from '../reading/json.ts';
import { createReport } from '../reading/report.ts';
import { conferenceFromJson, parseSchedule, readConference } from './conference.ts';
import { type FrabEvent, type FrabLink, readEvents } from './event.ts';
import { areDaysCounted, chooseRoom, readDayChange } from './slot.ts';

/** The schedule.json of frab and of pretalx. Older versions of pretalx put private answers in, which are never read. */
export const frabJson: Format = {
  name: 'frab-json',
  label: 'schedule.xml and schedule.json from pretalx, frab and similar programs',
  recognises: file => {
    const { conference, events } = parseSchedule(file);
    return isFields(conference) && Array.isArray(conference.days) && events === undefined;
  },
  read: readSchedule,
};

const Conference = z.object({
  title: localised,
  url: text,
  time_zone_name: text,
  days: z.array(z.unknown()).catch([]),
});
const Schedule = z.object({ base_url: text, conference: Conference.catch(Conference.parse({})) });
const Link = z.object({ url: text, title: localised, type: text });
const Person = z.object({
  code: text,
  guid: text,
  id: text,
  name: text,
  public_name: text,
  // Until 2014.
  full_public_name: text,
  biography: localised,
});
const Event = z.object({
  code: text,
  id: text,
  guid: text,
  date: text,
  start: text,
  duration: text,
  end: text,
  room: localised,
  title: localised,
  subtitle: localised,
  abstract: localised,
  description: localised,
  type: localised,
  // Older pretalx: `{ "de": "Sicherheit", "en": "Security" }`.
  track: localised,
  language: text,
  state: text,
  persons: list(Person),
  links: list(Link),
  attachments: list(Link),
  feedback_url: text,
  video_download_url: text,
  url: text,
});
type Event = z.infer<typeof Event>;
const Placed = z.object({ event: Event, room: text, date: text, day_end: text });
type Placed = z.infer<typeof Placed>;

function readSchedule(file: string, path: string): ReadResult {
  const report = createReport(path);
  const schedule = Schedule.parse(parseSchedule(file));
  const { base_url: baseUrl, conference } = schedule;
  const placed = readEntries(listEvents(conference.days), { entry: Placed, noun: 'event' }, report);
  if (placed.length === 0) report.warn({}, 'The schedule has no events.');
  const countsDays = areDaysCounted(placed.map(({ event }) => event.duration));
  const talks = readEvents(placed.map(toFrabEvent), { baseUrl, countsDays, report });
  return {
    talks,
    ...readConference(conferenceFromJson(schedule), talks, report),
    withheld: report.withheld,
    problems: report.problems,
  };
}

/** Lists each event with its room and day. Some stand right under their day. */
function listEvents(days: readonly unknown[]): readonly unknown[] {
  return days.filter(isFields).flatMap(({ date, day_end, rooms, events }) => {
    const inRooms = Array.isArray(rooms)
      ? rooms.filter(isFields).map(({ name, events: listed }) => [name, listed] as const)
      : Object.entries(isFields(rooms) ? rooms : {});
    return [...inRooms, ['', events] as const].flatMap(([room, listed]) =>
      Array.isArray(listed) ? listed.map((event: unknown) => ({ event, room, date, day_end })) : [],
    );
  });
}

function toFrabEvent({ event, room, date, day_end: end }: Placed): FrabEvent {
  return {
    ...event,
    texts: [event.subtitle, event.abstract, event.description],
    persons: event.persons.map(person => ({
      id: person.code || person.guid || person.id,
      name: person.name || person.public_name || person.full_public_name,
      bio: person.biography,
    })),
    links: linksOf(event),
    time: {
      ...event,
      room: chooseRoom(event.room, room),
      day: { date, change: readDayChange({ conferenceChange: '', date, end }) },
    },
  };
}

function linksOf(event: Event): readonly FrabLink[] {
  return [
    ...event.links,
    ...event.attachments,
    { url: event.video_download_url, title: 'Recording', type: 'video' },
    { url: event.feedback_url, title: 'Feedback', type: 'feedback' },
  ];
}
