import { type Fields, isFields } from '../importers/reading/json.ts';
import {
  countEntries,
  findTotal,
  HAS_MORE,
  isToken,
  isWord,
  listPlaces,
  NEXT,
  readCount,
  readPageNumber,
  TOKENS,
} from '../importers/reading/pages.ts';
import { parseUrl } from '../text/parse-url.ts';
import type { SourceAnswer } from './fetch-source.ts';

/** A JSON answer, or the part of it that is one page. */
export interface AnsweredPage {
  readonly value: Fields | readonly unknown[];
  readonly answer: Extract<SourceAnswer, { readonly kind: 'fresh' }>;
}

/** The address of the next page. */
export interface NextPage {
  readonly url: URL;
  /** True if the answer names it; false if it follows from numbers, so that a server may not know it. */
  readonly isNamed: boolean;
}

/**
 * Finds the page after this one: by the address that the answer or a header names, else by its token, number or offset.
 * `first` is the number of the first page, from which some count: 0 or 1. Undefined if there is none.
 */
export function findNextPage(
  { value, answer }: AnsweredPage,
  first: number | undefined,
): NextPage | undefined {
  const { url } = answer;
  const places = isFields(value) ? listPlaces(value) : [];
  const named =
    findLinked(answer.link, url) ??
    places.reduce<URL | undefined>((found, place) => found ?? findNamed(place, url), undefined);
  if (named !== undefined) {
    // Behind a proxy an API may not know that it is asked by https.
    if (named.host === new URL(url).host) named.protocol = new URL(url).protocol;
    return { url: named, isNamed: true };
  }
  const counted = isFields(value) ? findCounted(value, { places, url, first }) : findByHeader(answer);
  return counted && { url: counted, isNamed: false };
}

/** Finds `rel="next"` among the links of the header `Link` (RFC 8288). */
function findLinked(link: string | undefined, url: string): URL | undefined {
  for (const [, address, parameters = ''] of (link ?? '').matchAll(LINK)) {
    const [, quoted, plain] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(parameters) ?? [];
    if (/(?:^|\s)next(?:\s|$)/i.test(quoted ?? plain ?? '')) return resolvePage(address, url, true);
  }
  return undefined;
}

const LINK = /<([^<>]*)>((?:\s*;\s*[\w*-]+(?:\s*=\s*(?:"[^"]*"|[^\s;,"]*))?)*)/g;

/** Finds the next page by its address, its number or the token that stands for it. */
function findNamed(place: Fields, url: string): URL | undefined {
  for (const name of NEXT) {
    const next = resolvePage(place[name], url, false);
    if (next !== undefined) return next;
  }
  for (const [name, parameter] of TOKENS)
    if (isToken(place[name])) return withParameter(url, parameter, String(place[name]));
  // GraphQL's names, and those of APIs that follow it.
  const { hasNextPage, endCursor } = place;
  return hasNextPage === true && isToken(endCursor)
    ? withParameter(url, 'after', String(endCursor))
    : undefined;
}

function resolvePage(next: unknown, url: string, isAddress: boolean): URL | undefined {
  if (isFields(next)) return resolvePage(next.href ?? next.url, url, isAddress);
  if (typeof next === 'number' ? next > 0 : typeof next === 'string' && /^\d{1,6}$/.test(next))
    return withParameter(url, 'page', String(next));
  if (typeof next !== 'string' || !(isAddress || /[/?]/.test(next))) return undefined;
  const address = parseUrl(next, url);
  return address !== undefined && /^https?:$/.test(address.protocol) ? address : undefined;
}

interface Around {
  readonly places: readonly Fields[];
  readonly url: string;
  readonly first: number | undefined;
}

/** Finds the next page by the number or the offset of this one. */
function findCounted(value: Fields, { places, url, first }: Around): URL | undefined {
  const find = (names: readonly string[]) =>
    places.flatMap(place =>
      names.flatMap(name => {
        const count = readCount(place[name]);
        return count === undefined ? [] : [{ name, count }];
      }),
    )[0];
  const { number, pages } = readPageNumber(places);
  const total = findTotal(places, value);
  const size = find(SIZES)?.count;
  const last = pages ?? (total === undefined || !size ? undefined : Math.ceil(total / size));
  const goesOn = places.some(place => HAS_MORE.some(name => isWord(place[name], 'true')));
  if (number !== undefined && (last === undefined ? goesOn : number - (first ?? 1) + 1 < last))
    return withParameter(url, findPageParameter(url), String(number + 1));
  const offset = find(OFFSETS);
  if (number !== undefined || offset === undefined) return undefined;
  const done = offset.count + (countEntries(value) ?? 0);
  const isMore = total === undefined ? goesOn : done < total;
  return isMore ? withParameter(url, offset.name, String(done)) : undefined;
}

const SIZES = ['per_page', 'perPage', 'page_size', 'pageSize', 'itemsPerPage', 'limit', 'size'];
const OFFSETS = ['offset', 'skip', 'startAt', 'start_at', 'startIndex', 'start'];

/** `page[number]` of JSON:API, if the address has it already. */
function findPageParameter(url: string): string {
  const { searchParams } = new URL(url);
  return ['page[number]', 'pageNumber', 'page_number', 'p'].find(name => searchParams.has(name)) ?? 'page';
}

/** GitLab sends the number of the next page as a header, WordPress how many there are. */
function findByHeader({ url, nextPage, pages }: AnsweredPage['answer']): URL | undefined {
  if (nextPage !== undefined && /^\d{1,6}$/.test(nextPage)) return withParameter(url, 'page', nextPage);
  const number = Number(new URL(url).searchParams.get('page') ?? 1);
  return number < Number(pages ?? 0) ? withParameter(url, 'page', String(number + 1)) : undefined;
}

function withParameter(url: string, name: string, value: string): URL {
  const next = new URL(url);
  next.searchParams.set(name, value);
  return next;
}
