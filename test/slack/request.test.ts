import { expect, test } from 'vitest';
import { readRequest } from '../../src/slack/request.ts';

const calendar = { today: '2027-05-11', days: ['2027-05-11', '2027-05-12', '2027-05-13'] };
const storage = { name: 'track', value: 'storage', not: false };
const search = (query: string) => ({ kind: 'search', query });

test.each([
  ['', { kind: 'help' }],
  ['Help', { kind: 'help' }],
  ['"help"', search('"help"')],
  ['help desk', search('help desk')],
  ['ceph', search('ceph')],
  ['now', { kind: 'now', filters: [], typed: 'now' }],
  ['NEXT track:storage', { kind: 'next', filters: [storage], typed: 'NEXT track:storage' }],
  ['next generation storage', search('next generation storage')],
  ['"now"', search('"now"')],
  ['nowhere', search('nowhere')],
  ['now -ceph', search('now -ceph')],
  ['today', { kind: 'day', day: '2027-05-11', filters: [], typed: '2027-05-11' }],
  [
    'tomorrow track:storage',
    { kind: 'day', day: '2027-05-12', filters: [storage], typed: '2027-05-12 track:storage' },
  ],
  ['thursday', { kind: 'day', day: '2027-05-13', filters: [], typed: '2027-05-13' }],
  ['2027-05-12', { kind: 'day', day: '2027-05-12', filters: [], typed: '2027-05-12' }],
  ['12 May', { kind: 'day', day: '2027-05-12', filters: [], typed: '2027-05-12' }],
  ['May 12', { kind: 'day', day: '2027-05-12', filters: [], typed: '2027-05-12' }],
  ['sun', search('sun')],
  ['31 June', search('31 June')],
  ['10 lessons', search('10 lessons')],
  ['today we fail', search('today we fail')],
])('reads %j as %j', (typed, request) => {
  expect(readRequest(typed, calendar)).toEqual(request);
});

test('stops at a whole word where a page could not carry more', () => {
  expect(readRequest('word '.repeat(1000), calendar)).toEqual(search('word '.repeat(180).trim()));
  expect(readRequest('x'.repeat(1000), calendar)).toEqual(search('x'.repeat(900)));
});
