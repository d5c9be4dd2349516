import type { AwaitedWords } from '../awaited-words.ts';
import type { Answering } from '../context.ts';
import type { PersonalRequest } from './personal-request.ts';

/**
 * An answer that asks the database for what is kept for the person, or changes that. `unknown`: what was counted or rated at
 * a conference was asked, and says that there is none of its name; another one's must not be taken for it.
 */
export type PersonalAnswer = { readonly context: Answering; readonly unknown?: string } & (
  | PersonalRequest
  /** Words to wait for, or to wait for no more; undefined asks for those that are kept. */
  | { readonly kind: 'alert'; readonly isStop: boolean; readonly awaited: AwaitedWords | undefined }
);

/** The answer where the person is not known, as on the command line: where else it can be had. */
export const PERSONAL_ELSEWHERE: Readonly<Record<PersonalAnswer['kind'], string>> = {
  alert: 'An alert tells a person of new talks: type /talk alert and a topic in Slack.',
  reminders: 'Reminders are direct messages before starred talks: type /talk reminders in Slack.',
  feedback: 'Talks are rated in Slack, by the people who starred them: type /talk feedback there.',
  insight: `Lectern counts in Slack what people search for: organisers type /talk insight there.`,
  undo: 'What was done in Slack is taken back there: type /talk undo.',
  unstar: 'Talks are starred in Slack, by the people who read them there: type /talk mine in Slack.',
  news: 'Lectern keeps in its database what changed: type /talk changes or /talk news in Slack.',
};
