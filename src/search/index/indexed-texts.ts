import type { Talk } from '../../programme/talk.ts';
import type { Steps } from '../../text/steps.ts';
import { type Tokenized, type Tokens, tokenizeTalks } from '../text/tokens.ts';
import { buildPostings, type Postings } from './postings.ts';
import { makeVocabulary, type Vocabulary } from './vocabulary.ts';

/** The part of an index that takes longest to make. It depends on the order, texts and languages of the talks alone. */
export interface IndexedTexts {
  readonly tokens: Tokens;
  readonly vocabulary: Vocabulary;
  readonly forms: Postings;
  readonly stems: Postings;
}

export function* indexTexts(talks: readonly Talk[], before?: Tokenized): Steps<IndexedTexts> {
  const { tokens, vocabulary } = yield* tokenizeTalks(talks, before);
  yield;
  return { tokens, vocabulary, ...(yield* buildPostings(tokens, vocabulary)) };
}

/** The same as lists of numbers and words, from which it is made again at once. */
export interface IndexLists {
  readonly numbers: Readonly<Record<(typeof NUMBERS)[number], Int32Array>>;
  readonly words: Readonly<Record<(typeof WORDS)[number], readonly string[]>>;
}

export const NUMBERS = [
  ...(['codes', 'starts', 'ends', 'stemOfForm'] as const),
  ...(['formStarts', 'formEnds', 'stemStarts', 'stemEnds', 'postings'] as const),
] as const;
export const WORDS = ['forms', 'stems', 'languages'] as const;

export function listTexts({ tokens, vocabulary, forms, stems }: IndexedTexts): IndexLists {
  return {
    numbers: {
      ...tokens,
      stemOfForm: vocabulary.stemOfForm,
      formStarts: forms.starts,
      formEnds: forms.ends,
      stemStarts: stems.starts,
      stemEnds: stems.ends,
      postings: forms.codes,
    },
    words: { forms: vocabulary.forms, stems: vocabulary.stems, languages: vocabulary.languages },
  };
}

export function joinLists({ numbers, words }: IndexLists): IndexedTexts {
  const { codes, starts, ends, stemOfForm, formStarts, formEnds, stemStarts, stemEnds, postings } = numbers;
  const impacts = new Float32Array(postings.buffer, postings.byteOffset, postings.length);
  return {
    tokens: { codes, starts, ends },
    vocabulary: makeVocabulary({ ...words, stemOfForm }),
    forms: { starts: formStarts, ends: formEnds, codes: postings, impacts },
    stems: { starts: stemStarts, ends: stemEnds, codes: postings, impacts },
  };
}
