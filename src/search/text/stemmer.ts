import { stem as englishStem } from 'porter2';

/**
 * The part of a folded word that its forms share: `deploying` and `deployment` are `deploy`, `datenbanken` is
 * `datenbank`. A language that has no stemmer here keeps its words whole. `language` is the first part of a tag, `de`.
 */
export function stemOf(form: string, language = 'en'): string {
  // Only plain letters: a stemmer would take `k8s` and `s3` for plurals.
  if (!/^[a-z]{3,}$/.test(form)) return form;
  return language === 'en' ? englishStem(form) : stripEnding(form, LIGHT_ENDINGS[language] ?? []);
}

/** Shorter stems are shared by words that have nothing in common, such as the name `Costa` and `cost`. */
const STEM_LENGTH_MIN = 5;
/** Only the commonest plurals go from short words: `datos`, `wolken`. */
const PLURAL = /^[ns]$/;
const SINGULAR_LENGTH_MIN = 3;

function stripEnding(form: string, endings: readonly Ending[]): string {
  for (const { ending, instead } of endings) {
    const length = form.length - ending.length;
    const least = PLURAL.test(ending) ? SINGULAR_LENGTH_MIN : STEM_LENGTH_MIN;
    if (length >= least && form.endsWith(ending)) return form.slice(0, length) + instead;
  }
  return form;
}

interface Ending {
  readonly ending: string;
  readonly instead: string;
}

/**
 * The endings of nouns, adjectives and the commonest verbs, without accents, the longest that fits goes: plurals, cases
 * and genders are most of what a search stumbles over. `aux>al` puts something in the place of an ending.
 */
const LIGHT_ENDINGS: Readonly<Record<string, readonly Ending[]>> = {
  de: parseEndings('innen ern em en er es e n s'),
  fr: parseEndings('eaux>eau aux>al ements>ement ees ee es er ez e s x'),
  es: parseEndings('iendo ando adas ados ada ado ces>z es os as ar er ir s a e o'),
  pt: parseEndings(
    'coes>c cao>c oes>o ao>o ando endo indo adas ados ada ado ais>al eis>el es os as ar er ir s a e o',
  ),
  it: parseEndings('ando endo che>c chi>c ghe>g ghi>g are ere ire ata ate ati ato a e i o'),
  nl: parseEndings('heden>heid en er e s'),
};

function parseEndings(text: string): readonly Ending[] {
  return text.split(' ').map(part => {
    const [ending = '', instead = ''] = part.split('>');
    return { ending, instead };
  });
}

/**
 * Whether stems of one family may differ in this: `storag` and `store`, `solut` and `solv`, `contain` and `container`,
 * `provid` and `provis` begin alike and go on with one of these. Stemming leaves them apart, rightly for most words.
 */
export function isFamilyEnding(text: string): boolean {
  return FAMILY_ENDINGS.has(text);
}

/** No ending is longer. */
export const FAMILY_ENDING_LENGTH_MAX = 4;

const FAMILY_ENDINGS: ReadonlySet<string> = new Set([
  '',
  ...'e i y s t d c v er or ar ag al ic iz is ut pt ur at it ator ion anc enc ment abl ibl ist ism if iv ship eri man'.split(
    ' ',
  ),
]);
