import { groupByEach } from '../../text/keys.ts';
import { isDate } from '../moment.ts';
import type { Problem } from '../problem.ts';
import type { Link } from '../talk.ts';
import type { Draft, DraftTalk, Entry } from './draft.ts';
import { matchRows } from './match-rows.ts';

/**
 * Joins what abstracts tell with what schedules say of the same talks. A file in which any talk has a time is a
 * schedule, or, where no file has times that could be read, a list in which no talk has an abstract; its rows belong to the
 * talks of the other files. What belongs to nothing stays a talk of its own, and is reported where it looks forgotten: a
 * row without an abstract, an abstract without a place.
 */
export function joinSchedule(entries: readonly Entry[]): {
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
} {
  const schedules = findSchedules(new Set(entries.map(entry => entry.draft)));
  const told = entries.filter(entry => !schedules.has(entry.draft));
  const rows = entries.filter(entry => schedules.has(entry.draft));
  if (told.length === 0 || rows.length === 0) return { entries, problems: [] };
  const { rowsOf, doubtful } = matchRows(rows, told);
  const joined = told.map(entry => joinEntries(entry, rowsOf.get(entry) ?? []));
  const taken = new Set([...rowsOf.values()].flat());
  const alone = rows.filter(row => !taken.has(row));
  const isTimed = rows.some(({ draft }) => hasTimes(draft));
  const problems = [
    ...told.filter(entry => isTimed && !rowsOf.has(entry)).map(createScheduleProblem),
    ...alone
      .filter(row => isTimed && looksForgotten(row))
      .map(row => (doubtful.has(row) ? createAmbiguityProblem(row) : createAbstractProblem(row))),
  ];
  return { entries: [...joined, ...alone], problems };
}

function findSchedules(drafts: ReadonlySet<Draft>): ReadonlySet<Draft> {
  const timed = [...drafts].filter(hasTimes);
  return new Set(timed.length > 0 ? timed : [...drafts].filter(isBareList));
}

function hasTimes({ talks }: Draft): boolean {
  return talks.some(talk => talk.slots.some(({ start }) => !isDate(start)));
}

function isBareList({ talks, oneTalkAFile }: Draft): boolean {
  return !oneTalkAFile && talks.every(talk => talk.abstract === '');
}

/** The abstract holds; the schedule adds what it lacks, and knows better whether a talk takes place. */
export function joinEntries(entry: Entry, rows: readonly Entry[]): Entry {
  if (rows.length === 0) return entry;
  const talks = [entry, ...rows].map(({ talk }) => talk);
  return { ...entry, talk: { ...entry.talk, ...mergeFields(talks) } };
}

/** The first that says something holds, except where the last one knows better. */
function mergeFields(talks: readonly DraftTalk[]): Omit<DraftTalk, 'id' | 'title' | 'line'> {
  const first = <Value>(sayingOf: (talk: DraftTalk) => Value | undefined) =>
    talks.map(sayingOf).find(value => value !== undefined);
  return {
    abstract: talks.reduce((best, { abstract }) => (abstract.length > best.length ? abstract : best), ''),
    speakers: talks.find(({ speakers }) => speakers.length > 0)?.speakers ?? [],
    track: first(({ track }) => track),
    kind: first(({ kind }) => kind),
    status: talks.findLast(({ status }) => status !== undefined)?.status,
    level: first(({ level }) => level),
    languages: talks.find(({ languages }) => languages?.length)?.languages,
    links: distinctLinks(talks.flatMap(({ links }) => links ?? [])),
    slots: talks.flatMap(({ slots }) => slots),
    within: first(({ within }) => within),
  };
}

function distinctLinks(links: readonly Link[]): readonly Link[] {
  return [...groupByEach(links, ({ url }) => [url]).values()].flatMap(([first]) => first ?? []);
}

function looksForgotten({ talk }: Entry): boolean {
  return talk.abstract === '' && (talk.kind ?? 'talk') === 'talk';
}

function createAbstractProblem(entry: Entry): Problem {
  return createProblem(
    entry,
    'No abstract goes with this entry of the schedule; it is listed with its title and time only.',
  );
}

function createAmbiguityProblem(entry: Entry): Problem {
  return createProblem(
    entry,
    'Several talks have this title, and nothing says which of them this is; name its speakers in the schedule.',
  );
}

function createScheduleProblem(entry: Entry): Problem {
  return createProblem(entry, 'This talk is not in the schedule; it is listed without time and room.');
}

function createProblem({ draft, talk }: Entry, message: string): Problem {
  return { severity: 'warning', file: draft.file, line: talk.line, item: talk.title, message };
}
