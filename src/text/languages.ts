import { fold } from './fold.ts';
import { LANGUAGE_NAMES } from './language-names.ts';
import { remember } from './remember.ts';

/**
 * Reads a language as people and programs write it and returns its BCP 47 tag in lower case; undefined if it is none:
 * a code of two or three letters (`de`, `deu`, `ger`), with a region or script (`pt_BR`, `zh-Hant`), as a locale of POSIX
 * (`en_US.UTF-8`), or a name in English, in the language itself or in one in which programmes are written ("French",
 * "Français", "Französisch"). Three letters become two if there are two: ISO 639-2/B and macrolanguages included.
 */
export function parseLanguage(text: string): string | undefined {
  return parseOnce(text.slice(0, LENGTH_MAX).trim());
}

/**
 * The tag of a language that a sentence names, by its folded name, in the singular or with a German ending: `es` for
 * `spanish`, `espanol`, `spanische`. A code is none: `it` and `de` are words.
 */
export function languageNamed(name: string): string | undefined {
  return WORDS.has(name) ? undefined : tagsByName().get(name);
}

/** The English name of a tag, `German` for `de`; the tag itself if it has none. */
export function formatLanguage(tag: string): string {
  return englishNames().of(tag) ?? tag;
}

/** All that languageNamed knows. */
export function languageNames(): Iterable<string> {
  return tagsByName().keys();
}

const LENGTH_MAX = 100;

/** A programme writes its few languages again with each talk; asking Intl takes longer than reading a title. */
const REMEMBERED = 500;
const parseOnce = remember(
  written => readCode(written) ?? tagsByName().get(nameOfLanguage(written)),
  REMEMBERED,
);

function readCode(text: string): string | undefined {
  const code = text
    .toLowerCase()
    .replace(/[.@].*$/, '')
    .replaceAll('_', '-')
    // pretalx' "de-formal" and Django's private parts.
    .replace(/-(?:(?:in)?formal|x-.*)$/, '');
  if (Object.hasOwn(LANGUAGE_NAMES, code)) return code;
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/.test(code)) return undefined;
  try {
    const tag = Intl.getCanonicalLocales(code)[0] ?? code;
    return !NO_LANGUAGE.test(tag) && isNamed(tag) ? tag.toLowerCase() : undefined;
  } catch {
    // Intl throws a RangeError if a text is not a language code.
    return undefined;
  }
}

/** "de-en" names two languages: EN is no region. */
function isNamed(tag: string): boolean {
  const { region } = new Intl.Locale(tag);
  regions ??= new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return englishNames().of(tag) !== undefined && (region === undefined || regions.of(region) !== undefined);
}

let regions: Intl.DisplayNames | undefined;

/** ISO 639's codes for several languages, an unknown one and none. */
const NO_LANGUAGE = /^(?:mul|und|zxx|mis|root)\b/;

let english: Intl.DisplayNames | undefined;

/** Creating it takes longer than a thousand look-ups. */
function englishNames(): Intl.DisplayNames {
  english ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  return english;
}

/** Names in common use beside CLDR's, folded. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  castellano: 'es',
  castilian: 'es',
  farsi: 'fa',
  flemish: 'nl',
  valencia: 'ca',
  mandarin: 'zh',
  mandarinchinese: 'zh',
  bokmal: 'nb',
  nynorsk: 'nn',
  schwyzerdutsch: 'gsw',
  schweizerdeutsch: 'gsw',
  portuguesdobrasil: 'pt-br',
  brazilian: 'pt-br',
  brasileiro: 'pt-br',
};

/** Names that are more often another word in a sentence: a country, a storm, and Latvian in Dutch. */
const WORDS: ReadonlySet<string> = new Set(
  'armenien gales georgien indonesia indonesien lets valencia'.split(' '),
);

let tags: ReadonlyMap<string, string> | undefined;

/** Created on first use, because few programmes name languages. */
function tagsByName(): ReadonlyMap<string, string> {
  tags ??= new Map([
    ...Object.entries(OTHER_NAMES),
    ...Object.entries(LANGUAGE_NAMES).flatMap(([tag, names]) =>
      names.split(' ').flatMap(name => inflect(name).map((form): [string, string] => [form, tag])),
    ),
  ]);
  return tags;
}

/** The forms of a name: `spanisch`, and with German endings `spanische`, `spanischen`, `spanischer`. */
function inflect(name: string): readonly string[] {
  return name.endsWith('sch') ? [name, `${name}e`, `${name}en`, `${name}er`] : [name];
}

/** Reduces a name to its letters: without "in", "auf", "language" or "Sprache" around it. */
function nameOfLanguage(text: string): string {
  return fold(text)
    .replace(/^(?:in|auf|en|em)\s+|[\s-]*(?:language|sprache|sprachig|only)$/g, '')
    .replace(/[^\p{L}\p{M}]+/gu, '');
}
