import type { Format, Reading } from '../format.ts';
import { type Fields, fieldsIn, isFields, parseJson } from '../reading/json.ts';
import { reportOn } from '../reading/report.ts';
import { readSessions } from './session.ts';

/** Sessionize's view GridSmart: days of rooms, and the same sessions once more by time. A plenum is in several rooms. */
export const sessionizeGrid: Format = {
  name: 'sessionize-grid',
  recognises: text => daysIn(parseJson(text)).length > 0,
  read: readGrid,
};

function daysIn(value: unknown): readonly Fields[] {
  return fieldsIn(value).filter(
    day => 'date' in day && Array.isArray(day.rooms) && (Array.isArray(day.timeSlots) || 'isDefault' in day),
  );
}

function readGrid(text: string, path: string): Reading {
  const report = reportOn(path);
  const sessions = daysIn(parseJson(text)).flatMap(day => [
    ...fieldsIn(day.rooms).flatMap(sessionsIn),
    ...fieldsIn(day.timeSlots).flatMap(slot => fieldsIn(slot.rooms).flatMap(sessionsIn)),
  ]);
  return { talks: readSessions(sessions, report), problems: report.problems };
}

/** A room of a day has `sessions`, a room of a time slot has a `session`. */
function sessionsIn({ name, session, sessions }: Fields): readonly unknown[] {
  const found = Array.isArray(sessions) ? sessions : session ? [session] : [];
  return found.map(one => (isFields(one) && !one.room ? { ...one, room: name } : one));
}
