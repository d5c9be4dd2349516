import { expect, test } from 'vitest';
import { requestContext } from '../../src/conversation/answer.ts';
import { readRequest } from '../../src/conversation/request.ts';
import { searchWords, widerSearches } from '../../src/conversation/widening.ts';
import { answeringFor } from '../support/answering.ts';
import { harbour } from '../support/harbour.ts';
import { loadedWith } from '../support/loaded.ts';

const context = requestContext(answeringFor(loadedWith(harbour), { at: '2027-05-11T08:55+02:00' }));

function search(typed: string) {
  const request = readRequest(typed, context);
  if (request.kind !== 'search') throw new Error(`${typed} is no search.`);
  return request.search;
}

const allDays = (query: string) => ({ label: 'All days', query });
const allRooms = (query: string) => ({ label: 'All rooms', query });

test.each([
  ['today ceph', [allDays('ceph')]],
  ['ceph heals tuesday', [allDays('ceph heals')]],
  ['Tue 11 May ceph', [allDays('ceph')]],
  ['ceph after 14:00 on tuesday', [allDays('ceph')]],
  ['ceph in Quay hall', [allRooms('ceph')]],
  ['ceph tue quay hall', [allDays('room:"Quay Hall" ceph'), allRooms('day:2027-05-11 ceph')]],
  ['ceph', []],
  ['room:"Quay Hall" ceph today', [allDays('room:"Quay Hall" ceph'), allRooms('day:2027-05-11 ceph')]],
  ['ceph without kubernetes', [{ label: 'With kubernetes', query: 'ceph' }]],
  ['room:"Quay Hall" -ceph', [allRooms('-ceph'), { label: 'With ceph', query: 'room:"Quay Hall"' }]],
  ['"quay hall"', []],
])('%j is wider as %j', (typed, suggestions) => {
  expect(widerSearches(search(typed))).toEqual(suggestions);
});

test.each([
  ['today ceph', 'day:2027-05-11 ceph'],
  ['ceph but not kubernetes tue', 'ceph but not kubernetes day:2027-05-11'],
])('%j can be asked again as explicit filters', (typed, words) => {
  const again = searchWords(search(typed));
  expect(search(again).query.filters.map(({ name, value }) => [name, value])).toEqual(
    search(typed).query.filters.map(({ name, value }) => [name, value]),
  );
  expect(words).toContain('day:2027-05-11');
});
