import { decode } from '../importers/decode.ts';
import { type Fields, isFields, parseJson } from '../importers/reading/json.ts';
import { findPage, listPlaces, NEIGHBOURS } from '../importers/reading/pages.ts';
import type { DraftPage } from '../programme/joining/draft.ts';
import { parseUrl } from '../text/parse-url.ts';
import { FILE_BYTES_MAX } from './data-files.ts';
import type { SourceAnswer } from './fetch-source.ts';

type Fresh = Extract<SourceAnswer, { readonly kind: 'fresh' }>;

/** A list that came in several pages, as one JSON text that names no further page. */
export interface GatheredPages {
  readonly bytes: Uint8Array;
  /** Set if the list is not whole. */
  readonly page: DraftPage | undefined;
}

/** More than the largest programme needs; an API that never ends is left after these. */
const PAGES_MAX = 200;

/**
 * Follows the next page that a JSON answer names, in it or in its `Link` header, from page to page on the same host.
 * Each page is asked for once, and an entry that is on two pages counts once. Undefined if the answer names none.
 */
export async function gatherPages(
  first: Fresh,
  ask: (address: string) => Promise<SourceAnswer>,
): Promise<GatheredPages | undefined> {
  const value = readJson(first);
  let next = findNext(value, first);
  if (value === undefined || next === undefined) return undefined;
  const pages = [value];
  const asked = new Set([first.url]);
  let size = first.bytes.length;
  let reason: string | undefined;
  while (next !== undefined && !asked.has(next.href)) {
    reason = refusePage(next, { first, done: pages.length, size });
    if (reason !== undefined) break;
    asked.add(next.href);
    const answer = await ask(next.href);
    const more = answer.kind === 'fresh' ? readJson(answer) : undefined;
    if (answer.kind !== 'fresh' || more === undefined) {
      reason = answer.kind === 'failed' ? answer.message : `Page ${pages.length + 1} is not JSON.`;
      break;
    }
    pages.push(more);
    size += answer.bytes.length;
    next = findNext(more, answer);
  }
  return joinPages(pages, reason);
}

interface Bounds {
  readonly first: Fresh;
  readonly done: number;
  readonly size: number;
}

/** Returns the reason not to ask for a page, as a sentence; undefined if there is none. */
function refusePage(next: URL, { first, done, size }: Bounds): string | undefined {
  const { host } = new URL(first.url);
  if (next.host !== host) return `Page ${done + 1} is on another host (${next.host}), which is not asked.`;
  if (done >= PAGES_MAX) return `${host} has more than ${PAGES_MAX} pages.`;
  if (size > FILE_BYTES_MAX)
    return `The pages of ${host} are more than ${FILE_BYTES_MAX / 2 ** 20} MB, which is too large for a programme.`;
  return undefined;
}

/** Returns a list or an object; undefined if the bytes are not JSON. */
function readJson({ bytes }: Fresh): Fields | readonly unknown[] | undefined {
  const value = parseJson(decode(bytes).text);
  return isFields(value) || Array.isArray(value) ? value : undefined;
}

function findNext(value: unknown, { url, link }: Fresh): URL | undefined {
  const header = link?.match(/<([^<>]*)>[^,<]*;\s*rel="?(?:[^",;]*\s)?next\b/i)?.[1];
  const places = isFields(value) ? listPlaces(value) : [];
  const next =
    resolvePage(header, url) ??
    places.reduce<URL | undefined>((found, place) => found ?? findNamed(place, url), undefined);
  // Behind a proxy an API may not know that it is asked by https.
  if (next !== undefined && next.host === new URL(url).host) next.protocol = new URL(url).protocol;
  return next;
}

const ADDRESSES = [
  'next',
  'nextPage',
  'next_page',
  'next_page_url',
  'next_url',
  'nextLink',
  '@odata.nextLink',
  'hydra:next',
];
const NUMBERS = ['page', 'current_page', 'currentPage', 'page_number'];
const LAST_NUMBERS = [
  'pages',
  'last_page',
  'lastPage',
  'total_pages',
  'totalPages',
  'pageCount',
  'page_count',
];

/** Finds the next page by its address, its number or the token that stands for it. */
function findNamed(place: Fields, url: string): URL | undefined {
  for (const name of ADDRESSES) {
    const next = resolvePage(place[name], url);
    if (next !== undefined) return next;
  }
  if (typeof place.nextPageToken === 'string' && place.nextPageToken !== '')
    return withParameter(url, 'pageToken', place.nextPageToken);
  const [number, last] = [NUMBERS, LAST_NUMBERS].map(names =>
    names.map(name => place[name]).find(found => typeof found === 'number'),
  );
  return number !== undefined && last !== undefined && number < last
    ? withParameter(url, 'page', String(number + 1))
    : undefined;
}

function resolvePage(next: unknown, url: string): URL | undefined {
  if (isFields(next)) return resolvePage(next.href ?? next.url, url);
  if (typeof next === 'number' ? next > 0 : typeof next === 'string' && /^\d{1,6}$/.test(next))
    return withParameter(url, 'page', String(next));
  if (typeof next !== 'string' || !/[/?]/.test(next)) return undefined;
  const address = parseUrl(next, url);
  return address !== undefined && /^https?:$/.test(address.protocol) ? address : undefined;
}

function withParameter(url: string, name: string, value: string): URL {
  const next = new URL(url);
  next.searchParams.set(name, value);
  return next;
}

/** Joins the lists of the pages under the names that they have on the first. */
function joinPages(
  pages: readonly (Fields | readonly unknown[])[],
  reason: string | undefined,
): GatheredPages {
  const [first] = pages;
  const whole = Array.isArray(first)
    ? { results: uniteEntries(pages), next: null }
    : { ...forgetNext(first as Fields), ...uniteLists(pages.filter(isFields)) };
  const found = findPage(whole);
  const page =
    reason === undefined
      ? found && { ...found, reason: 'An entry may have moved from page to page.' }
      : { here: countLongest(whole), total: found?.total, reason };
  const text = page === undefined && Array.isArray(first) ? whole.results : whole;
  return { bytes: Buffer.from(JSON.stringify(text)), page };
}

/** An answer that is put together names no other page, and keeps its counts. */
function forgetNext(value: Fields): Fields {
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (NEIGHBOURS.includes(name)) return [name, null];
      return [name, isFields(inner) ? forgetNext(inner) : inner];
    }),
  );
}

function uniteLists(pages: readonly Fields[]): Fields {
  const names = new Set(pages.flatMap(page => Object.keys(page).filter(name => Array.isArray(page[name]))));
  return Object.fromEntries([...names].map(name => [name, uniteEntries(pages.map(page => page[name]))]));
}

function uniteEntries(lists: readonly unknown[]): readonly unknown[] {
  const entries = lists.flatMap(list => (Array.isArray(list) ? list : []));
  return [...new Map(entries.map(entry => [entryKey(entry), entry])).values()];
}

/** An entry that is one of several slots of a talk has the talk's code, and its own start. */
function entryKey(entry: unknown): string {
  const { code, id, guid, uuid, start } = isFields(entry) ? entry : {};
  const known = code ?? id ?? guid ?? uuid;
  return JSON.stringify(known === undefined ? entry : [code, id ?? guid ?? uuid, start]);
}

function countLongest(value: Fields): number {
  return Math.max(0, ...Object.values(value).map(inner => (Array.isArray(inner) ? inner.length : 0)));
}
