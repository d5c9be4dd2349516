import { z } from 'zod';
import { parseUrl } from '../../text/parse-url.ts';
import type { Format, ReadResult } from '../format.ts';
import { readTitle } from '../reading/fields.ts';
import {
  ENTRIES_MAX,
  type Fields,
  isFields,
  list,
  listFields,
  minutes,
  parseJson,
  text,
} from '../reading/json.ts';
import { createPersonReader, type ReadPerson } from '../reading/people.ts';
import { createReport } from '../reading/report.ts';
import { type RawTalk, readTalk, uniteSlots } from '../reading/talk.ts';
import { readZone } from '../reading/zones.ts';

/**
 * The JSON that Indico exports: events with `detail=contributions` or `detail=sessions`, and the timetable by day. A
 * session is the track of its contributions, and an entry of its own if it has none.
 */
export const indico: Format = {
  name: 'indico',
  label: 'JSON from Indico',
  recognises: text => isExport(parseJson(text)),
  read: readExport,
};

function isExport(value: unknown): value is Fields {
  return isFields(value) && value._type === 'HTTPAPIResult' && 'results' in value;
}

const moment = z
  .object({ date: text, time: text, tz: text })
  .transform(({ date, time, tz }) => ({ at: date === '' ? '' : `${date}T${time}`, tz }))
  .catch({ at: '', tz: '' });
const Person = z.object({
  name: text,
  fullName: text,
  first_name: text,
  firstName: text,
  last_name: text,
  lastName: text,
  familyName: text,
  affiliation: text,
});
const Entry = z.object({
  id: text,
  contributionId: text,
  entryType: text,
  title: text,
  slotTitle: text,
  description: text,
  startDate: moment,
  endDate: moment,
  duration: minutes,
  room: text,
  roomFullname: text,
  session: text,
  track: text,
  keywords: list(text),
  url: text,
  presenters: list(Person),
  speakers: list(Person),
  primaryauthors: list(Person),
  /** Added by us: the session around it. */
  around: text,
  /** Added by us: the contribution of which it is a part. */
  partOf: text,
});
type Entry = z.infer<typeof Entry>;

function readExport(text: string, path: string): ReadResult {
  const report = createReport(path);
  const value = parseJson(text);
  if (!isExport(value)) return { problems: report.problems };
  const conference = listFields(value.results)[0] ?? {};
  const found = findEntries(value.results);
  if (found.length > ENTRIES_MAX)
    report.fail({}, 'The file has more than 50,000 entries; the rest were left out.');
  const entries = found.slice(0, ENTRIES_MAX).flatMap(entry => Entry.safeParse(entry).data ?? []);
  if (entries.length === 0) report.fail({}, NO_ENTRIES);
  const readPerson = createPersonReader(report);
  const raws = entries.map(entry => toRawTalk(entry, String(value.url ?? ''), readPerson));
  const talks = uniteSlots(raws).flatMap(raw => readTalk(raw, report) ?? []);
  const zone =
    String(conference.timezone ?? '') ||
    (entries.find(({ startDate }) => startDate.tz !== '')?.startDate.tz ?? '');
  return {
    talks,
    ...(typeof conference.title === 'string' && { conferenceName: readTitle(conference.title, {}, report) }),
    timeZone: readZone(zone, talks, report),
    problems: report.problems,
  };
}

const NO_ENTRIES =
  "This is Indico's JSON of an event without its contributions; export it with detail=contributions, or export the timetable.";

/** Finds the entries of events, which are a list, or of a timetable: days by event, and entries by id. */
function findEntries(results: unknown): readonly Fields[] {
  if (Array.isArray(results))
    return listFields(results).flatMap(({ contributions, sessions }) => [
      ...listFields(contributions).flatMap(withParts),
      ...listFields(sessions).flatMap(openSession),
    ]);
  const days = valuesOf(results).flatMap(valuesOf);
  return days
    .flatMap(valuesOf)
    .flatMap(entry => (entry.entryType === 'Session' ? openSession(entry) : withParts(entry)));
}

function valuesOf(value: unknown): readonly Fields[] {
  return isFields(value) ? Object.values(value).filter(isFields) : listFields(value);
}

/** Lists the contributions of a session with its room and name, or the session itself if it has none. */
function openSession(session: Fields): readonly Fields[] {
  const inner = [...valuesOf(session.entries), ...valuesOf(session.contributions)];
  if (inner.length === 0)
    return session.title === undefined ? [] : [{ ...session, entryType: session.entryType ?? 'Session' }];
  return inner
    .map(entry => ({ ...entry, room: entry.room || session.room, around: session.title }))
    .flatMap(withParts);
}

/** A contribution may have subcontributions, in its time and room. */
function withParts(entry: Fields): readonly Fields[] {
  const { startDate, endDate, room, roomFullname, track, session, around } = entry;
  const place = { startDate, endDate, room, roomFullname, track, session, around };
  return [
    entry,
    ...listFields(entry.subContributions).map(part => ({ ...place, partOf: entry.title, ...part })),
  ];
}

function toRawTalk(entry: Entry, base: string, readPerson: ReadPerson): RawTalk {
  const { title, slotTitle, startDate, endDate, presenters, speakers, primaryauthors } = entry;
  const people = [presenters, speakers, primaryauthors].find(some => some.length > 0) ?? [];
  const isSession = entry.entryType === 'Session';
  return {
    id: entry.contributionId || entry.id,
    title: isSession ? slotTitle || title : title,
    texts: [entry.description],
    speakers: people.flatMap(person =>
      readPerson({ id: '', name: nameOf(person), bio: '', affiliation: person.affiliation }, title),
    ),
    within: entry.partOf || entry.session || entry.around || undefined,
    track: entry.track || entry.session || entry.around,
    kind: entry.entryType === 'Break' ? 'break' : undefined,
    links: entry.url === '' ? [] : [{ url: parseUrl(entry.url, base || undefined)?.href ?? '' }],
    slots: [
      {
        start: startDate.at,
        end: endDate.at,
        minutes: entry.duration,
        rooms: [entry.roomFullname || entry.room],
      },
    ],
  };
}

/** `fullName` is "Lund, Ada", and `name` may begin with a title. */
function nameOf(person: z.infer<typeof Person>): string {
  const first = person.first_name || person.firstName;
  const last = person.last_name || person.lastName || person.familyName;
  const [, family, given] = /^([^,]+),\s*([^,]+)$/.exec(person.fullName || person.name) ?? [];
  const turned = family === undefined ? person.fullName || person.name : `${given} ${family}`;
  return [first, last].filter(Boolean).join(' ') || turned;
}
