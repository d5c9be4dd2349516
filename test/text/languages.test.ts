import { expect, it } from 'vitest';
import { LANGUAGE_NAMES } from '../../src/text/language-names.ts';
import { languageNamed, parseLanguage } from '../../src/text/languages.ts';

it.each([
  ['en', 'en'],
  [' DE ', 'de'],
  ['eng', 'en'],
  ['deu', 'de'],
  ['ger', 'de'],
  ['fre', 'fr'],
  ['dut', 'nl'],
  ['chi', 'zh'],
  ['cmn', 'zh'],
  ['cze', 'cs'],
  ['iw', 'he'],
  ['eng-US', 'en-us'],
  ['pt_BR', 'pt-br'],
  ['ja-jp', 'ja-jp'],
  ['zh-Hant-TW', 'zh-hant-tw'],
  ['en_US.UTF-8', 'en-us'],
  ['de_DE@euro', 'de-de'],
  ['de-formal', 'de'],
  ['de-x-informal', 'de'],
  ['German', 'de'],
  ['Französisch', 'fr'],
  ['Alemán', 'de'],
  ['日本語', 'ja'],
  ['Русский', 'ru'],
  ['Brazilian Portuguese', 'pt-br'],
  ['Português do Brasil', 'pt-br'],
  ['Brazilian', 'pt-br'],
  ['Chinese (Traditional)', 'zh-hant'],
  ['Norwegian Bokmål', 'nb'],
  ['castellano', 'es'],
  ['in English', 'en'],
  ['English language', 'en'],
  ['deutschsprachig', 'de'],
  ['de-en', undefined],
  ['und', undefined],
  ['mul', undefined],
  ['zxx', undefined],
  ['xyz', undefined],
  ['TBA', undefined],
  ['beginner', undefined],
  ['', undefined],
  ['?', undefined],
  ['x'.repeat(1_000_000), undefined],
])('parses the language %j as %j', (text, tag) => {
  expect(parseLanguage(text)).toBe(tag);
});

it.each([
  ['spanish', 'es'],
  ['espanol', 'es'],
  ['spanische', 'es'],
  ['nederlands', 'nl'],
  ['ukrainian', 'uk'],
  ['mandarin', 'zh'],
  ['フランス語', 'fr'],
  ['it', undefined],
  ['de', undefined],
  ['lets', undefined],
  ['indonesia', undefined],
  ['valencia', undefined],
])('a sentence with %j names %j', (name, tag) => {
  expect(languageNamed(name)).toBe(tag);
});

// Node has the same names in CLDR from 20 to 24.
it.each(['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'ja'])(
  'knows languages by the names that they have in %s',
  writer => {
    const names = new Intl.DisplayNames(writer, { type: 'language', languageDisplay: 'standard' });
    const isKnown = (tag: string) => parseLanguage(names.of(tag) ?? '') === tag;
    expect(Object.keys(LANGUAGE_NAMES).filter(tag => !isKnown(tag))).toEqual([]);
  },
);

it('takes the tags of its table as Intl does', () => {
  const tags = Object.keys(LANGUAGE_NAMES);
  expect(tags.map(tag => Intl.getCanonicalLocales(tag)[0]?.toLowerCase())).toEqual(tags);
});
