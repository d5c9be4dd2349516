import { cleanLine } from '../reading/clean.ts';
import { readClock } from '../rows/clock.ts';
import { columnsOf } from '../rows/columns.ts';
import type { CsvRow } from './csv.ts';

/** Below a title and a day. */
const ROOMS_ROW_MAX = 3;

/** True for a table with a room in each column and a time in each row, and for none in which a row is a talk. */
export function isRoomGrid(rows: readonly CsvRow[]): boolean {
  return rows.slice(0, ROOMS_ROW_MAX).some((row, at) => isRoomsRow(row) && areTimed(rows.slice(at + 1)));
}

/** Names behind a corner that is empty or says "Time". */
function isRoomsRow({ cells }: CsvRow): boolean {
  const [corner = '', ...rooms] = cells.map(cleanLine);
  const { title, start, speakers } = columnsOf(cells);
  return (
    rooms.filter(room => room !== '' && readClock(room) === undefined).length >= 2 &&
    (corner === '' || start?.[0] === 0) &&
    (title ?? speakers) === undefined
  );
}

function areTimed(rows: readonly CsvRow[]): boolean {
  const sides = rows.map(({ cells }) => cleanLine(cells[0] ?? '')).filter(side => side !== '');
  const timed = sides.filter(side => readClock(side.split(/\s*[-–—]/)[0] ?? '') !== undefined);
  return timed.length >= 2 && timed.length * 2 >= sides.length;
}
