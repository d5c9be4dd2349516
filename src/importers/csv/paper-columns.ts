import { nameKey } from '../../text/fold.ts';
import { splitDateTime } from '../rows/cell-times.ts';
import { type Columns, findColumns } from '../rows/columns/columns.ts';
import type { CsvColumn, CsvMapping } from '../rows/mapping.ts';
import { findPapers } from '../rows/numbered-papers.ts';
import type { TalkRow } from '../rows/row.ts';
import { readSlotCells } from '../rows/slot-cells.ts';

/** The columns of a sheet, and those of the papers that stand in the row of their session. */
export interface SheetColumns {
  readonly columns: Columns;
  readonly papers: readonly Columns[];
  /** The columns that have ids in place of names, of which other sheets have the names. */
  readonly ids: ReadonlySet<CsvColumn>;
}

export function findSheetColumns(header: readonly string[], mapping: CsvMapping = {}): SheetColumns {
  const papers = findPapers(header);
  const ofPapers = new Set(papers.flatMap(paper => [...paper.values()]));
  const own = papers.length === 0 ? header : header.map((name, at) => (ofPapers.has(at) ? '' : name));
  return {
    ...findIds(own, findColumns(own, mapping)),
    papers: papers.map(paper => {
      const at = [...paper.values()];
      const found = Object.entries(findColumns([...paper.keys()]));
      return Object.fromEntries(
        found.map(([column, indexes]) => [column, indexes.flatMap(i => at[i] ?? [])]),
      );
    }),
  };
}

/** "room_id" and "speaker_ids" are read where no column has the names. */
function findIds(header: readonly string[], columns: Columns): Omit<SheetColumns, 'papers'> {
  const ids = (['room', 'track', 'speakers'] as const).flatMap(column => {
    const at =
      columns[column] === undefined ? header.findIndex(name => ID_COLUMNS[column].test(nameKey(name))) : -1;
    return at < 0 ? [] : { column, at };
  });
  return {
    columns: { ...columns, ...Object.fromEntries(ids.map(({ column, at }) => [column, [at]])) },
    ids: new Set(ids.map(({ column }) => column)),
  };
}

const ID_COLUMNS = {
  room: /^(?:rooms?|locations?|venues?|microlocations?|raum|salles?|salas?)-?(?:ids?|keys?|codes?|refs?|slugs?)$/,
  track: /^(?:tracks?|categor(?:y|ies))-?(?:ids?|keys?|codes?|refs?|slugs?)$/,
  speakers: /^(?:speakers?|presenters?|authors?|persons?)-?(?:ids?|keys?|codes?|refs?)$/,
};

/** Lists the columns that are not read; of papers, those of the first stand for all. */
export function listUnreadColumns(
  header: readonly string[],
  { columns, papers }: SheetColumns,
): readonly string[] {
  const read = new Set([columns, ...papers].flatMap(each => Object.values(each).flat()));
  const ofOthers = new Set(
    findPapers(header)
      .slice(1)
      .flatMap(paper => [...paper.values()]),
  );
  return header.filter((_, at) => !read.has(at) && !ofOthers.has(at));
}

/** Makes a row of a paper; its room, its day and, if it has no time, its time are the session's. Undefined if it has no title. */
export function toPaperRow(
  cells: readonly string[],
  columns: Columns,
  session: TalkRow,
): TalkRow | undefined {
  const own = (column: CsvColumn) => (columns[column] ?? []).map(at => cells[at] ?? '').join('\n');
  if (own('title').trim() === '') return undefined;
  const cell = (column: CsvColumn) => {
    if (column === 'speakers') return readAuthors(own('speakers'));
    return own(column) || (column === 'track' ? session.cell('track') : '');
  };
  const { date, start, end, duration, rooms, ...slot } = readSlotCells(own);
  const day = date || session.slot.date || splitDateTime(session.slot.start).date;
  const times =
    start === ''
      ? session.slot
      : { date: day, start, end, duration: end === '' ? duration : '', allDay: false };
  return {
    ...session,
    cell,
    slot: {
      ...slot,
      ...times,
      ...(rooms.length > 0
        ? { rooms }
        : { rooms: session.slot.rooms, hasRoomALine: session.slot.hasRoomALine }),
    },
    within: session.cell('title').trim() || undefined,
  };
}

/** ConfTool writes "Lund, Ada (1,2); Ek, Bo (2)", with the numbers of the organisations. */
function readAuthors(cell: string): string {
  const isList = cell.includes(';');
  return cell
    .split(';')
    .map(author => author.replace(/\s*\(\d+(?:\s*,\s*\d+)*\)/g, '').trim())
    .map(author => {
      const [, last, first] = /^([^,\n]+),\s*([^,\n]+)$/.exec(author) ?? [];
      const isTurned = first !== undefined && (isList || !/\S\s+\S/.test(first));
      return isTurned ? `${first} ${last}` : author;
    })
    .join('; ');
}
