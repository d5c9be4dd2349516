import { describe, expect, it } from 'vitest';
import { guessColumns } from '../../../src/importers/csv/guess-columns.ts';

const guess = (...rows: readonly (readonly string[])[]) =>
  guessColumns(rows.map((cells, at) => ({ cells, line: at + 1 })));
const LONG = 'How a ferry line runs Ceph on board, and what broke. '.repeat(3);

describe('the columns of a sheet without a header', () => {
  it('are all told by their cells', () =>
    expect(
      guess(
        ['2027-05-11', '9:00', '9:40', 'Ceph at sea', 'Ada Lund', LONG, 'https://example.org/1'],
        ['2027-05-11', '10:00', '10:40', 'Tape ashore', 'Bo Ek, Cy Fry', LONG, 'https://example.org/2'],
        ['2027-05-12', '9:00', '9:40', 'Knots', 'Zoë van der Meer', LONG, 'https://example.org/3'],
      ),
    ).toEqual({ date: [0], start: [1], end: [2], title: [3], speakers: [4], abstract: [5], link: [6] }));

  it('may be only titles and speakers', () =>
    expect(guess(['Ceph at sea', 'Ada Lund'], ['tape ashore', 'Bo Ek'], ['knots', 'Cy Fry'])).toEqual({
      title: [0],
      speakers: [1],
    }));

  it('may be only titles and times', () =>
    expect(guess(['9:00', 'Ceph at sea'], ['10:00', 'tape ashore'], ['11:00', 'knots'])).toEqual({
      title: [1],
      start: [0],
    }));

  it('have the title in the column with the most different texts', () =>
    expect(
      guess(['9:00', 'storage', 'ceph'], ['10:00', 'storage', 'tape'], ['11:00', 'seafaring', 'knots']),
    ).toEqual({ start: [0], title: [2] }));

  it('need not fit in one cell of five', () => {
    const rows = [
      ['9:00', 'ceph'],
      ['10:00', 'tape'],
      ['11:00', 'knots'],
      ['12:00', 'lunch'],
      ['later', 'rope'],
    ];
    expect(guess(...rows)).toEqual({ start: [0], title: [1] });
    expect(guess(...rows.slice(1))).toBeUndefined();
  });

  it('need not fit in empty cells', () =>
    expect(guess(['9:00', 'ceph'], ['', 'tape'], ['', 'knots'])).toEqual({ start: [0], title: [1] }));

  it.each<[string, readonly (readonly string[])[]]>([
    [
      'two rows',
      [
        ['Ceph at sea', 'Ada Lund'],
        ['tape ashore', 'Bo Ek'],
      ],
    ],
    ['one column', [['Ceph at sea'], ['tape ashore'], ['knots']]],
    ['a row of one column', [['ceph', 'Ada Lund'], ['tape', 'Bo Ek'], ['knots', 'Cy Fry'], ['rope']]],
    [
      'neither speakers nor times',
      [
        ['ceph', 'storage'],
        ['tape', 'storage'],
        ['knots', 'seafaring'],
      ],
    ],
    [
      'no titles',
      [
        ['Ada Lund', '9:00'],
        ['Bo Ek', '10:00'],
        ['Cy Fry', '11:00'],
      ],
    ],
    [
      'titles of three letters',
      [
        ['9:00', 'NFS'],
        ['10:00', 'BGP'],
        ['11:00', 'DNS'],
      ],
    ],
    ['no rows', []],
  ])('are unknown with %s', (_, rows) => expect(guess(...rows)).toBeUndefined());
});
