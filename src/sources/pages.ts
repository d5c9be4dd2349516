import { decode } from '../importers/decode.ts';
import { type Fields, isFields, parseJson } from '../importers/reading/json.ts';
import {
  countEntries,
  findPage,
  findTotal,
  HAS_MORE,
  IS_LAST,
  LAST_NUMBERS,
  listPlaces,
  NEIGHBOURS,
  NUMBERS,
  readPageNumber,
  TOKENS,
} from '../importers/reading/pages.ts';
import type { DraftPage } from '../programme/joining/draft.ts';
import { FILE_BYTES_MAX } from './data-files.ts';
import type { SourceAnswer } from './fetch-source.ts';
import { type AnsweredPage, findNextPage } from './next-page.ts';

type Fresh = AnsweredPage['answer'];

/** A list that came in several pages, as one JSON text that names no further page. */
export interface GatheredPages {
  readonly bytes: Uint8Array;
  /** Set if the list is not whole. */
  readonly page: DraftPage | undefined;
}

/** More than the largest programme needs; an API that never ends is left after these. */
const PAGES_MAX = 200;

/**
 * Follows the next page that a JSON answer names or counts, in it or in its headers, from page to page on the same host.
 * Each page is asked for once, and an entry that is on two pages counts once. Undefined if the answer has no next page.
 */
export async function gatherPages(
  answer: Fresh,
  ask: (address: string) => Promise<SourceAnswer>,
): Promise<GatheredPages | undefined> {
  const value = readJson(answer);
  if (value === undefined) return undefined;
  const first = isFields(value) ? readPageNumber(listPlaces(value)).number : undefined;
  let next = findNextPage({ value, answer }, first);
  if (next === undefined) return undefined;
  const pages = [value];
  const asked = new Set([answer.url]);
  const isNew = createEntryTest();
  isNew(value);
  let size = answer.bytes.length;
  while (next !== undefined && !asked.has(next.url.href)) {
    const reason = refusePage(next.url, { url: answer.url, done: pages.length, size });
    if (reason !== undefined) return joinPages(pages, reason);
    asked.add(next.url.href);
    const page = readPage(await ask(next.url.href), value, pages.length + 1);
    if (typeof page === 'string') return joinPages(pages, page);
    pages.push(page.value);
    size += page.answer.bytes.length;
    // A server that does not know a parameter answers with the first page again.
    next = isNew(page.value) || next.isNamed ? findNextPage(page, first) : undefined;
  }
  return joinPages(pages, undefined);
}

interface Bounds {
  /** The address of the first page. */
  readonly url: string;
  readonly done: number;
  readonly size: number;
}

/** Returns the reason not to ask for a page, as a sentence; undefined if there is none. */
function refusePage(next: URL, { url, done, size }: Bounds): string | undefined {
  const { host } = new URL(url);
  if (next.host !== host) return `Page ${done + 1} is on another host (${next.host}), which is not asked.`;
  if (done >= PAGES_MAX) return `${host} has more than ${PAGES_MAX} pages.`;
  if (size > FILE_BYTES_MAX)
    return `The pages of ${host} are more than ${FILE_BYTES_MAX / 2 ** 20} MB, which is too large for a programme.`;
  return undefined;
}

/** Returns the page, or a sentence that says why there is none. */
function readPage(answer: SourceAnswer, first: JsonValue, number: number): AnsweredPage | string {
  if (answer.kind === 'failed') return answer.message;
  const value = answer.kind === 'fresh' ? readJson(answer) : undefined;
  if (answer.kind !== 'fresh' || value === undefined) return `Page ${number} is not JSON.`;
  const isList = Array.isArray(first)
    ? Array.isArray(value)
    : isFields(value) && countEntries(value) !== undefined;
  return isList ? { value, answer } : `Page ${number} has no list.`;
}

type JsonValue = AnsweredPage['value'];

/** Returns a list or an object; undefined if the bytes are not JSON. */
function readJson({ bytes }: Fresh): JsonValue | undefined {
  const value = parseJson(decode(bytes).text);
  return isFields(value) || Array.isArray(value) ? value : undefined;
}

/** Creates a test whether a page has an entry that no page before it had. */
function createEntryTest(): (page: JsonValue) => boolean {
  const seen = new Set<string>();
  const listKeys = (value: unknown): readonly string[] => {
    if (Array.isArray(value)) return value.map(entryKey);
    return isFields(value)
      ? Object.entries(value).flatMap(([name, inner]) => [name, ...listKeys(inner)])
      : [];
  };
  return page => {
    const before = seen.size;
    for (const key of listKeys(page)) seen.add(key);
    return seen.size > before;
  };
}

/** Joins the lists and maps of the pages under the names that they have on the first. */
function joinPages(pages: readonly JsonValue[], reason: string | undefined): GatheredPages {
  const isList = Array.isArray(pages[0]);
  const united = unite(pages);
  const whole = isFields(united) ? forgetPages(united) : { results: united, next: null };
  const found = findPage(whole);
  const page =
    reason === undefined
      ? found && { ...found, reason: 'An entry may have moved from page to page.' }
      : { here: countEntries(whole) ?? 0, total: findTotal(listPlaces(whole), whole), reason };
  return { bytes: Buffer.from(JSON.stringify(page === undefined && isList ? united : whole)), page };
}

/** Unites lists and, name by name, objects; of other values the first holds. */
function unite(values: readonly unknown[]): unknown {
  const [first] = values;
  if (values.some(Array.isArray))
    return uniteEntries(values.flatMap(value => (Array.isArray(value) ? value : [])));
  if (!isFields(first) || values.length === 1) return first;
  const objects = values.filter(isFields);
  const names = new Set(objects.flatMap(value => Object.keys(value)));
  return Object.fromEntries(
    [...names].map(name => [name, unite(objects.flatMap(value => (name in value ? [value[name]] : [])))]),
  );
}

function uniteEntries(entries: readonly unknown[]): readonly unknown[] {
  return [...new Map(entries.map(entry => [entryKey(entry), entry])).values()];
}

/** An entry that is one of several slots of a talk has the talk's code, and its own start. */
function entryKey(entry: unknown): string {
  const { code, id, guid, uuid, start } = isFields(entry) ? entry : {};
  const known = code ?? id ?? guid ?? uuid;
  return JSON.stringify(known === undefined ? entry : [code, id ?? guid ?? uuid, start]);
}

/** An answer that is put together is one page and names no other; it keeps its counts. */
function forgetPages(whole: Fields): Fields {
  const places = new Set<unknown>(listPlaces(whole));
  const forget = (place: Fields): Fields =>
    Object.fromEntries(
      Object.entries(place).map(([name, inner]) => {
        const isPlace = places.has(inner) && !NEIGHBOURS.includes(name);
        if (OF_ONE_PAGE.has(name) && !Array.isArray(inner) && !isPlace) return [name, null];
        return [name, isFields(inner) && isPlace ? forget(inner) : inner];
      }),
    );
  return forget(whole);
}

const OF_ONE_PAGE = new Set([
  ...NEIGHBOURS,
  ...TOKENS.map(([name]) => name),
  ...HAS_MORE,
  ...IS_LAST,
  ...NUMBERS,
  ...LAST_NUMBERS,
]);
