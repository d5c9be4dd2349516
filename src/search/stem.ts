import { stem as englishStem } from 'porter2';

/**
 * The part of a folded word that its forms share: `deploying` and `deployment` are `deploy`. A language that has no
 * stemmer here keeps its words whole. Talks do not say their language yet, so all are read as English.
 */
export function stemOf(form: string, language = 'en'): string {
  const stemmer = STEMMERS[language];
  return stemmer === undefined ? form : stemmer(form);
}

const STEMMERS: Readonly<Record<string, (form: string) => string>> = {
  // Only plain letters: a stemmer would take `k8s` and `s3` for plurals.
  en: form => (/^[a-z]{3,}$/.test(form) ? englishStem(form) : form),
};
