import { hashId } from '../../text/keys.ts';
import { parseLanguage } from '../../text/languages.ts';
import { cleanLine, cleanLines, hidesSomething } from './clean.ts';
import { maskEmails, maskProse } from './contacts.ts';
import type { Report, Spot } from './report.ts';

/** Reads a title so that it can be shown; repairs are reported. */
export function readTitle(raw: string, spot: Spot, report: Report): string {
  const title = capText(maskEmails(cleanLine(raw)), 'title', { ...spot, item: undefined }, report);
  const here = { ...spot, item: title };
  if (hidesSomething(raw)) report.warn(here, 'The title contains invisible characters; they were removed.');
  if (raw.includes('\ufffd')) report.warn(here, 'The title has a damaged character; it is shown as \ufffd.');
  return title;
}

/** Reads an abstract so that it can be shown and searched. */
export function readAbstract(raw: string, spot: Spot, report: Report): string {
  const text = cleanLines(raw);
  const masked = maskProse(text);
  if (masked !== text) {
    const found = masked === maskEmails(text) ? 'an e-mail address' : 'a phone number';
    report.warn(spot, `The abstract contains ${found}; it was masked.`);
  }
  return capText(masked, 'abstract', spot, report);
}

/**
 * Reads the id that a source gives a talk or a person; undefined if it gives none. Ids travel through buttons and
 * addresses, so one that is too long is replaced by its hash, and so is one that is an e-mail address.
 */
export function readId(raw: string): string | undefined {
  const id = cleanLine(raw);
  if (id === '') return undefined;
  const isFit = id.length <= ID_LENGTH_MAX && maskEmails(id) === id;
  return isFit ? id : hashId(id);
}

const ID_LENGTH_MAX = 100;

/** Characters; enough for any abstract, and little enough that searching it stays fast. */
const LENGTH_MAX = 20_000;

/** Cuts a field that is too long, which is reported. The text takes no more memory than its own characters. */
export function capText(text: string, field: string, spot: Spot, report: Report): string {
  if (text.length <= LENGTH_MAX) return copyText(text);
  report.fail(spot, `The ${field} is longer than 20,000 characters; the rest was left out.`);
  return `${text.slice(0, LENGTH_MAX - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** V8 keeps a file's whole text for each part that was cut out of it, and a part of wide text as wide. A copy is neither. */
function copyText(text: string): string {
  const encoding = /[^\0-\xff]/.test(text) ? 'utf16le' : 'latin1';
  return Buffer.from(text, encoding).toString(encoding);
}

/**
 * Reads the languages of a talk as BCP 47 tags in lower case, each once: `en`, "de, en", `deu`, `pt_BR`, pretalx's
 * `de-formal`, "English", "deutsch/englisch", "bilingual (German, French)".
 */
export function readLanguages(raw: string): readonly string[] {
  const text = raw.slice(0, LANGUAGES_LENGTH_MAX);
  const whole = parseLanguage(text);
  if (whole !== undefined) return [whole];
  const parts = text.split(SEPARATOR).flatMap(part => parseLanguage(part) ?? parseEach(part));
  return [...new Set(parts)];
}

const LANGUAGES_LENGTH_MAX = 200;

const SEPARATOR = /[,;/|&+()[\]"'\n]|\b(?:and|und|y|et|e|or|oder|o|ou|with|mit)\b/iu;

/** Reads codes that are separated by spaces or hyphens, `de en`; none if any of them is no code. */
function parseEach(part: string): readonly string[] {
  const codes = part.trim().split(/[\s–—-]+/);
  const languages = codes.flatMap(code => parseLanguage(code) ?? []);
  return languages.length === codes.length ? languages : [];
}
