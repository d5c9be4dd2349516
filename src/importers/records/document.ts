import { parseJson, parseJsonLines } from '../reading/json.ts';
import { simplify } from './finding/simplify.ts';
import { type ParseResult, parseYaml } from './yaml.ts';

/**
 * Parses a text of JSON or YAML. A text in brackets that is not JSON may be YAML, which allows comments and a comma after
 * the last item.
 */
export function parseRecords(text: string): ParseResult {
  const json = parseJson(text) ?? parseJsonLines(text);
  const answer =
    json === undefined ? parseYaml(isInBrackets(text) ? dropComments(text) : text) : { value: json };
  return 'value' in answer ? { value: simplifyOnce(answer.value) } : answer;
}

/** Blanks the comments of JSON with comments; YAML knows only those with `#`. */
function dropComments(text: string): string {
  return text.replace(
    /"(?:[^"\\\n]|\\.)*"|\/\*[\s\S]*?\*\/|(^|[\s,[{])\/\/.*$/gm,
    (whole, before: string | undefined) =>
      whole.startsWith('"') ? whole : (before ?? whole.replace(/[^\n]/g, '')),
  );
}

const known = new WeakMap<object, unknown>();

/** A text is first recognised, by several formats, and then read. */
function simplifyOnce(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (!known.has(value)) known.set(value, simplify(value));
  return known.get(value);
}

/** True for a text in brackets or braces, as all JSON is. */
export function isInBrackets(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

/**
 * True for a text that begins as YAML documents do, in brackets or with a list or a field: a cheap test before parsing.
 */
export function looksLikeYaml(text: string): boolean {
  return BEGINNING.test(text.slice(0, BEGINNING_MAX));
}

/** Characters. */
const BEGINNING_MAX = 20_000;

/** Comments, directives and the mark of a document may precede the content. */
const BEGINNING =
  /^(?:[ \t]*#.*\n|%(?:YAML|TAG)\b.*\n|[ \t]*\n|---.*\n)*(?:- |[[{]|(["']?)[\p{L}\d_][^\n:"']*\1:(?:\s|$))/u;
