import type { Problem } from '../../programme/problem.ts';
import { maskEmails } from './contacts.ts';

/** Where in a file a problem is, and which talk or person it is about. */
export interface Spot {
  readonly line?: number | undefined;
  readonly item?: string | undefined;
}

/** The problems of one file, as they are found. */
export interface Report {
  readonly problems: readonly Problem[];
  /** It is in the programme, mended or doubtful. */
  warn(spot: Spot, message: string): void;
  /** Something that was written is not in the programme. */
  fail(spot: Spot, message: string): void;
}

export function createReport(file: string): Report {
  const problems: Problem[] = [];
  const add = (severity: Problem['severity'], { line, item }: Spot, message: string) => {
    // A problem repeats what was written, and an address that was written must not come out this way either.
    problems.push({ severity, file, line, item: item && maskEmails(item), message: maskEmails(message) });
  };
  return {
    problems,
    warn: (spot, message) => add('warning', spot, message),
    fail: (spot, message) => add('error', spot, message),
  };
}

/** The same report, for what stands at a line of the file. */
export function createLineReport(line: number | undefined, { problems, warn, fail }: Report): Report {
  return {
    problems,
    warn: (spot, message) => warn({ line, ...spot }, message),
    fail: (spot, message) => fail({ line, ...spot }, message),
  };
}
