import type { DraftPage } from '../../programme/joining/draft.ts';
import { type Fields, isFields } from './json.ts';

/**
 * Tells whether a value is one page of an answer that came in several: it names a next or previous page, or counts more
 * entries than it has. Django's `count` and `next`, JSON:API's `links` and `meta`, Laravel's `next_page_url`, GraphQL's
 * `pageInfo` and `pagination` objects are known. Undefined if it is whole.
 */
export function findPage(value: unknown): DraftPage | undefined {
  if (!isFields(value)) return undefined;
  const list = findLongestList(value);
  if (list === undefined) return undefined;
  const places = listPlaces(value);
  const isNamed = places.some(
    place => NEIGHBOURS.some(name => isAddress(place[name])) || HAS_MORE.some(name => place[name] === true),
  );
  const isPaged = places.some(place => [...NEIGHBOURS, ...MARKS].some(name => name in place));
  const total = isPaged ? findTotal(places) : undefined;
  const here = list.length;
  return isNamed || (total !== undefined && total > here) ? { here, total } : undefined;
}

/** Lists the objects of an answer in which it may tell of its pages. */
export function listPlaces(value: Fields): readonly Fields[] {
  return [value, ...PLACES.flatMap(name => listObjects(value[name]))];
}

const PLACES = ['links', '_links', 'meta', '_meta', 'pagination', 'paging', 'pageInfo', 'page_info', 'page'];
/** Names of the page before or after. */
export const NEIGHBOURS: readonly string[] = [
  'next',
  'previous',
  'prev',
  'nextPage',
  'next_page',
  'next_page_url',
  'prev_page_url',
  'next_url',
  'nextLink',
  '@odata.nextLink',
  'nextPageToken',
  'hydra:next',
];
const HAS_MORE = ['has_more', 'hasMore', 'hasNextPage', 'has_next', 'hasNext'];
const MARKS = [
  'page',
  'pages',
  'limit',
  'offset',
  'per_page',
  'perPage',
  'page_size',
  'pageSize',
  'pageCount',
  'page_count',
  'current_page',
  'last_page',
  'total_pages',
  'totalPages',
  'hydra:totalItems',
];
const TOTALS = [
  'count',
  'total',
  'total_count',
  'totalCount',
  'totalItems',
  'total_items',
  'total_results',
  'totalResults',
  'totalElements',
  'total_entries',
  'hydra:totalItems',
];

/** An object, and the objects in it: `meta: { pagination: { total } }`, `_links: { next: { href } }`. */
function listObjects(value: unknown): readonly Fields[] {
  return isFields(value) ? [value, ...Object.values(value).filter(isFields)] : [];
}

function isAddress(value: unknown): boolean {
  if (isFields(value)) return isAddress(value.href ?? value.url);
  return (typeof value === 'string' && value !== '') || (typeof value === 'number' && value > 0);
}

function findTotal(places: readonly Fields[]): number | undefined {
  const [total] = places.flatMap(place =>
    TOTALS.flatMap(name => {
      const number = Number(place[name]);
      return typeof place[name] !== 'boolean' && Number.isInteger(number) && number > 0 ? number : [];
    }),
  );
  return total;
}

function findLongestList(value: Fields): readonly unknown[] | undefined {
  return Object.values(value)
    .filter(Array.isArray)
    .reduce<readonly unknown[] | undefined>(
      (longest, list) => (list.length > (longest?.length ?? -1) ? list : longest),
      undefined,
    );
}
