/** Made once: each making loads a dictionary. */
const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The segmenter takes these for the end of a sentence where a capital follows. */
const ABBREVIATION =
  /(?:^|[\s(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|vs|etc|e\.g|i\.e|approx|No|Inc|Ltd|Corp|Jr|Sr)\.\s*$/u;

/**
 * The sentences of a text, each on one line. A line break ends a sentence; an abbreviation does not, and neither does a
 * question in quotation marks within one.
 */
export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  let begun = '';
  for (const { segment } of SEGMENTER.segment(text)) {
    const goesOn = ABBREVIATION.test(begun) || (/^\p{Ll}/u.test(segment) && !begun.endsWith('\n'));
    if (goesOn) begun += segment;
    else {
      sentences.push(begun);
      begun = segment;
    }
  }
  return [...sentences, begun]
    .map(sentence => sentence.replace(/\s+/gu, ' ').trim())
    .filter(sentence => sentence !== '');
}
