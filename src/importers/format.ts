import type { Draft } from '../programme/joining/draft.ts';
import type { Problem } from '../programme/problem.ts';
import type { CsvMapping } from './rows/mapping.ts';

/** A file format of programmes, and how to read it. */
export interface Format {
  /** `frab-xml`; `lectern check` shows it. */
  readonly name: string;
  /** Completes "Lectern reads ..." for a person: "calendars (.ics)". Formats of one program may share it. */
  readonly label: string;
  /** Judges the text, not the name of the file. */
  recognises(text: string, settings?: ImportOptions): boolean;
  /** `path` is relative to DATA_DIR. Never throws: anything that cannot be read is a problem. */
  read(text: string, path: string, settings?: ImportOptions): ReadResult;
}

/** Settings in conference.yml for files that do not state them. */
export interface ImportOptions {
  readonly csv?: CsvMapping | undefined;
  /** The conference's own zone, an IANA name, which tells what "EST" or "IST" behind a time means. */
  readonly timeZone?: string | undefined;
}

/** The content of a file; fields that it does not have are left out. */
export type ReadResult = Partial<Omit<Draft, 'file' | 'format' | 'problems'>> & {
  readonly problems: readonly Problem[];
};
