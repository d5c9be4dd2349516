import { fold } from '../../text/fold.ts';

/** Reads the languages of a talk as BCP 47: `en`, "de, en", `pt_BR`, pretalx's `de-formal`, "English", "Französisch". */
export function readLanguages(raw: string): readonly string[] {
  const parts = raw.slice(0, 200).split(/[,;/|&+\n]|\b(?:and|und|y|et|e)\b/iu);
  return [...new Set(parts.flatMap(part => readLanguage(part.trim()) ?? []))];
}

function readLanguage(part: string): string | undefined {
  const code = part
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/-(?:in)?formal$/, '');
  if (/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/.test(code) && isLanguageCode(code)) return code;
  return codeByName().get(fold(part.replace(/\(.*\)/, '').trim()));
}

let english: Intl.DisplayNames | undefined;

function isLanguageCode(code: string): boolean {
  try {
    // Creating it takes longer than a thousand look-ups.
    english ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    return english.of(code) !== undefined;
  } catch {
    // Intl throws if a text is not a language code.
    return false;
  }
}

/** The languages of talks; NAMED_IN are those in which programmes are written. */
const CODES =
  `ar bg bn ca cs da de el en es et eu fa fi fr gl he hi hr hu id is it ja ko lt lv nl no pl pt ro ru sk sl
  sr sv ta th tr uk vi zh`.split(/\s+/);
const NAMED_IN = ['en', 'de', 'fr', 'es', 'pt', 'it'];

let names: ReadonlyMap<string, string> | undefined;

/** Created on first use, because few programmes name languages. */
function codeByName(): ReadonlyMap<string, string> {
  names ??= new Map(
    CODES.flatMap(code =>
      [code, ...NAMED_IN].map((writer): [string, string] => [
        fold(new Intl.DisplayNames(writer, { type: 'language' }).of(code) ?? code),
        code,
      ]),
    ),
  );
  return names;
}
