import { z } from 'zod';
import type { Format, ReadResult } from '../format.ts';
import { type Fields, isFields, list, minutes, parseJson, readEntries, text } from '../reading/json.ts';
import { createPersonReader, type RawPerson } from '../reading/people.ts';
import { createReport } from '../reading/report.ts';
import { type RawTalk, readTalk, uniteSlots } from '../reading/talk.ts';

/** The files of EuroPython's programapi: sessions by code, speakers by code, and a schedule by day. */
export const europython: Format = {
  name: 'europython',
  label: "JSON from EuroPython's programapi",
  recognises: text => findLists(parseJson(text)) !== undefined,
  read: readProgramme,
};

const Person = z.union([
  z.object({ code: text, name: text, biography: text, affiliation: text }),
  z.string().transform(code => ({ code, name: '', biography: '', affiliation: '' })),
]);
const Session = z.object({
  code: text,
  title: text,
  abstract: text,
  speakers: list(Person),
  session_type: text,
  event_type: text,
  track: text,
  level: text,
  start: text,
  end: text,
  /** `"45"` in the file of sessions, `60` in the schedule. */
  duration: minutes,
  room: text,
  rooms: list(text),
  resources: list(z.object({ resource: text, description: text })),
  website_url: text,
  youtube_url: text,
  /** Added by us: the day of the schedule that it stands under. */
  day: text,
});

function readProgramme(text: string, path: string): ReadResult {
  const report = createReport(path);
  const { sessions = [], people = [] } = findLists(parseJson(text)) ?? {};
  const readPerson = createPersonReader(report);
  const read = (person: z.infer<typeof Person>, item: string) => readPerson(toRawPerson(person), item);
  const raws = readEntries(sessions, { entry: Session, noun: 'session' }, report).map(
    (session): RawTalk => ({
      ...toRawTalk(session),
      speakers: session.speakers.flatMap(person => read(person, session.title)),
    }),
  );
  return {
    talks: uniteSlots(raws).flatMap(raw => readTalk(raw, report) ?? []),
    people: readEntries(people, { entry: Person, noun: 'speaker' }, report).flatMap(person =>
      read(person, person.name),
    ),
    problems: report.problems,
  };
}

function toRawPerson({ code, name, biography, affiliation }: z.infer<typeof Person>): RawPerson {
  return { id: code, name, bio: biography, affiliation };
}

function toRawTalk(session: z.infer<typeof Session>): Omit<RawTalk, 'speakers'> {
  const { code, title, abstract, event_type, start, end, duration, day, room, rooms } = session;
  return {
    id: code,
    title,
    texts: [abstract],
    track: session.track,
    level: session.level,
    type: session.session_type,
    // Lunch has a time and a title, and no code.
    kind: event_type === 'break' ? 'break' : code === '' ? 'service' : undefined,
    links: [
      { url: session.website_url },
      { url: session.youtube_url, kind: 'video' },
      ...session.resources.map(({ resource, description }) => ({ url: resource, title: description })),
    ],
    slots: [{ start, end, minutes: duration, rooms: room === '' ? rooms : [room], day: day || undefined }],
  };
}

/** Finds the lists in any of the three files; undefined if the value is none of them. */
function findLists(
  value: unknown,
): { readonly sessions?: readonly unknown[]; readonly people?: readonly unknown[] } | undefined {
  if (!isFields(value)) return undefined;
  if (isFields(value.days)) {
    const sessions = listEvents(value.days);
    return sessions.length > 0 ? { sessions } : undefined;
  }
  // `{ "A8CD3F": { "code": "A8CD3F", … } }`
  const [key, first] = Object.entries(value)[0] ?? [];
  if (!isFields(first) || first.code !== key) return undefined;
  if ('title' in first) return { sessions: Object.values(value) };
  return 'name' in first ? { people: Object.values(value) } : undefined;
}

function listEvents(days: Fields): readonly unknown[] {
  return Object.entries(days).flatMap(([date, day]) => {
    const events = isFields(day) && Array.isArray(day.events) ? day.events : [];
    return events.map(event => (isFields(event) ? { ...event, day: date } : event));
  });
}
