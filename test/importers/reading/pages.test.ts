import { expect, test } from 'vitest';
import { findPage } from '../../../src/importers/reading/pages.ts';

const LIST = [{ title: 'Ceph' }, { title: 'Tape' }];
const NEXT = 'https://example.org/?page=2';

test.each<[string, unknown, unknown]>([
  ['Django', { count: 9, next: NEXT, previous: null, results: LIST }, { here: 2, total: 9, number: 1 }],
  [
    'its last page',
    { count: 9, next: null, previous: NEXT, results: LIST },
    { here: 2, total: 9, number: 3, pages: 3 },
  ],
  ['a count that says more', { count: 9, next: null, results: LIST }, { here: 2, total: 9 }],
  ['JSON:API', { data: LIST, links: { next: NEXT }, meta: { total: 9 } }, { here: 2, total: 9, number: 1 }],
  ['HAL', { sessions: LIST, _links: { next: { href: NEXT } } }, { here: 2, total: undefined, number: 1 }],
  ['Laravel', { data: LIST, next_page_url: NEXT, total: 9, per_page: 2 }, { here: 2, total: 9, number: 1 }],
  [
    'Strapi',
    { data: LIST, meta: { pagination: { page: 1, pageSize: 2, pageCount: 5, total: 9 } } },
    { here: 2, total: 9, number: 1, pages: 5 },
  ],
  ['a cursor', { items: LIST, nextPageToken: 'abc' }, { here: 2, total: undefined }],
  ['GraphQL', { nodes: LIST, pageInfo: { hasNextPage: true } }, { here: 2, total: undefined }],
  [
    'GraphQL under the name of its query',
    { data: { talks: { edges: LIST.map(node => ({ node })), pageInfo: { hasNextPage: true } } } },
    { here: 2, total: undefined },
  ],
  [
    'a pagination',
    { talks: LIST, pagination: { page: 1, pages: 5, count: 9 } },
    { here: 2, total: 9, number: 1, pages: 5 },
  ],
  ['an offset', { offset: 0, limit: 2, total: 9, talks: LIST }, { here: 2, total: 9 }],
  ['a count alone', { count: 9, talks: LIST }, { here: 2, total: 9 }],
  ['the total of a list of results', { total: 9, results: LIST }, { here: 2, total: 9 }],
  ['the number of pages alone', { total_pages: 5, talks: LIST }, { here: 2, total: undefined, pages: 5 }],
  ['a text', { page: '1 of 3', talks: LIST }, { here: 2, total: undefined, number: 1, pages: 3 }],
  ['German', { seite: 1, seiten: 3, talks: LIST }, { here: 2, total: undefined, number: 1, pages: 3 }],
  ['Spring', { content: LIST, last: false, number: 0, totalElements: 9 }, { here: 2, total: 9, number: 0 }],
  ['a cursor by another name', { items: LIST, meta: { next_cursor: 'abc' } }, { here: 2, total: undefined }],
  ['a list in a wrapper', { data: { talks: LIST, count: 9 } }, { here: 2, total: 9 }],
  ['a map', { count: 9, talks: { a: LIST[0], b: LIST[1] } }, { here: 2, total: 9 }],
  ["YAML's texts", { count: '9', has_more: 'true', next: 'null', talks: LIST }, { here: 2, total: 9 }],
])('%s gives a page of several', (_, value, page) => expect(findPage(value)).toEqual(page));

test.each<[string, unknown]>([
  ['a list', LIST],
  ['a whole answer', { count: 2, next: null, previous: null, results: LIST }],
  ['a programme with a number', { total: 90, talks: LIST }],
  ['a programme with links', { links: { website: 'https://example.org' }, talks: LIST }],
  ['the pages of a book', { pages: 120, talks: LIST }],
  ['one page of one', { page: 1, pages: 1, last: true, has_more: false, talks: LIST }],
  ["YAML's texts on the last page", { count: '2', next: 'null', next_cursor: '', talks: LIST }],
  ['a conference with an offset', { offset: 60, start: '2027-05-11', talks: LIST }],
  ['nothing', undefined],
])('%s is whole', (_, value) => expect(findPage(value)).toBeUndefined());
