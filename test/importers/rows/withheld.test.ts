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
  ['isPublished', 'false', 'not public'],
  ['deletedAt', '2027-02-01', 'deleted'],
  ['Angenommen', 'nein', 'not public'],
  ['Zurückgezogen', 'ja', 'zuruckgezogen'],
  ['visibility', 'private', 'not public'],
  ['visibility', 'public', undefined],
  ['cancelled', 'true', 'canceled'],
  ['canceledAt', '2027-02-01', 'canceled'],
  ['topic', 'deleted', undefined],
])('of an entry with %s "%s" the state is %s', (name, value, state) =>
  expect(
    findWithheld([
      ['title', 'Ceph'],
      [name, value],
    ]),
  ).toBe(state),
);
