import type { Link } from '../../programme/talk.ts';
import { cleanLine } from '../reading/clean.ts';
import { translateState } from '../reading/status.ts';
import type { RawLink } from '../reading/talk.ts';
import type { RawSlot } from '../reading/times.ts';
import type { CsvColumn } from './mapping.ts';
import type { SlotCells, SlotResult } from './slot-cells.ts';

/** A talk in fields that have names: a row of a sheet, an entry of a list, the front matter of a page. */
export interface TalkRow {
  readonly line: number | undefined;
  readonly cell: (column: CsvColumn) => string;
  readonly slot: SlotCells;
  /** Set if the source holds more on the speakers than names in a cell. */
  readonly speakers?: readonly RowSpeaker[] | undefined;
  /** The state of an entry that other fields than its state withhold: "deleted". */
  readonly withheld?: string | undefined;
  /** The title of the entry in which it stands. */
  readonly within?: string | undefined;
}

/** The name is empty if the row has only an id and another file has the name. */
export interface RowSpeaker {
  readonly id?: string | undefined;
  readonly name: string;
  readonly bio: string;
  readonly affiliation?: string | undefined;
}

/** A row with its slot and its review state. */
export interface ReadRow extends TalkRow {
  /** Its first time. */
  readonly when: SlotResult;
  /** All its times. */
  readonly slots: readonly RawSlot[];
  readonly state: string;
  readonly isScheduled: boolean;
}

export function readRow(row: TalkRow, times: readonly SlotResult[]): ReadRow {
  const when = times.find(time => typeof time !== 'object') ?? times[0];
  const isScheduled = typeof when === 'object';
  return {
    ...row,
    when,
    slots: times.filter(time => typeof time === 'object'),
    isScheduled,
    state: row.withheld ?? translateState(cleanLine(row.cell('state')).slice(0, 60), { isScheduled }),
  };
}

export function linksOf(cell: TalkRow['cell']): readonly RawLink[] {
  const links = (column: CsvColumn, kind?: Link['kind']): readonly RawLink[] =>
    cell(column)
      .split(/\s+/)
      .filter(url => url !== '')
      .map(url => ({ url, ...(kind && { kind }) }));
  return [
    ...links('link'),
    ...links('video', 'video'),
    ...links('slides', 'slides'),
    ...links('feedback', 'feedback'),
  ];
}
