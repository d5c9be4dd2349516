import type { DraftSpeaker, DraftTalk } from '../../programme/joining/draft.ts';
import { cleanLine } from '../reading/clean.ts';
import { readId } from '../reading/fields.ts';
import { parseKind } from '../reading/kinds.ts';
import { createNamesReader } from '../reading/names.ts';
import { readSpeaker } from '../reading/people.ts';
import { toReadableText } from '../reading/readable-text.ts';
import { createLineReport, type Report, type Spot } from '../reading/report.ts';
import { isCancelled, keepAccepted } from '../reading/status.ts';
import { type RawTalk, readTalk, uniteSlots } from '../reading/talk.ts';
import type { CsvMapping } from './mapping.ts';
import { linksOf, type ReadRow, type RowSpeaker, readRow, type TalkRow } from './row.ts';
import { reportFaults, reportStrays } from './row-problems.ts';
import { createSlotReader } from './slots.ts';

/** Reads the talks of a file. It needs all rows together, because they explain each other's dates. */
export function readRows(
  rows: readonly TalkRow[],
  mapping: CsvMapping,
  report: Report,
): readonly DraftTalk[] {
  const slots = createSlotReader(
    rows.map(({ slot }) => slot),
    mapping,
  );
  for (const doubt of slots.doubts) report.warn({}, doubt);
  const accepted = keepAccepted(
    rows.map(row => readRow(row, slots.read(row.slot))),
    report,
  );
  reportFaults(accepted, slots.dates, report);
  reportStrays(accepted, report);
  const readNames = createNamesReader(
    rows.flatMap(row => (row.speakers === undefined ? readNamesCell(row) : [])),
  );
  const talks = uniteSlots(
    accepted.map(row =>
      toRawTalk({ ...row, speakers: row.speakers ?? readSpeakers(row, readNames) }, report),
    ),
  );
  return talks.flatMap(({ line, ...raw }) => {
    const talk = readTalk(raw, createLineReport(line, report));
    return talk === undefined ? [] : { ...talk, line };
  });
}

function toRawTalk(
  { line, cell, when, slots, state, speakers = [], within }: ReadRow,
  report: Report,
): RawTalk & { readonly line: number | undefined } {
  return {
    line,
    isCancelled: isCancelled(state),
    id: cell('id'),
    // A printed programme calls an entry without a title what it is: "Lunch".
    title: cell('title').trim() || (typeof when === 'object' ? cell('type') : ''),
    texts: [cell('abstract'), cell('description')],
    speakers: speakers.flatMap(speaker =>
      readRowSpeaker(speaker, { line, item: cleanLine(cell('title')) }, report),
    ),
    slots,
    links: linksOf(cell),
    track: cell('track'),
    level: cell('level'),
    languages: cell('language'),
    type: cell('type'),
    kind: parseKind(cell('type')),
    within,
  };
}

function readRowSpeaker({ id, name, bio }: RowSpeaker, spot: Spot, report: Report): DraftSpeaker | [] {
  const known = id === undefined ? undefined : readId(id);
  if (name === '' && known !== undefined) return { id: known, name: '', bio: '' };
  const speaker = readSpeaker({ name, bio }, spot, report);
  if (speaker === undefined) return [];
  return known === undefined ? speaker : { ...speaker, id: known };
}

/** A row has one bio; if it has several speakers, nobody knows whose it is. */
function readSpeakers(row: TalkRow, readNames: ReturnType<typeof createNamesReader>): readonly RowSpeaker[] {
  const names = readNames(readNamesCell(row));
  const bio = names.length === 1 ? toReadableText(row.cell('bio')) : '';
  const isNumbered = names.length > 0 && names.every(name => NUMBERED.test(name));
  return names.map(written => {
    const [, id, name = written] = (isNumbered && NUMBERED.exec(written)) || [];
    return { id, name, bio };
  });
}

function readNamesCell({ cell }: TalkRow): string {
  return toReadableText(cell('speakers'));
}

/** GPN wrote `10:Konrad|11:Dennis`: each person's number and name. */
const NUMBERED = /^\s*(\d{1,6}):\s*(\S.*)$/s;
