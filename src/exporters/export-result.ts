import type { Problem } from '../programme/problem.ts';
import type { Talk } from '../programme/talk.ts';
import { pluralise } from '../text/display.ts';

/** A programme written in another format. Losses are problems: an `error` if a talk is missing. */
export interface ExportResult {
  /** Undefined if nothing of the programme fits the format. */
  readonly text: string | undefined;
  readonly problems: readonly Problem[];
}

export function describeLoss(talk: Talk, severity: Problem['severity'], message: string): Problem {
  return { severity, file: talk.file, line: undefined, item: talk.title, message };
}

/**
 * Describes a loss that several talks share in one sentence, made by `sentence` from their number, "3 talks"; empty if
 * there are no talks.
 */
export function describeLosses(
  talks: readonly Talk[],
  sentence: (count: string) => string,
): readonly Problem[] {
  if (talks.length === 0) return [];
  const message = sentence(pluralise(talks.length, 'talk'));
  return [{ severity: 'warning', file: '', line: undefined, item: undefined, message }];
}
