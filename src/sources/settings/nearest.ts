import { editDistance } from '../../text/edit-distance.ts';

/** The word that somebody meant who mistyped it by two letters at most; nothing where none is that near. */
export function nearest(written: string, words: readonly string[]): string | undefined {
  const near = words
    .map(word => ({ word, edits: editDistance(written.toLowerCase(), word.toLowerCase(), 2) }))
    .filter(({ word, edits }) => edits <= Math.min(2, word.length / 3))
    .sort((a, b) => a.edits - b.edits);
  return near[0]?.word;
}
