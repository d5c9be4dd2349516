import type { Problem } from '../programme/problem.ts';
import type { Talk } from '../programme/talk.ts';
import { pluralise } from '../text/plural.ts';

/** A programme in a form for other programs. What the form cannot hold is a problem: an `error` where a talk is missing. */
export interface ExportResult {
  /** Nothing where the form cannot be written at all, because nothing of the programme can stand in it. */
  readonly text: string | undefined;
  readonly problems: readonly Problem[];
}

/** What is lost of one talk. */
export function describeLoss(talk: Talk, severity: Problem['severity'], message: string): Problem {
  return { severity, file: talk.file, line: undefined, item: talk.title, message };
}

/** What is lost of some talks, if there are any, in one sentence that `sentence` makes of their number: "3 talks". */
export function describeLosses(
  talks: readonly Talk[],
  sentence: (count: string) => string,
): readonly Problem[] {
  if (talks.length === 0) return [];
  const message = sentence(pluralise(talks.length, 'talk'));
  return [{ severity: 'warning', file: '', line: undefined, item: undefined, message }];
}
