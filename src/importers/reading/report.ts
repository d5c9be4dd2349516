import type { WithheldEntry } from '../../programme/joining/draft.ts';
import type { Problem } from '../../programme/problem.ts';
import { maskEmails } from './contacts.ts';

/** The line of a problem, and the talk or person that it is about. */
export interface Spot {
  readonly line?: number | undefined;
  readonly item?: string | undefined;
}

/** Collects the problems of one file, and what it does not want to be shown. */
export interface Report {
  readonly problems: readonly Problem[];
  readonly withheld: readonly WithheldEntry[];
  /** Reports a value that was repaired or is doubtful. */
  warn(spot: Spot, message: string): void;
  /** Reports a value that was left out of the programme. */
  fail(spot: Spot, message: string): void;
  withhold(entry: WithheldEntry): void;
}

export function createReport(file: string): Report {
  const problems: Problem[] = [];
  const said = new Set<string>();
  const withheld: WithheldEntry[] = [];
  const add = (severity: Problem['severity'], { line, item }: Spot, message: string) => {
    // A person of several talks has the same fault in each.
    const key = JSON.stringify([severity, line, item, message]);
    if (said.has(key)) return;
    said.add(key);
    // Problems quote the file, and must not show an address either.
    problems.push({ severity, file, line, item: item && maskEmails(item), message: maskEmails(message) });
  };
  return {
    problems,
    withheld,
    warn: (spot, message) => add('warning', spot, message),
    fail: (spot, message) => add('error', spot, message),
    withhold: entry => withheld.push(entry),
  };
}

/** Makes a report whose problems are at a line unless they name another. */
export function createLineReport(line: number | undefined, report: Report): Report {
  const { warn, fail } = report;
  return {
    ...report,
    warn: (spot, message) => warn({ line, ...spot }, message),
    fail: (spot, message) => fail({ line, ...spot }, message),
  };
}
