import { buildProgramme } from '../../programme/joining/build.ts';
import type { Draft } from '../../programme/joining/draft.ts';
import type { Problem } from '../../programme/problem.ts';
import type { Programme } from '../../programme/programme.ts';
import { isPause } from '../../programme/talk.ts';
import type { ConferenceFiles, DataFolder } from '../../sources/settings/arrange.ts';
import { nameKey } from '../../text/fold.ts';
import { groupByEach } from '../../text/keys.ts';

/** The JSON of `check --json`. Programs rely on its names: a field that is not known is null, never left out. */
export interface CheckReport {
  readonly files: readonly FileReport[];
  readonly talks: number;
  readonly breaks: number;
  readonly speakers: number;
  readonly conferences: number;
}

/** The contents of one file; a thing counts once, however often the file says it. */
export interface FileReport extends Counts {
  readonly file: string;
  /** Null if the format is not known. */
  readonly format: string | null;
  readonly problems: readonly FileProblem[];
}

interface FileProblem {
  readonly severity: Problem['severity'];
  readonly line: number | null;
  readonly item: string | null;
  readonly message: string;
}

interface Counts {
  readonly talks: number;
  readonly breaks: number;
  readonly slots: number;
  readonly speakers: number;
  readonly tracks: number;
  readonly rooms: number;
  readonly days: number;
}

const NOTHING: Counts = { talks: 0, breaks: 0, slots: 0, speakers: 0, tracks: 0, rooms: 0, days: 0 };

/** A conference as its files make it. */
export interface BuiltConference extends ConferenceFiles {
  readonly programme: Programme;
  readonly doubts: readonly Problem[];
}

/** Builds each conference, which takes the longer part of a check. */
export function buildConferences({ conferences }: DataFolder): readonly BuiltConference[] {
  return conferences.map(({ conference, drafts }) => {
    const { programme, problems } = buildProgramme(conference, drafts);
    return { conference, drafts, programme, doubts: problems };
  });
}

/** Counts and problems of all that was read. */
export function reportOn({ problems }: DataFolder, checked: readonly BuiltConference[]): CheckReport {
  const all = groupByEach(
    [...problems, ...checked.flatMap(({ drafts, doubts }) => [...problemsOfDrafts(drafts), ...doubts])],
    ({ file }) => [file],
  );
  const read = checked.flatMap(each => each.drafts.map(draft => reportOnFile(draft, each)));
  const known = new Set(read.map(({ file }) => file));
  const unread = [...all.keys()]
    .filter(file => !known.has(file))
    .map(file => ({ file, format: null, ...NOTHING }));
  return {
    files: [...read, ...unread].map(file => ({
      ...file,
      problems: problemsForJson(all.get(file.file) ?? []),
    })),
    talks: sum(checked.map(({ programme }) => programme.talkCount)),
    breaks: sum(checked.map(({ drafts }) => countPauses(drafts))),
    speakers: sum(checked.map(({ drafts }) => countSpeakers(drafts))),
    conferences: checked.filter(isConference).length,
  };
}

/**
 * A file's counts are those of a programme that is made of it alone; but people and pauses are counted by the ids that
 * the file gives them, since a programme makes one of two ids for one person, or of a pause in several rooms.
 */
function reportOnFile(
  draft: Draft,
  { conference, drafts, programme: whole }: BuiltConference,
): Omit<FileReport, 'problems'> {
  const programme = drafts.length === 1 ? whole : buildProgramme(conference, [draft]).programme;
  const { talks, tracks, rooms, days } = programme;
  return {
    file: draft.file,
    format: draft.format === 'unknown' ? null : draft.format,
    talks: programme.talkCount,
    breaks: countPauses([draft]),
    slots: sum(talks.map(talk => talk.slots.length)),
    speakers: countSpeakers([draft]),
    tracks: tracks.length,
    rooms: rooms.length,
    days: days.length,
  };
}

/** Counts by the source's id; a mention without one is a new person only if nobody with that name has one. */
function countSpeakers(drafts: readonly Draft[]): number {
  const mentions = drafts.flatMap(({ talks }) => talks.flatMap(({ speakers }) => speakers));
  const ids = new Set(mentions.flatMap(({ id }) => id ?? []));
  const others = mentions.flatMap(({ id, name }) => (id === undefined ? nameKey(name) : []));
  if (others.length === 0) return ids.size;
  const named = new Set(mentions.flatMap(({ id, name }) => (id === undefined ? [] : nameKey(name))));
  return ids.size + new Set(others.filter(key => !named.has(key))).size;
}

function countPauses(drafts: readonly Draft[]): number {
  const pauses = drafts.flatMap(({ talks }) => talks.filter(isPause));
  const ids = pauses.flatMap(({ id }) => id ?? []);
  return new Set(ids).size + pauses.length - ids.length;
}

function problemsOfDrafts(drafts: readonly Draft[]): readonly Problem[] {
  return drafts.flatMap(draft => draft.problems);
}

function problemsForJson(problems: readonly Problem[]): readonly FileProblem[] {
  return [...problems]
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
    .map(({ severity, line, item, message }) => ({
      severity,
      line: line ?? null,
      item: item ?? null,
      message,
    }));
}

/** A stray file in a data folder makes no conference. */
function isConference({ conference, drafts }: ConferenceFiles): boolean {
  return conference.name !== undefined || drafts.some(draft => draft.talks.length > 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
