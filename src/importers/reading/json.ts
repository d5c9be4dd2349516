import { rememberLast } from './remember-last.ts';

/** The value that a text holds as JSON; nothing where it is none. */
export const parseJson: (text: string) => unknown = rememberLast(jsonIn);

function jsonIn(text: string): unknown {
  if (!/^\s*[[{]/.test(text) || isDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // That is how JSON.parse says that a text is no JSON.
    return undefined;
  }
}

/** What is wrong with a text that was meant to be JSON; nothing where it was not, or where nothing is wrong. */
export function jsonMistake(
  text: string,
): { readonly line: number | undefined; readonly message: string } | undefined {
  if (!/^\s*(?:\{\s*"|\[\s*[[{"])/.test(text)) return undefined;
  if (isDeep(text))
    return { line: undefined, message: 'This is JSON of more than 64 levels; it was left out.' };
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    // V8 tells the position of some mistakes only.
    const at = /position (\d+)/.exec(String(error))?.[1];
    const line = at === undefined ? undefined : text.slice(0, Number(at)).split('\n').length;
    return { line, message: 'This is JSON that has a mistake in it or breaks off; it was left out.' };
  }
}

/** No programme has half as many levels; JSON.parse takes seconds for millions of them. */
const LEVELS_MAX = 64;

function isDeep(text: string): boolean {
  let levels = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '"') i = endOfString(text, i);
    else if (char === '[' || char === '{') levels++;
    else if (char === ']' || char === '}') levels--;
    if (levels > LEVELS_MAX) return true;
  }
  return false;
}

function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const char = text[i];
    if (char === '"') return i;
    if (char === '\\') i++;
  }
  return text.length;
}

/** A value of which no more is known than that it has fields. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entries of a list that have fields; none where it is no list. */
export function fieldsIn(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}
