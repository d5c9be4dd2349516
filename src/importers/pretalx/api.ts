import type { Format, Reading } from '../format.ts';
import { acceptedOf } from '../reading/accepted.ts';
import { type Fields, parseJson } from '../reading/json.ts';
import { readEntries } from '../reading/lenient.ts';
import { inOneLanguage } from '../reading/one-language.ts';
import { peopleReader, type ReadPerson } from '../reading/raw-people.ts';
import { readTalk } from '../reading/raw-talk.ts';
import { type Report, reportOn } from '../reading/report.ts';
import { uniteSlots } from '../reading/unite-slots.ts';
import { type PretalxPage, pretalxPage } from './page.ts';
import { hasOnlyNumbers, type Names, Person, rawPerson, rawSession, Session, slotsOf } from './session.ts';

/** Pages of pretalx's API, of any of its versions: talks, submissions, a schedule, speakers. */
export const pretalxApi: Format = {
  name: 'pretalx-api',
  recognises: text => pretalxPage(parseJson(text)) !== undefined,
  read: readPage,
};

function readPage(text: string, path: string): Reading {
  const report = reportOn(path);
  const page = pretalxPage(parseJson(text));
  if (page === undefined) return { problems: report.problems };
  const people = readEntries(page.people, { entry: Person, noun: 'speaker' }, report);
  const readPerson = peopleReader(report);
  const talks = readSessions(page, readPerson, report);
  reportOthers(page, report);
  return {
    talks,
    people: people.flatMap(person => readPerson(rawPerson(person), person.name)),
    problems: report.problems,
  };
}

function readSessions(page: PretalxPage, readPerson: ReadPerson, report: Report) {
  const names: Names = { rooms: namesIn(page.rooms), tracks: namesIn(page.tracks) };
  const sessions = readEntries(page.sessions, { entry: Session, noun: 'session' }, report);
  const shown = acceptedOf(
    sessions.map(session => ({ ...session, isScheduled: slotsOf(session).length > 0 })),
    report,
  );
  if (shown.some(session => hasOnlyNumbers(session, names))) report.fail({}, ONLY_NUMBERS);
  const talks = uniteSlots(shown.map(session => rawSession(session, names, readPerson)));
  return talks.flatMap(talk => readTalk(talk, report) ?? []);
}

const ONLY_NUMBERS =
  'Times, rooms or tracks are only numbers here and were left out; ask pretalx for ?expand=slots.room,speakers,track,submission_type.';

function namesIn(list: readonly Fields[]): ReadonlyMap<string, string> {
  return new Map(list.map(({ id, name }) => [String(id), inOneLanguage(name)]));
}

function reportOthers({ others }: PretalxPage, report: Report): void {
  if (others.length > 0)
    report.warn({}, `What stands beside the schedule was left out: ${others.join(', ').slice(0, 200)}.`);
}
