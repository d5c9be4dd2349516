import type { Speaker } from '../../programme/talk.ts';
import { formsOf, wordsOf } from '../text/words.ts';

/** Who speaks, by the words of their names. */
export interface People {
  readonly speakers: readonly Speaker[];
  /** How many words each name has. */
  readonly lengths: readonly number[];
  readonly byWord: ReadonlyMap<string, readonly number[]>;
}

export function peopleOf(speakers: readonly Speaker[]): People {
  const byWord = new Map<string, number[]>();
  const lengths = speakers.map(({ name }, number) => {
    const words = wordsOf(name);
    for (const word of new Set(words.flatMap(({ text }) => formsOf(text)))) {
      const those = byWord.get(word);
      if (those) those.push(number);
      else byWord.set(word, [number]);
    }
    return words.length;
  });
  return { speakers, lengths, byWord };
}
