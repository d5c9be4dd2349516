import type { Talk } from '../../programme/talk.ts';
import { ABSTRACT, FIELDS, SPEAKERS, TITLE } from '../index/fields.ts';
import { FUNCTION_WORDS } from './stop-words.ts';
import { formIn } from './token-code.ts';

/** Where the tokens of talks stand; see Tokens. */
interface Texts {
  readonly codes: Int32Array;
  readonly starts: ArrayLike<number>;
  /** By their numbers. */
  readonly forms: Iterable<string>;
  readonly formCount: number;
}

const LANGUAGES = Object.keys(FUNCTION_WORDS);

/** Fewer small words than this may be a quotation, or a name. */
const FUNCTION_WORDS_MIN = 3;

/** A language that has no stemmer, and what is no word of any: the ending of a name stays. */
const UNSTEMMED = '';
const CHOICES = [...LANGUAGES, UNSTEMMED];

/**
 * The language of each form: that of most talks which have it, a talk's being the one in which it is written, or else
 * the one it is said to be in, or English. What is only the name of a person has none, where there are several languages.
 */
export function detectFormLanguages(talks: readonly Talk[], texts: Texts): readonly string[] {
  const smallWords = markFunctionWords(texts.forms);
  const spoken = talks.map(
    ({ languages }, talk) => detectLanguage(talk, texts, smallWords) ?? taggedLanguage(languages),
  );
  const [first = 'en'] = spoken;
  if (spoken.every(language => language === first)) return new Array(texts.formCount).fill(first);
  const votes = new Uint32Array(texts.formCount * CHOICES.length);
  const votedOn = new Int32Array(texts.formCount).fill(-1);
  talks.forEach((_, talk) => {
    const language = CHOICES.indexOf(spoken[talk] ?? UNSTEMMED);
    for (const field of WRITTEN)
      for (const code of fieldCodes(texts, talk, field)) {
        const form = formIn(code);
        if (votedOn[form] === talk) continue;
        votedOn[form] = talk;
        const cell = form * CHOICES.length + language;
        votes[cell] = (votes[cell] ?? 0) + 1;
      }
  });
  return Array.from({ length: texts.formCount }, (_, form) => {
    const those = votes.subarray(form * CHOICES.length, (form + 1) * CHOICES.length);
    const most = Math.max(...those);
    return most === 0 ? UNSTEMMED : (CHOICES[those.indexOf(most)] ?? UNSTEMMED);
  });
}

/** By the first part of its tag; English where nothing is said. */
function taggedLanguage([tag = 'en']: readonly string[]): string {
  return LANGUAGES.find(language => language === tag.split('-')[0]) ?? UNSTEMMED;
}

/** All but who speaks. */
const WRITTEN = [...FIELDS.keys()].filter(field => field !== SPEAKERS);

/** For each form, the number of the language whose small word it is, or -1. */
function markFunctionWords(forms: Iterable<string>): Int8Array {
  const languageOf = new Map(
    LANGUAGES.flatMap((name, language) =>
      (FUNCTION_WORDS[name] ?? '').split(' ').map((word): [string, number] => [word, language]),
    ),
  );
  return Int8Array.from(forms, form => languageOf.get(form) ?? -1);
}

/** The language that most of the small words in what a talk says of itself are of; nothing where there are too few. */
function detectLanguage(talk: number, texts: Texts, smallWords: Int8Array): string | undefined {
  const counts = LANGUAGES.map(() => 0);
  for (const field of [TITLE, ABSTRACT])
    for (const code of fieldCodes(texts, talk, field)) {
      const language = smallWords[formIn(code)] ?? -1;
      if (language >= 0) counts[language] = (counts[language] ?? 0) + 1;
    }
  const most = Math.max(...counts);
  return most < FUNCTION_WORDS_MIN ? undefined : LANGUAGES[counts.indexOf(most)];
}

function fieldCodes({ codes, starts }: Texts, talk: number, field: number): Int32Array {
  const place = talk * FIELDS.length + field;
  return codes.subarray(starts[place], starts[place + 1]);
}
