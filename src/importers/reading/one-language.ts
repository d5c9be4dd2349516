import { isFields } from './json.ts';

/**
 * The text of a field that may hold one a language, `{ "en": "Lunch", "fr": "Déjeuner" }`: the English one, because that
 * is what Lectern speaks, else the first, which is the conference's own. In one file some are plain text, some are not.
 */
export function inOneLanguage(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value;
  if (!isFields(value)) return '';
  const texts = Object.entries(value).filter((entry): entry is [string, string] => isFilled(entry[1]));
  const english = texts.find(([language]) => /^en\b/i.test(language));
  return (english ?? texts[0])?.[1] ?? '';
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
