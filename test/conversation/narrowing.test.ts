import { expect, test } from 'vitest';
import { narrowerSearches } from '../../src/conversation/narrowing.ts';
import { readRequest } from '../../src/conversation/request.ts';
import { harbour } from '../support/harbour.ts';
import { hour, lighthouseDays, session } from '../support/lighthouse-days.ts';

const tuesday = (query: string) => ({ label: 'Only Tue 11 May', query });
const inQuayHall = (query: string) => ({ label: 'In Quay Hall', query });

test.each([
  ['today ceph', [tuesday('day:2027-05-11 ceph')]],
  ['ceph heals tuesday', [tuesday('day:2027-05-11 ceph heals')]],
  ['Tue 11 May ceph', [tuesday('day:2027-05-11 ceph')]],
  ['quay hall', [inQuayHall('room:"Quay Hall"')]],
  ['ceph in Quay hall', [inQuayHall('room:"Quay Hall" ceph in')]],
  ['tue quay hall', [tuesday('day:2027-05-11 quay hall'), inQuayHall('room:"Quay Hall" tue')]],
  ['friday ceph', []],
  ['quay', []],
  ['room:"Quay Hall" ceph today', []],
  ['"quay hall"', []],
])('%j may have meant %j', (typed, suggestions) => {
  const request = readRequest(typed, { today: '2027-05-11', days: [] });
  if (request.kind !== 'search') throw new Error(`${typed} is no search.`);
  expect(narrowerSearches(request.search, { today: '2027-05-11', programme: harbour })).toEqual(suggestions);
});

test.each([
  ['Dock', 'dock ceph', ['room:Dock ceph']],
  ['R2D', 'r2d ceph', []],
])('a room called %s is meant if its name is no short word: %j', (room, typed, queries) => {
  const slots = [hour('2027-05-11', '09:00', room)];
  const programme = lighthouseDays([session('Lamps', '2027-05-11', '09:00', { slots })]);
  const calendar = { today: '2027-05-11', days: programme.days };
  const request = readRequest(typed, calendar);
  if (request.kind !== 'search') throw new Error(`${typed} is no search.`);
  const suggestions = narrowerSearches(request.search, { today: '2027-05-11', programme });
  expect(suggestions.map(({ query }) => query)).toEqual(queries);
});
