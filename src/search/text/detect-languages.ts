import type { Talk } from '../../programme/talk.ts';
import { mapInSteps, type Steps } from '../../text/steps.ts';
import { ABSTRACT, FIELDS, SPEAKERS, TITLE } from '../index/fields.ts';
import { FUNCTION_WORDS } from './stop-words.ts';
import { formIn } from './token-code.ts';

/** The tokens of all talks before their forms are sorted; see Tokens. */
interface Texts {
  readonly codes: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** In the order of their numbers. */
  readonly forms: Iterable<string>;
  readonly formCount: number;
}

const LANGUAGES = Object.keys(FUNCTION_WORDS);

/** Fewer function words may be a quotation or a name. */
const FUNCTION_WORDS_MIN = 3;

/** For a language without a stemmer, and for words of none: the ending of a name stays. */
const UNSTEMMED = '';
const CHOICES = [...LANGUAGES, UNSTEMMED];

/**
 * Detects the language of each form: that of most talks that have it. A talk's language is the one it is written in, else
 * the one it is tagged with, else English. In a programme of several languages a form that is only in names has none.
 */
export function* detectFormLanguages(talks: readonly Talk[], texts: Texts): Steps<readonly string[]> {
  const functionWords = markFunctionWords(texts.forms);
  const detected = yield* mapInSteps(
    talks,
    ({ languages }, talk) => detectLanguage(talk, texts, functionWords) ?? taggedLanguage(languages),
  );
  const [first = 'en'] = detected;
  if (detected.every(language => language === first)) return new Array(texts.formCount).fill(first);
  const votes = yield* countVotes(detected, texts);
  return yield* mapInSteps(Array(texts.formCount).keys(), form => {
    const cells = votes.subarray(form * CHOICES.length, (form + 1) * CHOICES.length);
    const most = Math.max(...cells);
    return most === 0 ? UNSTEMMED : (CHOICES[cells.indexOf(most)] ?? UNSTEMMED);
  });
}

/** For each form and each of CHOICES, how many talks of that language have the form. */
function* countVotes(languages: readonly string[], texts: Texts): Steps<Uint32Array> {
  const votes = new Uint32Array(texts.formCount * CHOICES.length);
  const lastTalk = new Int32Array(texts.formCount).fill(-1);
  for (const [talk, name] of languages.entries()) {
    const language = CHOICES.indexOf(name);
    for (const field of WRITTEN)
      for (const code of fieldCodes(texts, talk, field)) {
        const form = formIn(code);
        if (lastTalk[form] === talk) continue;
        lastTalk[form] = talk;
        const cell = form * CHOICES.length + language;
        votes[cell] = (votes[cell] ?? 0) + 1;
      }
    yield;
  }
  return votes;
}

/** By the first subtag of its first tag; English if it has none. */
function taggedLanguage([tag = 'en']: readonly string[]): string {
  return LANGUAGES.find(language => language === tag.split('-')[0]) ?? UNSTEMMED;
}

/** All fields that are written in a language, and not names. */
const WRITTEN = [...FIELDS.keys()].filter(field => field !== SPEAKERS);

/** For each form, the number of the language whose function word it is, or -1. */
function markFunctionWords(forms: Iterable<string>): Int8Array {
  const languageOf = new Map(
    LANGUAGES.flatMap((name, language) =>
      (FUNCTION_WORDS[name] ?? '').split(' ').map((word): [string, number] => [word, language]),
    ),
  );
  return Int8Array.from(forms, form => languageOf.get(form) ?? -1);
}

/** The language of most function words in a talk's title and abstract. Returns undefined if there are too few. */
function detectLanguage(talk: number, texts: Texts, functionWords: Int8Array): string | undefined {
  const counts = LANGUAGES.map(() => 0);
  for (const field of [TITLE, ABSTRACT])
    for (const code of fieldCodes(texts, talk, field)) {
      const language = functionWords[formIn(code)] ?? -1;
      if (language >= 0) counts[language] = (counts[language] ?? 0) + 1;
    }
  const most = Math.max(...counts);
  return most < FUNCTION_WORDS_MIN ? undefined : LANGUAGES[counts.indexOf(most)];
}

function fieldCodes({ codes, starts, ends }: Texts, talk: number, field: number): Int32Array {
  const place = talk * FIELDS.length + field;
  return codes.subarray(starts[place], ends[place]);
}
