import { expect, test } from 'vitest';
import { hashId } from '../../src/text/hash-id.ts';

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
