import { expect, it } from 'vitest';
import { readLanguages } from '../../../src/importers/reading/languages.ts';

it.each([
  ['', []],
  ['en', ['en']],
  ['EN', ['en']],
  ['de, en', ['de', 'en']],
  ['en,de,en', ['en', 'de']],
  ['pt_BR', ['pt-br']],
  ['de-formal', ['de']],
  ['Deutsch / English', ['de', 'en']],
  ['Français', ['fr']],
  ['English and Spanish', ['en', 'es']],
  ['to be announced', []],
  ['zh-Hant-TW', ['zh-hant-tw']],
  ['x'.repeat(1_000_000), []],
])('reads the languages %j as %j', (raw, expected) => {
  expect(readLanguages(raw)).toEqual(expected);
});
