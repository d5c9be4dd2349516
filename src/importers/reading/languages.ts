import { parseLanguage } from '../../text/languages.ts';

/**
 * Reads the languages of a talk as BCP 47 tags in lower case, each once: `en`, "de, en", `deu`, `pt_BR`, pretalx's
 * `de-formal`, "English", "deutsch/englisch", "bilingual (German, French)".
 */
export function readLanguages(raw: string): readonly string[] {
  const text = raw.slice(0, LENGTH_MAX);
  const whole = parseLanguage(text);
  if (whole !== undefined) return [whole];
  const parts = text.split(SEPARATOR).flatMap(part => parseLanguage(part) ?? parseEach(part));
  return [...new Set(parts)];
}

const LENGTH_MAX = 200;

const SEPARATOR = /[,;/|&+()[\]"'\n]|\b(?:and|und|y|et|e|or|oder|o|ou|with|mit)\b/iu;

/** Reads codes that are separated by spaces or hyphens, `de en`; none if any of them is no code. */
function parseEach(part: string): readonly string[] {
  const codes = part.trim().split(/[\s–—-]+/);
  const languages = codes.flatMap(code => parseLanguage(code) ?? []);
  return languages.length === codes.length ? languages : [];
}
