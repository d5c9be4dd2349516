import { expect, it } from 'vitest';
import { readId } from '../../../src/importers/reading/fields.ts';

it.each([
  ['CEPH1', 'CEPH1'],
  [' guid 7 ', 'guid 7'],
  ['', undefined],
  [' \u200b', undefined],
  ['ada@example.org', 'cfe00dde46ef'],
  ['x'.repeat(101), 'c675a2e604b0'],
])('of the id %j Lectern keeps %j', (raw, expected) => expect(readId(raw)).toBe(expected));
