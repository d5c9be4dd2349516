import type { Format, ReadResult } from '../format.ts';
import { type Fields, isFields, listFields, parseJson, pickLanguage, readEntries } from '../reading/json.ts';
import { createPersonReader, type ReadPerson } from '../reading/people.ts';
import { createReport, type Report } from '../reading/report.ts';
import { keepAccepted } from '../reading/status.ts';
import { readTalk, uniteSlots } from '../reading/talk.ts';
import {
  hasOnlyNumbers,
  Person,
  PretalxSession,
  type ReferenceNames,
  slotsOf,
  toRawPerson,
  toRawTalk,
} from './session.ts';

/** Answers of any version of pretalx's API: talks, submissions, a schedule, speakers. */
export const pretalxApi: Format = {
  name: 'pretalx-api',
  label: "JSON from pretalx's widget and API",
  recognises: text => findPage(parseJson(text)) !== undefined,
  read: readPage,
};

function readPage(text: string, path: string): ReadResult {
  const report = createReport(path);
  const page = findPage(parseJson(text));
  if (page === undefined) return { problems: report.problems };
  const people = readEntries(page.people, { entry: Person, noun: 'speaker' }, report);
  const readPerson = createPersonReader(report);
  const talks = readSessions(page, readPerson, report);
  reportOthers(page, report);
  return {
    talks,
    people: people.flatMap(person => readPerson(toRawPerson(person), person.name)),
    withheld: report.withheld,
    problems: report.problems,
  };
}

function readSessions(page: PretalxPage, readPerson: ReadPerson, report: Report) {
  const names: ReferenceNames = { rooms: indexNames(page.rooms), tracks: indexNames(page.tracks) };
  const sessions = readEntries(page.sessions, { entry: PretalxSession, noun: 'session' }, report);
  const shown = keepAccepted(
    sessions.map(session => ({ ...session, isScheduled: slotsOf(session).length > 0 })),
    report,
    ({ code, title, speakers }) => ({ id: code, title, names: speakers.map(({ name }) => name).join(', ') }),
  );
  if (shown.some(session => hasOnlyNumbers(session, names))) report.fail({}, ONLY_NUMBERS);
  const talks = uniteSlots(shown.map(session => toRawTalk(session, names, readPerson)));
  return talks.flatMap(talk => readTalk(talk, report) ?? []);
}

const ONLY_NUMBERS =
  'Times, rooms or tracks are only numbers here and were left out; ask pretalx for ?expand=slots.room,speakers,track,submission_type.';

function indexNames(list: readonly Fields[]): ReadonlyMap<string, string> {
  return new Map(list.map(({ id, name }) => [String(id), pickLanguage(name)]));
}

function reportOthers({ others }: PretalxPage, report: Report): void {
  if (others.length > 0) report.warn({}, `Left out beside the schedule: ${others.join(', ').slice(0, 200)}.`);
}

/** The content of an answer of pretalx's API, or of a website's copy of several. */
interface PretalxPage {
  /** Submissions with their slots; a break has a title and a slot, and no code. */
  readonly sessions: readonly unknown[];
  readonly people: readonly unknown[];
  readonly rooms: readonly Fields[];
  readonly tracks: readonly Fields[];
  /** The names of other values in it that look like programmes. */
  readonly others: readonly string[];
}

/** Finds the lists in an answer of the API; undefined if the value is not one. */
function findPage(value: unknown): PretalxPage | undefined {
  const entries = findEntries(value);
  const sample = entries.slice(0, SAMPLE_ENTRIES).filter(isFields);
  const whole = isFields(value) ? value : {};
  const page = {
    rooms: listFields(whole.rooms),
    tracks: listFields(whole.tracks),
    others: findOthers(whole),
  };
  if (sample.some(entry => isSession(entry) || isSession(entry.submission)))
    return { ...page, sessions: entries.map(toSession), people: toList(whole.speakers) };
  if (sample.some(isPerson)) return { ...page, sessions: [], people: entries };
  return undefined;
}

/** The first entries may be breaks, or damaged. */
const SAMPLE_ENTRIES = 20;

function findEntries(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isFields(value)) return [];
  const list = [value.results, value.submissions, value.talks, value.slots].find(Array.isArray);
  if (list !== undefined) return list;
  if (isFields(value.schedule)) return listLeaves(value.schedule, SCHEDULE_LEVELS);
  return isSession(value) ? [value] : [];
}

/** PyConFR nests submissions by day, minute and room. */
const SCHEDULE_LEVELS = 3;

function listLeaves(value: unknown, levels: number): readonly unknown[] {
  if (!isFields(value) || isSession(value) || levels === 0) return [value];
  return Object.values(value).flatMap(inner => listLeaves(inner, levels - 1));
}

/** In a schedule each slot contains its submission; a slot without one is a break. */
function toSession(entry: unknown): unknown {
  if (!isFields(entry) || isSession(entry) || !('start' in entry)) return entry;
  const { submission, id, description } = entry;
  if (isFields(submission)) return { ...submission, slot: null, slots: [entry] };
  return submission ? entry : { id, title: description, slots: [entry] };
}

function toList(value: unknown): readonly unknown[] {
  if (isFields(value)) return Object.values(value);
  return Array.isArray(value) ? value : [];
}

function isSession(value: unknown): boolean {
  return (
    isFields(value) &&
    isCode(value.code) &&
    'title' in value &&
    ('submission_type' in value || 'state' in value)
  );
}

function isPerson(value: Fields): boolean {
  const hasMore = ['biography', 'avatar', 'avatar_url', 'submissions'].some(field => field in value);
  return isCode(value.code) && typeof value.name === 'string' && hasMore;
}

function isCode(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function findOthers(whole: Fields): readonly string[] {
  if (!isFields(whole.schedule)) return [];
  const known = ['schedule', 'rooms', 'tracks', 'speakers'];
  return Object.keys(whole).filter(name => !known.includes(name) && isFields(whole[name]));
}
