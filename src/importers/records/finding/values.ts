import { readLanguages } from '../../reading/fields.ts';
import { type Fields, isFields, pickLanguage } from '../../reading/json.ts';

/** Makes text of a value: a list becomes lines, a record its name, and YAML's null an empty text. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return /^(?:null|~)$/i.test(value) ? '' : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  // A time of TOML; it prints with its offset.
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('\n');
  if (!isFields(value)) return '';
  const named = value.name ?? value.title ?? value.label;
  return named === undefined ? pickLanguage(isLocalised(value) ? value : { en: value.en }) : textOf(named);
}

/** True for a text in several languages, `{ "de": "Mittag", "fr": "Déjeuner" }`. */
function isLocalised(value: Fields): boolean {
  const names = Object.keys(value);
  // Alone, `id` is not Indonesian.
  return names.join() !== 'id' && names.every(name => name.length <= 7 && readLanguages(name).length > 0);
}
