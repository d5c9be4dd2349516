import { isPause } from '../programme/pauses.ts';
import type { TalkMatch } from './answer.ts';
import type { Index } from './index-programme.ts';

/** Who searches means what is said: a pause, or what helps to run the event, is an answer only where nothing else is. */
export function withoutPauses({ hasPauses }: Index, matches: readonly TalkMatch[]): readonly TalkMatch[] {
  if (!hasPauses) return matches;
  const said = matches.filter(({ talk }) => !isPause(talk));
  return said.length > 0 ? said : matches;
}
