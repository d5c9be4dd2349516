/** The languages in which Lectern writes what it posts for a digest. */
export const LANGUAGES = ['en', 'de', 'es', 'fr', 'pt', 'it', 'nl', 'ja'] as const;

/** Each by its own name. */
export const LANGUAGE_LABELS: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  pt: 'Português',
  it: 'Italiano',
  nl: 'Nederlands',
  ja: '日本語',
};

export type Language = (typeof LANGUAGES)[number];

/** English for a language that this Lectern does not write. */
export function readLanguage(code: string): Language {
  return LANGUAGES.find(language => language === code) ?? 'en';
}
