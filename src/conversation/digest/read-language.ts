import { fold } from '../../text/fold.ts';
import { languageNamed } from '../../text/languages.ts';
import { LANGUAGES, type Language } from '../../words/languages.ts';
import { IN_LANGUAGE, IN_LANGUAGE_MAX } from './order-words.ts';
import { type PlainWords, phraseAt, type WordOfOrder } from './words-of-order.ts';

/**
 * Reads the language in which a digest is posted: `in German`, `auf Deutsch`, `language french`, `日本語で`. A name alone is
 * none: it may be the language of talks.
 */
export function readLanguageWords(words: readonly WordOfOrder[], at: number): PlainWords | undefined {
  const led = phraseAt(words, at, { phrases: IN_LANGUAGE, max: IN_LANGUAGE_MAX });
  const form = words[at + led]?.form ?? '';
  const name = /^(.+)[でて]$/u.exec(form)?.[1];
  const language = name === undefined && led === 0 ? undefined : postLanguage(name ?? form);
  return language === undefined ? undefined : { plain: `language-${language}`, count: led + 1 };
}

/** The language of a word that readLanguageWords wrote; undefined for any other. */
export function languageIn(term: string): Language | undefined {
  return LANGUAGES.find(language => term === `language-${language}`);
}

/** The language of these by its name; undefined for any other language. */
export function postLanguage(name: string): Language | undefined {
  const tag = languageNamed(fold(name));
  return LANGUAGES.find(language => language === tag);
}
