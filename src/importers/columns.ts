import { nameKey } from '../programme/fold.ts';

type Column = 'id' | 'title' | 'start' | 'end' | 'room' | 'speakers' | 'track' | 'abstract';

/** Where each column stands that a table has. */
export type Columns = Readonly<Partial<Record<Column, number>>>;

/** What people and programs call them, folded; the earlier a name, the better. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  id: ['id', 'code', 'talk-id', 'session-id'],
  title: ['title', 'talk-title', 'session-title', 'talk', 'session'],
  start: ['start', 'starts', 'starts-at', 'start-time', 'begin', 'from'],
  end: ['end', 'ends', 'ends-at', 'end-time', 'to', 'until'],
  room: ['room', 'rooms', 'location', 'venue'],
  speakers: ['speakers', 'speaker', 'speaker-names', 'speaker-name', 'presenters', 'presenter', 'authors'],
  track: ['track', 'category', 'topic'],
  abstract: ['abstract', 'description', 'summary'],
};

/** Finds the columns that a header row names. */
export function columnsOf(header: readonly string[]): Columns {
  const keys = header.map(nameKey);
  const found: Partial<Record<Column, number>> = {};
  for (const column of Object.keys(NAMES) as Column[]) {
    const name = NAMES[column].find(candidate => keys.includes(candidate));
    if (name !== undefined) found[column] = keys.indexOf(name);
  }
  return found;
}
