import { z } from 'zod';
import type { Format, ReadResult } from '../format.ts';
import { type Fields, isFields, listFields, parseJson, readEntries } from '../reading/json.ts';
import { createPersonReader } from '../reading/people.ts';
import { createReport } from '../reading/report.ts';
import { Person, readSessions } from './session.ts';

/** Sessionize's view Sessions: groups of sessions, each with the names of its room, speakers and categories. */
export const sessionizeSessions: Format = {
  name: 'sessionize-sessions',
  label: 'JSON from Sessionize',
  recognises: text => findGroups(parseJson(text)).length > 0,
  read: readGroups,
};

function findGroups(value: unknown): readonly Fields[] {
  return listFields(value).filter(group => 'groupName' in group && Array.isArray(group.sessions));
}

function readGroups(text: string, path: string): ReadResult {
  const report = createReport(path);
  const sessions = findGroups(parseJson(text)).flatMap(({ sessions }) =>
    Array.isArray(sessions) ? sessions : [],
  );
  return { talks: readSessions(sessions, report), withheld: report.withheld, problems: report.problems };
}

/**
 * Sessionize's view GridSmart: days of rooms, and the same sessions again by time. A plenary session is in several
 * rooms.
 */
export const sessionizeGrid: Format = {
  name: 'sessionize-grid',
  label: 'JSON from Sessionize',
  recognises: text => findDays(parseJson(text)).length > 0,
  read: readGrid,
};

function findDays(value: unknown): readonly Fields[] {
  return listFields(value).filter(
    day => 'date' in day && Array.isArray(day.rooms) && (Array.isArray(day.timeSlots) || 'isDefault' in day),
  );
}

function readGrid(text: string, path: string): ReadResult {
  const report = createReport(path);
  const sessions = findDays(parseJson(text)).flatMap(day => [
    ...listFields(day.rooms).flatMap(listSessions),
    ...listFields(day.timeSlots).flatMap(slot => listFields(slot.rooms).flatMap(listSessions)),
  ]);
  return { talks: readSessions(sessions, report), withheld: report.withheld, problems: report.problems };
}

/** A room of a day has `sessions`, a room of a time slot has a `session`. */
function listSessions({ name, session, sessions }: Fields): readonly unknown[] {
  const found = Array.isArray(sessions) ? sessions : session ? [session] : [];
  return found.map(one => (isFields(one) && !one.room ? { ...one, room: name } : one));
}

/** Sessionize's views Speakers and SpeakerWall: the bios for the sessions of another view. */
export const sessionizeSpeakers: Format = {
  name: 'sessionize-speakers',
  label: 'JSON from Sessionize',
  recognises: text => listFields(parseJson(text)).slice(0, 20).some(isSpeaker),
  read: readSpeakers,
};

function isSpeaker(value: Fields): boolean {
  return ['id', 'fullName', 'tagLine'].every(field => field in value);
}

/** The list of a person's sessions is empty for one who was not accepted. */
const ViewPerson = z
  .object({ sessions: z.unknown().optional() })
  .loose()
  .transform(fields => ({
    person: Person.parse(fields),
    speaks: !Array.isArray(fields.sessions) || fields.sessions.length > 0,
  }));

function readSpeakers(text: string, path: string): ReadResult {
  const report = createReport(path);
  const value = parseJson(text);
  const readPerson = createPersonReader(report);
  // Nobody needs to hear of the bio of a person who gives no talk.
  const readOther = createPersonReader(createReport(path));
  const people = readEntries(
    Array.isArray(value) ? value : [],
    { entry: ViewPerson, noun: 'speaker' },
    report,
  );
  return {
    people: people.flatMap(({ speaks, person }) => (speaks ? readPerson : readOther)(person, person.name)),
    problems: report.problems,
  };
}
