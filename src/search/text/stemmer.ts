import { stem as englishStem } from 'porter2';

/**
 * The part of a folded word that its forms share: `deploying` and `deployment` are `deploy`, `datenbanken` is
 * `datenbank`. English has Porter2, six languages a light stemmer, all others none. `language` is the first subtag of a
 * BCP 47 tag: `de`.
 */
export function stemOf(form: string, language = 'en'): string {
  // A stemmer would take `k8s` for a plural.
  if (!/^[a-z]{3,}$/.test(form)) return form;
  return language === 'en' ? englishStem(form) : stripEnding(form, LIGHT_ENDINGS[language] ?? []);
}

/** Words that have nothing in common share shorter stems, such as the name `Costa` and `cost`. */
const STEM_LENGTH_MIN = 5;
/** Short words lose only the commonest plurals: `datos`, `wolken`. */
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
 * The endings of nouns, adjectives and the commonest verbs, without accents and the longest first: plurals, cases and
 * genders are most of the forms in which a searched word differs. `aux>al` replaces an ending.
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
 * How alike two stems of one family are: the share of the longer one that both begin with, or 0 if they are of different
 * families. `storag` and `store`, `solut` and `solv`, `contain` and `container` begin alike and go on with a usual ending;
 * Porter2 leaves them apart, rightly for most words.
 */
export function familyLikeness(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > FAMILY_ENDING_LENGTH_MAX) return 0;
  let shared = 0;
  while (shared < a.length && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++;
  const longer = Math.max(a.length, b.length);
  if (longer - shared > FAMILY_ENDING_LENGTH_MAX) return 0;
  return FAMILY_ENDINGS.has(a.slice(shared)) && FAMILY_ENDINGS.has(b.slice(shared)) ? shared / longer : 0;
}

/** Stems of one family have at least their first four letters in common. */
export const FAMILY_LETTERS = 4;

/** No family ending is longer. */
const FAMILY_ENDING_LENGTH_MAX = 4;

const FAMILY_ENDINGS: ReadonlySet<string> = new Set([
  '',
  ...'e i y s t d c v er or ar ag al ic iz is ut pt ur at it ator ion anc enc ment abl ibl ist ism if iv ship eri man'.split(
    ' ',
  ),
]);
