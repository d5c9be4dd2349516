import { expect, test } from 'vitest';
import { groupByEach } from '../../src/text/group.ts';

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
