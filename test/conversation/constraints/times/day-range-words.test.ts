import { expect, test } from 'vitest';
import { sampleContext, understand } from '../../../support/understand.ts';

const context = await sampleContext('2027-05-11T10:40+02:00');

const ALL = 'agenda 2027-05-11 2027-05-12 2027-05-13';
const LAST_TWO = 'search day:2027-05-12 day:2027-05-13 ceph';

test.each([
  ['11 to 13 may', ALL],
  ['may 11-13', ALL],
  ['11.-13. Mai', ALL],
  ['vom 11. bis zum 13. Mai', ALL],
  ['du 11 au 13 mai', ALL],
  ['del 11 al 13 de mayo', ALL],
  ['de 11 a 13 de maio', ALL],
  ['dal 11 al 13 maggio', ALL],
  ['11 tot 13 mei', ALL],
  ['5月11日から13日', ALL],
  ['5月11日〜13日', ALL],
  ['tuesday the 11th to thursday the 13th', ALL],
  ['from the 11th to the 13th', ALL],
  ['days 1 to 3', ALL],
  ['ceph wed-thu', LAST_TWO],
  ['ceph wednesday to thursday', LAST_TWO],
  ['ceph mittwoch bis donnerstag', LAST_TWO],
  ['ceph between 12 and 13 may', LAST_TWO],
  ['entre el 12 y el 13 de mayo ceph', LAST_TWO],
  ['12/5 - 13/5 ceph', LAST_TWO],
  ['day 2 and 3 ceph', LAST_TWO],
  ['ceph days 2-3', LAST_TWO],
  ['11 to 13', 'agenda 2027-05-11 11:00-13:00'],
])('%s', (typed, request) => {
  expect(understand(typed, context)).toBe(request);
});

test('an hour is no date', () => {
  expect(understand('tuesday 9 to 11', context)).toBe('agenda 2027-05-11 09:00-11:00');
  expect(understand('12 may 9-11', context)).toBe('agenda 2027-05-12 09:00-11:00');
  expect(understand('2 to 3 replicas', context)).toBe('search 2 to 3 replicas');
});
