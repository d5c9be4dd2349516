import { describe, expect, it } from 'vitest';
import type { CsvColumn } from '../../../src/importers/rows/mapping.ts';
import { linksOf, readRow, type TalkRow } from '../../../src/importers/rows/row.ts';
import type { SlotResult } from '../../../src/importers/rows/slot-cells.ts';
import { readSlotCells } from '../../../src/importers/rows/slot-cells.ts';

const cellOf = (cells: Readonly<Partial<Record<CsvColumn, string>>>) => (column: CsvColumn) =>
  cells[column] ?? '';

describe('a row', () => {
  const row = (state: string): TalkRow => {
    const cell = cellOf({ state });
    return { line: 3, cell, slot: readSlotCells(cell) };
  };
  const SLOT: SlotResult = { start: '2027-05-11T09:00', end: '', rooms: [] };

  it.each<[string, SlotResult, string, boolean]>([
    ['Confirmed', SLOT, 'accepted', true],
    ['Patrocinio', SLOT, 'accepted', true],
    ['Patrocinio', 'no date', 'patrocinio', false],
    ['', undefined, '', false],
  ])('with the state %j and the slot %j has come to %j', (state, when, expected, isScheduled) => {
    const given = row(state);
    expect(readRow(given, [when])).toEqual({
      ...given,
      when,
      slots: typeof when === 'object' ? [when] : [],
      state: expected,
      isScheduled,
    });
  });

  it('has a state of 60 characters at most', () =>
    expect(readRow(row('x'.repeat(61)), [undefined]).state).toBe('x'.repeat(60)));
});

describe('the links of a row', () => {
  it('are those of its four columns, several a cell', () =>
    expect(
      linksOf(
        cellOf({
          feedback: 'https://example.org/f',
          slides: 'https://example.org/s',
          video: 'https://example.org/v\n https://example.org/w',
          link: ' https://example.org/1 ',
        }),
      ),
    ).toEqual([
      { url: 'https://example.org/1' },
      { url: 'https://example.org/v', kind: 'video' },
      { url: 'https://example.org/w', kind: 'video' },
      { url: 'https://example.org/s', kind: 'slides' },
      { url: 'https://example.org/f', kind: 'feedback' },
    ]));

  it('are none in empty cells', () => expect(linksOf(cellOf({ link: ' \n' }))).toEqual([]));
});
