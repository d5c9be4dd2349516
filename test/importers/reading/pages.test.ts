import { expect, test } from 'vitest';
import { findPage } from '../../../src/importers/reading/pages.ts';

const LIST = [{ title: 'Ceph' }, { title: 'Tape' }];
const NEXT = 'https://example.org/?page=2';

test.each<[string, unknown, unknown]>([
  ['Django', { count: 9, next: NEXT, previous: null, results: LIST }, { here: 2, total: 9 }],
  ['its last page', { count: 9, next: null, previous: NEXT, results: LIST }, { here: 2, total: 9 }],
  ['a count that says more', { count: 9, next: null, results: LIST }, { here: 2, total: 9 }],
  ['JSON:API', { data: LIST, links: { next: NEXT }, meta: { total: 9 } }, { here: 2, total: 9 }],
  ['HAL', { sessions: LIST, _links: { next: { href: NEXT } } }, { here: 2, total: undefined }],
  ['Laravel', { data: LIST, next_page_url: NEXT, total: 9, per_page: 2 }, { here: 2, total: 9 }],
  [
    'Strapi',
    { data: LIST, meta: { pagination: { page: 1, pageSize: 2, pageCount: 5, total: 9 } } },
    { here: 2, total: 9 },
  ],
  ['a cursor', { items: LIST, nextPageToken: 'abc' }, { here: 2, total: undefined }],
  ['GraphQL', { nodes: LIST, pageInfo: { hasNextPage: true } }, { here: 2, total: undefined }],
  ['a pagination', { talks: LIST, pagination: { page: 1, pages: 5, count: 9 } }, { here: 2, total: 9 }],
])('%s gives a page of several', (_, value, page) => expect(findPage(value)).toEqual(page));

test.each<[string, unknown]>([
  ['a list', LIST],
  ['a whole answer', { count: 2, next: null, previous: null, results: LIST }],
  ['a programme with a number', { total: 90, talks: LIST }],
  ['a programme with links', { links: { website: 'https://example.org' }, talks: LIST }],
  ['nothing', undefined],
])('%s is whole', (_, value) => expect(findPage(value)).toBeUndefined());
