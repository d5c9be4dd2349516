import { expect, it } from 'vitest';
import { inOneLanguage } from '../../../src/importers/reading/one-language.ts';

it.each<[unknown, string]>([
  ['Lunch', 'Lunch'],
  [{ fr: 'Déjeuner', en: 'Lunch' }, 'Lunch'],
  [{ fr: 'Déjeuner', 'en-gb': 'Luncheon' }, 'Luncheon'],
  [{ fr: 'Déjeuner', de: 'Mittagessen' }, 'Déjeuner'],
  [{ fr: 'Déjeuner', en: ' ' }, 'Déjeuner'],
  [{ fr: null, es: 7, de: 'Mittagessen' }, 'Mittagessen'],
  [{ ends: 'No language', fr: 'Déjeuner' }, 'No language'],
  [7, '7'],
  [{}, ''],
  [['Lunch'], ''],
  [null, ''],
  [undefined, ''],
])('of %j the text is %j', (value, expected) => expect(inOneLanguage(value)).toBe(expected));
