/** Made once: each making loads a dictionary. */
const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The segmenter takes these for the end of a sentence where a capital follows. */
const ABBREVIATION =
  /(?:^|[\s(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|vs|etc|e\.g|i\.e|approx|No|Inc|Ltd|Corp|Jr|Sr)\.\s*$/u;

/** The sentences of a text, each on one line. A line break ends a sentence; an abbreviation does not. */
export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  let begun = '';
  for (const { segment } of SEGMENTER.segment(text)) {
    begun += segment;
    if (ABBREVIATION.test(begun)) continue;
    sentences.push(begun);
    begun = '';
  }
  return [...sentences, begun]
    .map(sentence => sentence.replace(/\s+/gu, ' ').trim())
    .filter(sentence => sentence !== '');
}
