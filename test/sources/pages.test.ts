import { expect, test } from 'vitest';
import { askSource } from '../../src/sources/ask-source.ts';

const HOST = 'https://days.example';
const talk = (code: string) => ({ code, title: `Talk ${code}`, state: 'confirmed', submission_type: 'Talk' });

type Page =
  | { readonly json: unknown; readonly headers?: Readonly<Record<string, string>> }
  | { readonly status: number };

/** Asks `/talks/` of a server of these pages, and tells which talks came, what was asked and what is reported. */
async function gather(pages: Readonly<Record<string, Page>>, headers = {}) {
  const asked: string[] = [];
  const seen: (string | null)[] = [];
  const answer = await askSource({
    url: `${HOST}/talks/`,
    headers,
    path: 'days',
    fetch: async (url, init) => {
      const path = String(url).replace(HOST, '');
      asked.push(path);
      seen.push(new Headers(init?.headers).get('authorization'));
      const page = pages[path] ?? { status: 404 };
      if ('status' in page) return new Response('', { status: page.status });
      return new Response(JSON.stringify(page.json), { headers: { etag: '"1"', ...page.headers } });
    },
  });
  if (answer.kind !== 'fresh') throw new Error(`No talks came: ${answer.kind}`);
  const { draft, marks, bytes } = answer;
  return { talks: draft.talks.map(({ id }) => id), page: draft.page, asked, seen, marks, bytes };
}

const results = (next: unknown, ...codes: readonly string[]) => ({ next, results: codes.map(talk) });

test.each<[string, Readonly<Record<string, Page>>]>([
  [
    'an absolute address',
    {
      '/talks/': { json: { count: 3, ...results(`${HOST}/talks/?page=2`, 'AA', 'BB') } },
      '/talks/?page=2': { json: { count: 3, ...results(null, 'CC') } },
    },
  ],
  [
    'a relative address',
    {
      '/talks/': { json: results('?page=2', 'AA', 'BB') },
      '/talks/?page=2': { json: results(null, 'CC') },
    },
  ],
  [
    'an address without its s, as behind a proxy',
    {
      '/talks/': { json: results('http://days.example/talks/?page=2', 'AA', 'BB') },
      '/talks/?page=2': { json: results(null, 'CC') },
    },
  ],
  [
    'links',
    {
      '/talks/': { json: { talks: [talk('AA'), talk('BB')], links: { next: { href: '/talks/?page=2' } } } },
      '/talks/?page=2': { json: { talks: [talk('CC')], links: {} } },
    },
  ],
  [
    'the number of pages',
    {
      '/talks/': { json: { talks: [talk('AA'), talk('BB')], pagination: { page: 1, pages: 2, total: 3 } } },
      '/talks/?page=2': { json: { talks: [talk('CC')], pagination: { page: 2, pages: 2, total: 3 } } },
    },
  ],
  [
    'a header',
    {
      '/talks/': {
        json: [talk('AA'), talk('BB')],
        headers: { link: '</a>; rel="prev", </talks/?page=2>; rel="next"' },
      },
      '/talks/?page=2': { json: [talk('CC')] },
    },
  ],
  [
    'a header with other parameters',
    {
      '/talks/': {
        json: [talk('AA'), talk('BB')],
        headers: { link: '<?page=9>; title="a, b; rel=next"; rel=last, <?page=2>; type="x"; rel=next' },
      },
      '/talks/?page=2': { json: [talk('CC')] },
    },
  ],
  [
    "GitLab's header",
    {
      '/talks/': { json: [talk('AA'), talk('BB')], headers: { 'x-next-page': '2' } },
      '/talks/?page=2': { json: [talk('CC')], headers: { 'x-next-page': '' } },
    },
  ],
  [
    "WordPress's header",
    {
      '/talks/': { json: [talk('AA'), talk('BB')], headers: { 'x-wp-totalpages': '2' } },
      '/talks/?page=2': { json: [talk('CC')], headers: { 'x-wp-totalpages': '2' } },
    },
  ],
  [
    'numbers that are texts, from the size of a page',
    {
      '/talks/': { json: { talks: [talk('AA'), talk('BB')], page: '1', per_page: '2', total: '3' } },
      '/talks/?page=2': { json: { talks: [talk('CC')], page: '2', per_page: '2', total: '3' } },
    },
  ],
  [
    'a wrapped list',
    {
      '/talks/': { json: { status: 'ok', data: { talks: [talk('AA'), talk('BB')], next: '?page=2' } } },
      '/talks/?page=2': { json: { status: 'ok', data: { talks: [talk('CC')], next: null } } },
    },
  ],
  [
    'HAL',
    {
      '/talks/': {
        json: { _embedded: { talks: [talk('AA'), talk('BB')] }, _links: { next: { href: '?page=2' } } },
      },
      '/talks/?page=2': { json: { _embedded: { talks: [talk('CC')] }, _links: {} } },
    },
  ],
  [
    'an entry that slipped and a page that names itself',
    {
      '/talks/': { json: results('?page=2', 'AA', 'BB') },
      '/talks/?page=2': { json: results('?page=2', 'BB', 'CC') },
    },
  ],
])('pages are followed by %s', async (_, pages) => {
  const { talks, page, asked, marks } = await gather(pages);
  expect({ talks, page, asked, marks }).toEqual({
    talks: ['AA', 'BB', 'CC'],
    page: undefined,
    asked: ['/talks/', '/talks/?page=2'],
    marks: { address: `${HOST}/talks/`, etag: undefined, lastModified: undefined },
  });
});

test.each<[string, object, string]>([
  ['a token', { nextPageToken: 'x y' }, 'pageToken=x+y'],
  ['a cursor', { has_more: true, next_cursor: 'x=' }, 'cursor=x%3D'],
  ['a cursor beside the answer', { response_metadata: { next_cursor: 'x' } }, 'cursor=x'],
  ['the end of this page', { pageInfo: { hasNextPage: true, endCursor: 'x' } }, 'after=x'],
  ['an offset', { offset: 0, limit: 1, total: 2 }, 'offset=1'],
  ['entries to skip', { skip: 0, limit: 1, total: 2 }, 'skip=1'],
  ['a number that counts from 0', { page: 0, total_pages: 2 }, 'page=1'],
  ['a number and that there is more', { page: 1, has_more: true }, 'page=2'],
])('%s leads to the next page', async (_, paging, parameter) => {
  const { talks, page, asked } = await gather({
    '/talks/': { json: { talks: [talk('AA')], ...paging } },
    [`/talks/?${parameter}`]: { json: { talks: [talk('BB')] } },
  });
  expect({ talks, page, asked }).toEqual({
    talks: ['AA', 'BB'],
    page: undefined,
    asked: ['/talks/', `/talks/?${parameter}`],
  });
});

test('the entries of a map are united', async () => {
  const { bytes } = await gather({
    '/talks/': { json: { next: '?page=2', talks: { a: talk('AA') } } },
    '/talks/?page=2': { json: { next: null, talks: { b: talk('BB') } } },
  });
  expect(JSON.parse(Buffer.from(bytes).toString())).toEqual({
    next: null,
    talks: { a: talk('AA'), b: talk('BB') },
  });
});

test('a server that does not know a parameter is left after it repeats itself', async () => {
  const json = { talks: [talk('AA'), talk('BB')], offset: 0, limit: 2, total: 9 };
  const { page, asked } = await gather({ '/talks/': { json }, '/talks/?offset=2': { json } });
  expect({ page, asked }).toEqual({
    page: { here: 2, total: 9, reason: 'An entry may have moved from page to page.' },
    asked: ['/talks/', '/talks/?offset=2'],
  });
});

test('slots of one talk on two pages are both kept', async () => {
  const slot = (start: string) => ({ ...talk('AA'), start });
  const { bytes } = await gather({
    '/talks/': { json: { next: '?page=2', slots: [slot('09')] } },
    '/talks/?page=2': { json: { next: null, slots: [slot('09'), slot('10')] } },
  });
  expect(JSON.parse(Buffer.from(bytes).toString())).toEqual({ next: null, slots: [slot('09'), slot('10')] });
});

const first = { json: { count: 9, ...results('?page=2', 'AA', 'BB') } };

test.each<[string, Readonly<Record<string, Page>>, string]>([
  [
    'fails',
    { '/talks/': first, '/talks/?page=2': { status: 500 } },
    'days.example answered with status 500.',
  ],
  [
    'is on another host',
    { '/talks/': { json: { count: 9, ...results('https://other.example/2', 'AA', 'BB') } } },
    'Page 2 is on another host (other.example), which is not asked.',
  ],
  [
    'is not named',
    { '/talks/': { json: { count: 9, ...results(null, 'AA', 'BB') } } },
    'The answer names no next page.',
  ],
  [
    'has no list',
    { '/talks/': first, '/talks/?page=2': { json: { detail: 'Throttled' } } },
    'Page 2 has no list.',
  ],
  ['is not JSON', { '/talks/': first, '/talks/?page=2': { json: 2 } }, 'Page 2 is not JSON.'],
  [
    'has fewer entries than announced',
    { '/talks/': first, '/talks/?page=2': { json: { count: 9, ...results(null) } } },
    'An entry may have moved from page to page.',
  ],
])('a list is not whole if a page %s', async (_, pages, reason) => {
  const { talks, page } = await gather(pages);
  expect({ talks, page }).toEqual({ talks: ['AA', 'BB'], page: { here: 2, total: 9, reason } });
});

test('sends headers along with each page', async () => {
  const { seen } = await gather(
    { '/talks/': first, '/talks/?page=2': { json: results(null, 'CC') } },
    { Authorization: 'Token s3cret' },
  );
  expect(seen).toEqual(['Token s3cret', 'Token s3cret']);
});

test('an API that never ends is left after 200 pages', async () => {
  let asked = 0;
  const answer = await askSource({
    url: `${HOST}/talks/`,
    headers: {},
    path: 'days',
    fetch: async () => {
      asked += 1;
      return Response.json(results(`?page=${asked + 1}`, `A${asked}`));
    },
  });
  expect(asked).toBe(200);
  expect(answer.kind === 'fresh' && answer.draft.page).toEqual({
    here: 200,
    total: undefined,
    reason: 'days.example has more than 200 pages.',
  });
});
