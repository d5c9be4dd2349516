import { buildProgramme } from '../programme/build.ts';
import type { Conference } from '../programme/conference.ts';
import type { Draft } from '../programme/draft.ts';
import type { Problem } from '../programme/problem.ts';
import type { ConferenceFiles, DataFolder } from '../sources/arrange.ts';
import { countTalks } from './count-talks.ts';

/** What `check --json` prints. Programs rely on its names: what is not known is null, never left out. */
export interface Report {
  readonly files: readonly FileReport[];
  readonly talks: number;
  readonly breaks: number;
  readonly speakers: number;
  readonly conferences: number;
}

/** What one file holds, each thing counted once however often the file says it. */
export interface FileReport extends Counts {
  readonly file: string;
  /** Null where the file could not be read as any. */
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

/** Counts and problems of all that was read. */
export function reportOn({ conferences, problems }: DataFolder): Report {
  const built = conferences.map(each => ({ ...each, ...buildProgramme(each.conference, each.drafts) }));
  const all = [
    ...problems,
    ...built.flatMap(({ drafts, problems: doubts }) => [...ofDrafts(drafts), ...doubts]),
  ];
  const read = conferences.flatMap(({ conference, drafts }) =>
    drafts.map(draft => fileOf(draft, conference)),
  );
  const unread = [...new Set(all.map(({ file }) => file))]
    .filter(file => !read.some(report => report.file === file))
    .map(file => ({ file, format: null, ...NOTHING }));
  return {
    files: [...read, ...unread].map(file => ({ ...file, problems: problemsOf(file.file, all) })),
    talks: sum(built.map(({ programme }) => countTalks(programme))),
    breaks: sum(built.map(({ programme }) => programme.talks.length - countTalks(programme))),
    speakers: sum(built.map(({ programme }) => programme.speakers.length)),
    conferences: conferences.filter(isConference).length,
  };
}

/** A file's counts are those of a programme that is made of it alone. */
function fileOf(draft: Draft, conference: Conference): Omit<FileReport, 'problems'> {
  const { programme } = buildProgramme(conference, [draft]);
  const { talks, speakers, tracks, rooms, days } = programme;
  return {
    file: draft.file,
    format: draft.format === 'unknown' ? null : draft.format,
    talks: countTalks(programme),
    breaks: talks.length - countTalks(programme),
    slots: sum(talks.map(talk => talk.slots.length)),
    speakers: speakers.length,
    tracks: tracks.length,
    rooms: rooms.length,
    days: days.length,
  };
}

function ofDrafts(drafts: readonly Draft[]): readonly Problem[] {
  return drafts.flatMap(draft => draft.problems);
}

function problemsOf(file: string, all: readonly Problem[]): readonly FileProblem[] {
  return all
    .filter(problem => problem.file === file)
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
