import type { DraftPage } from '../../programme/joining/draft.ts';
import { type Fields, isFields } from './json.ts';

/**
 * Tells whether a value is one page of an answer that came in several: it names a next or previous page, counts more
 * entries than it has, or says so. Undefined if it is whole.
 */
export function findPage(value: unknown): DraftPage | undefined {
  if (!isFields(value)) return undefined;
  const places = listPlaces(value);
  if (!places.some(place => Object.keys(place).some(name => NAMES.has(name)))) return undefined;
  const here = countEntries(value);
  if (here === undefined) return undefined;
  const isNamed = places.some(
    place =>
      NEIGHBOURS.some(name => isAddress(place[name])) ||
      TOKENS.some(([name]) => isToken(place[name])) ||
      HAS_MORE.some(name => isWord(place[name], 'true')) ||
      IS_LAST.some(name => isWord(place[name], 'false')),
  );
  const total = findTotal(places, value);
  const { number, pages } = readPageNumber(places);
  const isPart = isNamed || (total !== undefined && total > here) || (pages !== undefined && pages > 1);
  return isPart ? { here, total, number, pages } : undefined;
}

/**
 * Lists the objects of an answer in which it may tell of its pages: itself, what its list is wrapped in, and those that
 * Django, JSON:API (`links`, `meta`), HAL (`_links`), Spring (`page`), Hydra, GraphQL (`pageInfo`) and others use.
 */
export function listPlaces(value: Fields): readonly Fields[] {
  return [value, ...listWrapped(value)].flatMap(around => [
    around,
    ...PLACES.flatMap(name => listObjects(around[name])),
  ]);
}

/** Answers have their list in one of these, beside their status. */
const WRAPPERS = ['data', 'response', 'result', 'payload', 'body', '_embedded', 'embedded'];

function listWrapped(value: Fields): readonly Fields[] {
  const wrapped = WRAPPERS.map(name => value[name]).filter(isFields);
  const named = [value, ...wrapped].flatMap(around => Object.values(around).filter(isFields));
  // GraphQL has the list and its pages under the name of the query: `data: { talks: { edges, pageInfo } }`.
  return [...wrapped, ...named.filter(({ pageInfo }) => isFields(pageInfo))];
}

const PLACES = [
  ...['links', '_links', 'meta', '_meta', 'metadata', 'response_metadata', 'hydra:view', 'view'],
  ...['pagination', 'paging', 'pager', 'pageInfo', 'page_info', 'page', 'cursor', 'cursors'],
];

/** Names of the page before or after. */
export const NEIGHBOURS: readonly string[] = [
  ...['next', 'previous', 'prev', 'nextPage', 'next_page', 'nextPageUrl', 'next_page_url', 'prev_page_url'],
  ...['nextUrl', 'next_url', 'nextLink', 'next_link', '@odata.nextLink', 'hydra:next', 'hydra:previous'],
];

/** Names of a token for the next page, and of the parameter that takes it. */
export const TOKENS: readonly (readonly [name: string, parameter: string])[] = [
  ['nextPageToken', 'pageToken'],
  ['next_page_token', 'page_token'],
  ['nextCursor', 'cursor'],
  ['next_cursor', 'cursor'],
  ['nextToken', 'nextToken'],
  ['next_token', 'next_token'],
  ['continuationToken', 'continuationToken'],
  ['continuation_token', 'continuation_token'],
];

export const HAS_MORE: readonly string[] = [
  ...['has_more', 'hasMore', 'more', 'hasNextPage', 'has_next_page', 'has_next', 'hasNext', 'hasMoreItems'],
  ...['truncated', 'isTruncated', 'is_truncated'],
];
export const IS_LAST: readonly string[] = ['last', 'isLast', 'is_last', 'isLastPage', 'is_last_page'];

export const NUMBERS: readonly string[] = [
  ...['page', 'current_page', 'currentPage', 'page_number', 'pageNumber', 'pageIndex', 'number', 'seite'],
];
export const LAST_NUMBERS: readonly string[] = [
  ...[
    'last_page',
    'lastPage',
    'total_pages',
    'totalPages',
    'pageCount',
    'page_count',
    'num_pages',
    'numPages',
  ],
  ...['pages', 'seiten'],
];
/** The pages of a book, unless the number of this one stands beside them. */
const VAGUE_LAST_NUMBERS = ['pages', 'seiten'];

const TOTALS = [
  ...['count', 'total_count', 'totalCount', 'totalItems', 'total_items', 'total_results', 'totalResults'],
  ...['totalElements', 'total_elements', 'total_entries', 'totalEntries', 'hydra:totalItems', '@odata.count'],
];
/** A number of anything, unless the list has a name of answers or something else tells of pages. */
const VAGUE_TOTAL = 'total';
const ANSWER_LISTS = [
  'results',
  'items',
  'data',
  'objects',
  'entries',
  'records',
  'content',
  'value',
  'hits',
];
const MARKS = [
  ...NEIGHBOURS,
  ...HAS_MORE,
  ...['page', 'pages', 'limit', 'offset', 'skip', 'startAt', 'per_page', 'perPage', 'page_size', 'pageSize'],
  ...['current_page', 'currentPage', 'last_page', 'total_pages', 'totalPages', 'pageCount', 'page_count'],
];

/** Every name by which an answer tells of its pages; most documents have none of them. */
const NAMES: ReadonlySet<string> = new Set([
  ...[NEIGHBOURS, TOKENS.map(([name]) => name), HAS_MORE, IS_LAST].flat(),
  ...[NUMBERS, LAST_NUMBERS, TOTALS, VAGUE_TOTAL].flat(),
]);

/** The number of a page, and how many there are. */
export function readPageNumber(places: readonly Fields[]): Pick<DraftPage, 'number' | 'pages'> {
  const [number] = places.flatMap(place => NUMBERS.flatMap(name => readCount(place[name]) ?? []));
  const [pages] = places.flatMap(place =>
    LAST_NUMBERS.flatMap(name => {
      const isKnown = number !== undefined || !VAGUE_LAST_NUMBERS.includes(name);
      return isKnown ? (readCount(place[name]) ?? []) : [];
    }),
  );
  const [, own, all] = places.map(place => readPageOf(place.page)).find(found => found !== undefined) ?? [];
  if (own !== undefined) return { number: Number(own), pages: Number(all) };
  return pages === undefined ? readNeighbours(places, number) : { number, pages };
}

/** `1 of 3` */
function readPageOf(text: unknown): RegExpExecArray | undefined {
  if (typeof text !== 'string') return undefined;
  return /^(?:page |seite )?(\d{1,4}) ?(?:of|\/|von|de|sur|di) ?(\d{1,4})$/i.exec(text.trim()) ?? undefined;
}

/** A page of which the next is 3 is 2, and one that names only a previous page is the last. */
function readNeighbours(
  places: readonly Fields[],
  stated: number | undefined,
): Pick<DraftPage, 'number' | 'pages'> {
  const [next, previous] = [NEXT, PREVIOUS].map(names => {
    const address = places.flatMap(place => names.flatMap(name => toAddress(place[name]) ?? []))[0];
    return address === undefined ? undefined : Number(/[?&]page=(\d{1,4})(?:&|$)/.exec(address)?.[1] ?? 1);
  });
  const number = stated ?? (next === undefined ? previous && previous + 1 : next - 1);
  return { number, pages: next === undefined && previous !== undefined ? number : undefined };
}

const PREVIOUS = NEIGHBOURS.filter(name => /prev/.test(name));
export const NEXT: readonly string[] = NEIGHBOURS.filter(name => !PREVIOUS.includes(name));

/** Reads a number that may be written as text. */
export function readCount(value: unknown): number | undefined {
  const isWritten = typeof value === 'number' || (typeof value === 'string' && /^\d{1,7}$/.test(value));
  return isWritten && Number.isInteger(Number(value)) && Number(value) >= 0 ? Number(value) : undefined;
}

/** An object, and the objects in it: `meta: { pagination: { total } }`, `_links: { next: { href } }`. */
function listObjects(value: unknown): readonly Fields[] {
  return isFields(value) ? [value, ...Object.values(value).filter(isFields)] : [];
}

/** YAML's values are texts here. */
export function isWord(value: unknown, word: 'true' | 'false'): boolean {
  return String(value).toLowerCase() === word;
}

function isAddress(value: unknown): boolean {
  return toAddress(value) !== undefined;
}

function toAddress(value: unknown): string | undefined {
  if (isFields(value)) return toAddress(value.href ?? value.url);
  if (typeof value === 'number' ? value <= 0 : typeof value !== 'string' || NOTHING.test(value))
    return undefined;
  return String(value);
}

const NOTHING = /^(?:|null|~|none|false)$/i;

/** True for a token that leads on; it is empty or null on the last page. */
export function isToken(value: unknown): value is string | number {
  return (typeof value === 'string' && !NOTHING.test(value)) || (typeof value === 'number' && value > 0);
}

/** Finds how many entries an answer announces in all. */
export function findTotal(places: readonly Fields[], value: Fields): number | undefined {
  const isPaged = places.some(place => MARKS.some(name => name in place));
  const names =
    isPaged || ANSWER_LISTS.some(name => Array.isArray(value[name])) ? [...TOTALS, VAGUE_TOTAL] : TOTALS;
  const [total] = places.flatMap(place => names.flatMap(name => readCount(place[name]) || []));
  return total;
}

/** Counts the entries of the longest list, or of a map if there is none; undefined if there is neither. */
export function countEntries(value: Fields): number | undefined {
  const inners = [value, ...listWrapped(value)].flatMap(place => Object.entries(place));
  const lists = inners.flatMap(([, inner]) => (Array.isArray(inner) ? inner.length : []));
  if (lists.length > 0) return Math.max(...lists);
  const maps = inners.flatMap(([name, inner]) =>
    isFields(inner) &&
    !PLACES.includes(name) &&
    !WRAPPERS.includes(name) &&
    Object.values(inner).every(isFields)
      ? Object.keys(inner).length
      : [],
  );
  return maps.length > 0 ? Math.max(...maps) : undefined;
}
