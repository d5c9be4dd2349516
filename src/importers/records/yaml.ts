import { type Document, isCollection, parseAllDocuments, visit } from 'yaml';
import { cacheLast } from '../reading/json.ts';

/** Characters; far more than any programme in YAML. */
const LENGTH_MAX = 2 * 2 ** 20;

/** No programme has as many aliases; an alias bomb does. */
const ALIASES_MAX = 1000;

/** The value of a text, or a sentence about why it cannot be parsed. */
export type ParseResult =
  | { readonly value: unknown }
  | { readonly mistake: string; readonly line: number | undefined };

/**
 * Parses YAML and keeps each scalar as text: `2024-09-25 11:30:00-04:00` keeps its offset, `12:30` does not become
 * seconds and `007` keeps its zeros. Several documents in one text are a list.
 */
export const parseYaml: (text: string) => ParseResult = cacheLast(parseText);

function parseText(text: string): ParseResult {
  if (text.length > LENGTH_MAX)
    return { mistake: 'It is longer than 2 MB, which no programme is.', line: undefined };
  if (isDeep(text)) return { mistake: 'It is nested too deeply.', line: undefined };
  try {
    const documents = parseDocuments(text);
    const [error] = documents.flatMap(document => document.errors);
    if (error !== undefined)
      return {
        mistake: `This is not valid YAML: ${shortenMessage(error.message)}.`,
        line: error.linePos?.[0].line,
      };
    if (documents.some(containsItself)) return ODD_YAML;
    const values = documents.map(document => document.toJS({ maxAliasCount: ALIASES_MAX }));
    return { value: values.length > 1 ? values : (values[0] ?? null) };
  } catch {
    // The parser throws if there are too many aliases, and for nesting that isDeep does not see.
    return ODD_YAML;
  }
}

/** `parseDocument` would drop every document but the first without an error if `logLevel` is `silent`. */
function parseDocuments(text: string): readonly Document[] {
  const documents = parseAllDocuments(text, {
    schema: 'failsafe',
    // `<<: *defaults` is of YAML 1.1, and common in files of websites.
    merge: true,
    // Looking for duplicate keys takes quadratic time.
    uniqueKeys: false,
    logLevel: 'silent',
  });
  return [...documents].filter(({ contents, errors }) => contents !== null || errors.length > 0);
}

const ODD_YAML: ParseResult = {
  mistake: 'This YAML refers to itself, or too often to the same value.',
  line: undefined,
};

/** `&talks [*talks]` is valid YAML, and reading it never ends. */
function containsItself(document: Document): boolean {
  let isEndless = false;
  visit(document, {
    Alias: (_, { source }, above) => {
      isEndless ||= above.some(node => isCollection(node) && node.anchor === source);
    },
  });
  return isEndless;
}

/** The parser recurses, and nesting thousands of levels deep would end the process. */
function isDeep(text: string): boolean {
  if (/^[ \t]*(?:[-?:][ \t]+){20}/m.test(text) || /^ {400}/m.test(text)) return true;
  let levels = 0;
  for (const char of text) {
    if (char === '[' || char === '{') levels++;
    else if (char === ']' || char === '}') levels = Math.max(0, levels - 1);
    if (levels > 200) return true;
  }
  return false;
}

function shortenMessage(message: string): string {
  return (message.split('\n')[0] ?? '')
    .replace(/ at line \d+, column \d+:?$/, '')
    .replace(/[.:]$/, '')
    .slice(0, 120);
}
