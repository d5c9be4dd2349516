import { NAME_WORDS_MAX } from './beginnings.ts';
import { isGlue } from './glue.ts';
import type { Lexicon } from './lexicon.ts';
import {
  type Constraint,
  type ConstraintReader,
  formsFrom,
  type Reading,
  type ReadingContext,
} from './reading.ts';
import type { TypedWord } from './typed-words.ts';

const FROM = new Set(['from', 'at', 'of', 'von', 'bei', 'de', 'chez', 'da', 'van', 'do', 'del', 'by']);
const WHO = new Set(
  `who whos who's anyone anybody people someone somebody speaker speakers wer jemand qui quien quienes
  alguien quem alguem chi qualcuno wie iemand talks vortrage charlas palestras speaking spricht parle habla
  fala parla spreekt leute folks works working arbeitet trabaja travaille lavora colleagues`.split(/\s+/),
);

/** How many words may stand between `who` and `from`. */
const WHO_WORDS_MAX = 4;

/** `who is speaking from Brigantine Cloud`, `anyone from merrow bank?`. */
const readCompany: ConstraintReader['read'] = (words, at, { lexicon }) => {
  if (!WHO.has(words[at]?.form ?? '')) return undefined;
  let from = at + 1;
  while (from <= at + WHO_WORDS_MAX && !FROM.has(words[from]?.form ?? '') && isAside(words[from]?.form))
    from++;
  if (!FROM.has(words[from]?.form ?? '')) return undefined;
  const start = ['the', 'der', 'la', 'le'].includes(words[from + 1]?.form ?? '') ? from + 2 : from + 1;
  for (let count = Math.min(NAME_WORDS_MAX, words.length - start); count > 0; count--) {
    const text = formsFrom(words, start, count);
    if (count === 1 && (text.length < 3 || isGlue(text))) break;
    if (lexicon.room(text) === undefined && lexicon.isInBios(text) && !lexicon.isInTitle(text))
      return {
        count: start - at + count,
        constraints: withCompany(textFrom(words, start, count)),
        isSure: true,
      };
  }
  return undefined;
};

function withCompany(value: string): readonly Constraint[] {
  return [{ kind: 'filter', name: 'company', value }];
}

/** These words as they were typed. */
function textFrom(words: readonly TypedWord[], at: number, count: number): string {
  return words
    .slice(at, at + count)
    .map(({ text }) => text)
    .join(' ');
}

export const companyReader: ConstraintReader = { begins: () => WHO, read: readCompany };

function isAside(form: string | undefined): boolean {
  return form !== undefined && (isGlue(form) || WHO.has(form));
}

/** All of the words, if they are a name that only bios have: `Tessel Genomics`. */
export function readCompanyAlone(
  words: readonly TypedWord[],
  { lexicon }: ReadingContext,
): Reading | undefined {
  if (words.length < 2 || words.length > NAME_WORDS_MAX) return undefined;
  const text = formsFrom(words, 0, words.length);
  if (!isCompany(text, lexicon)) return undefined;
  const company = textFrom(words, 0, words.length);
  return { count: words.length, constraints: withCompany(company), isSure: true };
}

/** True for folded words that are a name in bios, and neither a speaker's nor in a talk. */
export function isCompany(text: string, lexicon: Lexicon): boolean {
  return lexicon.isNameInBios(text) && !lexicon.isPhrase(text) && !lexicon.isSpeaker(text);
}
