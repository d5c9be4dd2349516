/**
 * The value that a text holds as JSON; nothing where it is none. Many forms are JSON and each looks at the whole value to
 * tell whether it is its own, so the last value is remembered as long as anybody is busy with it.
 */
export function parseJson(text: string): unknown {
  const known = last?.deref();
  if (known?.text === text) return known.value;
  const parsed = { text, value: jsonIn(text) };
  last = new WeakRef(parsed);
  return parsed.value;
}

let last: WeakRef<{ readonly text: string; readonly value: unknown }> | undefined;

function jsonIn(text: string): unknown {
  if (!/^\s*[[{]/.test(text) || isDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // That is how JSON.parse says that a text is no JSON.
    return undefined;
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
