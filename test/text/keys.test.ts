import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, groupByEach, guidOf, hashId, inChunks, inTurns } from '../../src/text/keys.ts';
import { codePoint } from '../support/code-point.ts';

test('items are under each of their keys, in their order', () => {
  const talks = [
    { title: 'Tides', rooms: ['Quay', 'Hall'] },
    { title: 'Ports', rooms: ['Hall'] },
    { title: 'Knots', rooms: [] },
    { title: 'Sails', rooms: ['Hall', 'Hall'] },
  ];
  const groups = [...groupByEach(talks, talk => talk.rooms)].map(
    ([room, those]) => [room, those.map(({ title }) => title)] as const,
  );
  expect(groups).toEqual([
    ['Quay', ['Tides']],
    ['Hall', ['Tides', 'Ports', 'Sails']],
  ]);
});

test('keys may be of any kind, and no items make no groups', () => {
  expect(groupByEach([1, 2, 3], number => [number % 2 === 0])).toEqual(
    new Map([
      [false, [1, 3]],
      [true, [2]],
    ]),
  );
  expect(groupByEach([], () => ['x'])).toEqual(new Map());
});

test.each([
  [[], []],
  [[1, 2], [[1, 2]]],
  [
    [1, 2, 3, 4, 5],
    [[1, 2], [3, 4], [5]],
  ],
])('%j are taken two at a time', (items, chunks) => {
  expect([...inChunks(items, 2)]).toEqual(chunks);
});

test('orders by code units, as sort does without it', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: codePoint })), texts => {
      expect([...texts].sort(compare)).toEqual([...texts].sort());
    }),
  );
});

test.each([
  ['a', 'b', -1],
  ['b', 'a', 1],
  ['a', 'a', 0],
  ['Z', 'a', -1],
  ['2027-05-11T09:00', '2027-05-11T10:00', -1],
  ['', 'a', -1],
])('%j to %j is %i', (a, b, order) => {
  expect(compare(a, b)).toBe(order);
});

test('the same text has the same id, for ever', () => {
  // Ids are in buttons and databases, so they must not change.
  expect(hashId('Ceph at sea')).toBe('b37e1a2001b2');
  expect(hashId('')).toBe('e3b0c44298fc');
});

test('other texts have other ids, of twelve hex digits', () => {
  const ids = ['Ceph at sea', 'ceph at sea', 'Ceph at sea ', '東京'].map(hashId);
  expect(new Set(ids).size).toBe(4);
  expect(ids.filter(id => !/^[0-9a-f]{12}$/.test(id))).toEqual([]);
});

test('the same words have the same UUID, and others another', () => {
  expect(guidOf('Harbour Days', '7')).toMatch(
    /^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
  );
  expect(guidOf('a', 'b')).toBe(guidOf('a', 'b'));
  expect(guidOf('a', 'b')).not.toBe(guidOf('ab'));
});

test('each key has its turn', () => {
  expect(inTurns(['b1', 'a1', 'a2', 'a3', 'b2', 'c1'], text => text.slice(0, 1))).toEqual([
    ...['b1', 'a1', 'c1'],
    ...['b2', 'a2', 'a3'],
  ]);
  expect(inTurns([], () => '')).toEqual([]);
});
