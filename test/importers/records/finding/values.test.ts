import { describe, expect, it } from 'vitest';
import { textOf } from '../../../../src/importers/records/finding/values.ts';

describe('a value as text', () => {
  it.each<[unknown, string]>([
    ['Ceph', 'Ceph'],
    ['null', ''],
    ['NULL', ''],
    ['~', ''],
    [0, '0'],
    [false, 'false'],
    [new Date(Date.UTC(2027, 4, 11, 9)), '2027-05-11T09:00:00.000Z'],
    [['Ceph', null, 7, { name: 'Ada' }], 'Ceph\n7\nAda'],
    [{ name: 'Ada', title: 'Captain' }, 'Ada'],
    [{ title: 'Captain' }, 'Captain'],
    [{ en: 'Lunch', fr: 'Déjeuner' }, 'Lunch'],
    [{ fr: 'Déjeuner', de: 'Mittag' }, 'Déjeuner'],
    [{ id: 'r1' }, ''],
    [{ label: 'Quay' }, 'Quay'],
    [undefined, ''],
    [null, ''],
  ])('%j is %j', (value, text) => expect(textOf(value)).toBe(text));
});
