import { describe, expect, it } from 'vitest';
import { searchDocument } from '../../../../src/importers/records/finding/search-document.ts';

const CEPH = { title: 'Ceph' };
const TAPE = { title: 'Tape' };

describe('the talks in a value', () => {
  it.each<[string, unknown, readonly object[]]>([
    ['a list', [CEPH, TAPE], [{ record: CEPH }, { record: TAPE }]],
    ['a list under any name', { vortraege: [CEPH], total: 1 }, [{ record: CEPH }]],
    ['several lists', { talks: [CEPH], posters: [TAPE] }, [{ record: CEPH }, { record: TAPE }]],
    [
      'a list with other entries',
      [CEPH, null, 'Tape', { name: undefined, menu: 1 }, [TAPE]],
      [{ record: CEPH }],
    ],
    [
      'days',
      [
        { date: '2027-05-11', sessions: [CEPH] },
        { date: '2027-05-12', talks: [TAPE] },
      ],
      [
        { record: CEPH, date: '2027-05-11' },
        { record: TAPE, date: '2027-05-12' },
      ],
    ],
    [
      'rooms',
      {
        rooms: [
          { name: 'Quay', talks: [CEPH] },
          { room: 'Pier', events: [TAPE] },
        ],
      },
      [
        { record: CEPH, room: 'Quay' },
        { record: TAPE, room: 'Pier' },
      ],
    ],
    [
      'days of rooms',
      { days: [{ day: 'Friday', rooms: [{ name: 'Quay', talks: [CEPH, TAPE] }] }] },
      [
        { record: CEPH, date: 'Friday', room: 'Quay' },
        { record: TAPE, date: 'Friday', room: 'Quay' },
      ],
    ],
  ])('that is or has %s', (_, value, expected) =>
    expect(searchDocument(value).records.map(({ record, defaults }) => ({ record, ...defaults }))).toEqual(
      expected,
    ),
  );

  it.each([{ talks: CEPH }, 'Ceph', null, [], {}, [['Ceph']], [{ speaker: 'Ada Lund' }]])(
    'but not %j',
    value => expect(searchDocument(value).records).toEqual([]),
  );
});
