import { pluralise } from '../../text/display.ts';
import type { Problem } from '../problem.ts';
import type { Talk } from '../talk.ts';

/** So many talks by nobody, or nowhere, are more likely misread than true. */
const TALKS_MIN = 20;

/** Reports a programme of many talks with times of which none has a speaker, or none has a room. */
export function reportSparse(talks: readonly Talk[]): readonly Problem[] {
  const timed = talks.filter(({ kind, slots }) => kind === 'talk' && slots.length > 0);
  const [first] = timed;
  if (first === undefined || timed.length < TALKS_MIN) return [];
  const problem = (noun: string): Problem => ({
    severity: 'warning',
    file: first.file,
    line: undefined,
    item: undefined,
    message: `None of the ${pluralise(timed.length, 'talk')} with a time has a ${noun}. If the file gives them, name the key or column "${noun}s".`,
  });
  return [
    ...(timed.every(({ speakers }) => speakers.length === 0) ? [problem('speaker')] : []),
    ...(timed.every(({ slots }) => slots.every(({ rooms }) => rooms.length === 0)) ? [problem('room')] : []),
  ];
}
