import { z } from 'zod';
import { countMinutes, readMinutes } from '../../text/read-length.ts';
import type { Report } from './report.ts';

/** A value with named fields, about which nothing else is known. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The items of a list that have fields; none if it is not a list. */
export function listFields(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

/**
 * Makes a parser that does not parse the same text twice: each format first parses a text to tell whether it is its own,
 * and then again to read it. The last value is held weakly, so it costs no memory that is needed elsewhere.
 */
export function cacheLast<Value>(parse: (text: string) => Value): (text: string) => Value {
  let last: WeakRef<{ readonly text: string; readonly value: Value }> | undefined;
  return text => {
    const known = last?.deref();
    if (known?.text === text) return known.value;
    const fresh = { text, value: parse(text) };
    last = new WeakRef(fresh);
    return fresh.value;
  };
}

/** Parses an object or a list; returns undefined if the text is not one, or is nested too deeply. */
export const parseJson: (text: string) => unknown = cacheLast(text => {
  if (!/^\s*[[{]/.test(text) || isDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // JSON.parse throws if a text is not JSON.
    return undefined;
  }
});

/** Parses JSON Lines, an object on each line; undefined for any other text, also if one of its lines is not an object. */
export const parseJsonLines: (text: string) => readonly Fields[] | undefined = cacheLast(text => {
  const lines = listJsonLines(text);
  const parsed = lines.map(({ value }) => value);
  return parsed.every(isFields) && parsed.length > 1 ? parsed : undefined;
});

/** The lines of a text of which the first two are objects; none of any other text. */
function listJsonLines(text: string): readonly { readonly line: number; readonly value: unknown }[] {
  if (!/^\s*\{.*\}[ \t]*\n+[ \t]*\{.*\}[ \t]*(?:\n|$)/.test(text)) return [];
  return text
    .split('\n')
    .flatMap((written, at) => (written.trim() === '' ? [] : { line: at + 1, value: parseJson(written) }));
}

/** Says why a text that looks like JSON cannot be parsed; undefined if it can, or does not look like JSON. */
export function findJsonMistake(
  text: string,
): { readonly line: number | undefined; readonly message: string } | undefined {
  if (!/^\s*(?:\{\s*"|\[\s*[[{"])/.test(text)) return undefined;
  const lines = listJsonLines(text);
  if (lines.length > 0) return describeLines(lines);
  if (isDeep(text))
    return { line: undefined, message: 'This is JSON with more than 64 levels; it was left out.' };
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    // V8 gives a position for some mistakes only.
    const at = /position (\d+)/.exec(String(error))?.[1];
    const line = at === undefined ? undefined : text.slice(0, Number(at)).split('\n').length;
    return { line, message: 'This is JSON with a mistake in it or without its end; it was left out.' };
  }
}

function describeLines(lines: ReturnType<typeof listJsonLines>): ReturnType<typeof findJsonMistake> {
  const bad = lines.find(({ value }) => !isFields(value));
  return bad && { line: bad.line, message: 'This line is not an object of JSON; the file was left out.' };
}

/** No programme has half as many levels; JSON.parse takes seconds for millions of them. */
const LEVELS_MAX = 64;

function isDeep(text: string): boolean {
  let levels = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '"') i = findEndOfString(text, i);
    else if (char === '[' || char === '{') levels++;
    else if (char === ']' || char === '}') levels--;
    if (levels > LEVELS_MAX) return true;
  }
  return false;
}

function findEndOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

/** True after an odd number of backslashes. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === '\\') before--;
  return (at - before) % 2 === 1;
}

/** Lenient schemas: a field of the wrong type counts as missing, so that it never costs a whole talk. */
export const text = z
  .union([
    z.string(),
    z.number().transform(String),
    // Some programs write a text in lines.
    z.array(z.string()).transform(lines => lines.join('\n')),
  ])
  .catch('');
/** A text, or one for each language. */
export const localised = z.unknown().optional().transform(pickLanguage);
export const flag = z.boolean().catch(false);
/** A length in minutes, as a number or as a text such as "00:45"; undefined if it is not one. */
export const minutes = z
  .union([z.number().transform(countMinutes), z.string().transform(length => readMinutes(length))])
  .optional()
  .catch(undefined);

/** A list without the items that do not fit `item`. */
export function list<Item>(item: z.ZodType<Item>, max = LIST_MAX): z.ZodType<readonly Item[]> {
  return z
    .array(z.unknown())
    .catch([])
    .transform(items => items.slice(0, max).flatMap(one => item.safeParse(one).data ?? []));
}

/** More than is kept of any list within a talk; it bounds the work that a hostile file can cause. */
const LIST_MAX = 1000;

/** More than any conference has, and few enough to be read in a second or two. */
export const ENTRIES_MAX = 50_000;

/** Parses the entries of a file. Those that do not fit or exceed the limit are reported. `noun` is for people: "session". */
export function readEntries<Entry>(
  items: readonly unknown[],
  { entry, noun }: { readonly entry: z.ZodType<Entry>; readonly noun: string },
  report: Report,
): readonly Entry[] {
  if (items.length > ENTRIES_MAX)
    report.fail({}, `The file has more than 50,000 ${noun}s; the rest were left out.`);
  return items.slice(0, ENTRIES_MAX).flatMap((item, i) => {
    const { data } = entry.safeParse(item);
    if (data === undefined) report.fail({}, `Entry ${i + 1} is not a valid ${noun}; it was left out.`);
    return data ?? [];
  });
}

/**
 * Reads a field that may hold a text for each language, `{ "en": "Lunch", "fr": "Déjeuner" }`: the English one, because
 * Lectern speaks English, else the first, which is the conference's own. One file may hold both kinds of field.
 */
export function pickLanguage(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value;
  if (!isFields(value)) return '';
  const texts = Object.entries(value).filter((entry): entry is [string, string] => isFilled(entry[1]));
  const english = texts.find(([language]) => /^en\b/i.test(language));
  return (english ?? texts[0])?.[1] ?? '';
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
