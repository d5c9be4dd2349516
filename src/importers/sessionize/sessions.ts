import type { Format, Reading } from '../format.ts';
import { type Fields, fieldsIn, parseJson } from '../reading/json.ts';
import { reportOn } from '../reading/report.ts';
import { readSessions } from './session.ts';

/** Sessionize's view Sessions: groups of sessions, each with the names of its room, speakers and categories. */
export const sessionizeSessions: Format = {
  name: 'sessionize-sessions',
  recognises: text => groupsIn(parseJson(text)).length > 0,
  read: readGroups,
};

function groupsIn(value: unknown): readonly Fields[] {
  return fieldsIn(value).filter(group => 'groupName' in group && Array.isArray(group.sessions));
}

function readGroups(text: string, path: string): Reading {
  const report = reportOn(path);
  const sessions = groupsIn(parseJson(text)).flatMap(({ sessions }) =>
    Array.isArray(sessions) ? sessions : [],
  );
  return { talks: readSessions(sessions, report), problems: report.problems };
}
