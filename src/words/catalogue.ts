import { GERMAN } from './de.ts';
import { ENGLISH } from './en.ts';
import { SPANISH } from './es.ts';
import { FRENCH } from './fr.ts';
import { ITALIAN } from './it.ts';
import { JAPANESE } from './ja.ts';
import type { Language } from './languages.ts';
import { DUTCH } from './nl.ts';
import { PORTUGUESE } from './pt.ts';
import type { Words } from './words.ts';

/** A language without its words does not compile, and neither do words that lack one. */
const CATALOGUE: Readonly<Record<Language, Words>> = {
  en: ENGLISH,
  de: GERMAN,
  es: SPANISH,
  fr: FRENCH,
  pt: PORTUGUESE,
  it: ITALIAN,
  nl: DUTCH,
  ja: JAPANESE,
};

/** Lectern's own words in a language. */
export function wordsIn(language: Language): Words {
  return CATALOGUE[language];
}
