import { stem as englishStem } from 'porter2';

/**
 * The part of a folded word that its forms share: `deploying` and `deployment` are `deploy`. A language that has no
 * stemmer here keeps its words whole. Talks do not say their language yet, so all are read as English.
 */
export function stemOf(form: string, language = 'en'): string {
  const stemmer = STEMMERS[language];
  return stemmer === undefined ? form : stemmer(form);
}

const STEMMERS: Readonly<Record<string, (form: string) => string>> = {
  // Only plain letters: a stemmer would take `k8s` and `s3` for plurals.
  en: form => (/^[a-z]{3,}$/.test(form) ? englishStem(form) : form),
};

/**
 * Whether stems of one family may differ in this: `storag` and `store`, `solut` and `solv`, `contain` and `container`,
 * `provid` and `provis` begin alike and go on with one of these. Stemming leaves them apart, rightly for most words.
 */
export function isEnding(text: string): boolean {
  return ENDINGS.has(text);
}

/** No ending is longer. */
export const ENDING_LENGTH = 4;

const ENDINGS: ReadonlySet<string> = new Set([
  ...[
    '',
    'e',
    'i',
    'y',
    's',
    't',
    'd',
    'c',
    'v',
    'er',
    'or',
    'ar',
    'ag',
    'al',
    'ic',
    'iz',
    'is',
    'ut',
    'pt',
    'ur',
  ],
  ...[
    'at',
    'it',
    'ator',
    'ion',
    'anc',
    'enc',
    'ment',
    'abl',
    'ibl',
    'ist',
    'ism',
    'if',
    'iv',
    'ship',
    'eri',
    'man',
  ],
]);
