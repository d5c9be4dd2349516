import type { Format, Reading } from '../format.ts';
import { type Fields, fieldsIn, parseJson } from '../reading/json.ts';
import { readEntries } from '../reading/lenient.ts';
import { peopleReader } from '../reading/raw-people.ts';
import { reportOn } from '../reading/report.ts';
import { Person } from './session.ts';

/** Sessionize's views Speakers and SpeakerWall: the bios of those who speak in the sessions of another view. */
export const sessionizeSpeakers: Format = {
  name: 'sessionize-speakers',
  recognises: text => fieldsIn(parseJson(text)).slice(0, 20).some(isSpeaker),
  read: readSpeakers,
};

function isSpeaker(value: Fields): boolean {
  return ['id', 'fullName', 'tagLine'].every(field => field in value);
}

function readSpeakers(text: string, path: string): Reading {
  const report = reportOn(path);
  const value = parseJson(text);
  const readPerson = peopleReader(report);
  const people = readEntries(Array.isArray(value) ? value : [], { entry: Person, noun: 'speaker' }, report);
  return { people: people.flatMap(person => readPerson(person, person.name)), problems: report.problems };
}
