import type { Draft } from '../programme/joining/draft.ts';
import type { Problem } from '../programme/problem.ts';
import type { CsvMapping } from './rows/mapping.ts';

/** A form in which programmes are written, and how to read it. */
export interface Format {
  /** `frab-xml`, as `lectern check` names it. */
  readonly name: string;
  /** Completes "Lectern reads ..." for a person: "calendars (.ics)". Forms of one program may share it. */
  readonly label: string;
  /** By what the text is, not by what the file is called. */
  recognises(text: string, settings?: ImportOptions): boolean;
  /** `path` is relative to DATA_DIR. Never throws: what cannot be read is a problem. */
  read(text: string, path: string, settings?: ImportOptions): ReadResult;
}

/** What a conference says of its files that they do not say themselves. */
export interface ImportOptions {
  readonly csv?: CsvMapping | undefined;
}

/** What a file says; what it says nothing of is left out. */
export type ReadResult = Partial<Omit<Draft, 'file' | 'format' | 'problems'>> & {
  readonly problems: readonly Problem[];
};
