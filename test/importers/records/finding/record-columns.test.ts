import { expect, it } from 'vitest';
import { createColumnFinder } from '../../../../src/importers/records/finding/record-columns.ts';

it('the columns of a record are found once for the same fields, and again for others', () => {
  const find = createColumnFinder();
  const first = find({ title: 'Ceph', room: 'Quay' });
  expect(first).toEqual({ title: [0], room: [1] });
  expect(find({ title: 'Tape', room: 'Pier' })).toBe(first);
  expect(find({ room: 'Quay', title: 'Ceph' })).toEqual({ title: [1], room: [0] });
});
