import { describe, expect, it } from 'vitest';
import { createReport } from '../../../src/importers/reading/report.ts';
import { createColumnFinder, findRecords, findRows } from '../../../src/importers/records/record-lists.ts';

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
    expect(findRecords(value).map(({ record, defaults }) => ({ record, ...defaults }))).toEqual(expected),
  );

  it.each([{ talks: CEPH }, 'Ceph', null, [], {}, [['Ceph']], [{ speaker: 'Ada Lund' }]])(
    'but not %j',
    value => expect(findRecords(value)).toEqual([]),
  );

  it('are 20,000 rows at most', () => {
    const report = createReport('a.json');
    const many = Array.from({ length: 20_001 }, () => CEPH);
    expect(findRows(many.slice(1), {}, report)).toHaveLength(20_000);
    expect(report.problems).toEqual([]);
    expect(findRows(many, {}, report)).toHaveLength(20_000);
    expect(report.problems.map(({ message }) => message)).toEqual([
      'The list has more than 20,000 entries; the rest were left out.',
    ]);
  });

  it('are rows with the columns that conference.yml names', () => {
    const report = createReport('a.json');
    const [row] = findRows(
      [{ title: 'Ceph', teacher: 'Ada Lund' }],
      { columns: { speakers: 'teacher' } },
      report,
    );
    expect([row?.cell('title'), row?.cell('speakers')]).toEqual(['Ceph', 'Ada Lund']);
  });
});

it('the columns of a record are found once for the same fields, and again for others', () => {
  const find = createColumnFinder();
  const first = find({ title: 'Ceph', room: 'Quay' });
  expect(first).toEqual({ title: [0], room: [1] });
  expect(find({ title: 'Tape', room: 'Pier' })).toBe(first);
  expect(find({ room: 'Quay', title: 'Ceph' })).toEqual({ title: [1], room: [0] });
});
