import { expect, test } from 'vitest';
import { findWithheld } from '../../../src/importers/rows/withheld.ts';

test.each<[string, string, string | undefined]>([
  ['deleted_at', '2027-02-01 10:00', 'deleted'],
  ['deleted_at', 'NULL', undefined],
  ['removed on', '-', undefined],
  ['Is Draft', 'x', 'draft'],
  ['draft', 'no', undefined],
  ['draft', '', undefined],
  ['removed', 'true', 'deleted'],
  ['active', 'N', 'not public'],
  ['active', 'Y', undefined],
  ['veröffentlicht', 'Nein', 'not public'],
  ['topic', 'deleted', undefined],
])('of an entry with %s "%s" the state is %s', (name, value, state) =>
  expect(
    findWithheld([
      ['title', 'Ceph'],
      [name, value],
    ]),
  ).toBe(state),
);
