import type { DraftSpeaker, DraftTalk } from '../../programme/joining/draft.ts';
import { cleanLine } from '../reading/clean.ts';
import { readId } from '../reading/fields.ts';
import { statedKind } from '../reading/kinds.ts';
import { namesReader } from '../reading/names.ts';
import { readSpeaker } from '../reading/people.ts';
import { readableText } from '../reading/readable-text.ts';
import { type Report, reportAtLine, type Spot } from '../reading/report.ts';
import { acceptedOf, isCancelled } from '../reading/status.ts';
import { type RawTalk, readTalk, uniteSlots } from '../reading/talk.ts';
import type { CsvMapping } from './mapping.ts';
import { linksOf, type ReadRow, type RowSpeaker, readRow, type TalkRow } from './row.ts';
import { reportLacking, reportStrays } from './row-problems.ts';
import { csvSlots } from './slots.ts';

/** Reads the talks of a file. It needs all rows together, because they explain each other's dates. */
export function readRows(
  rows: readonly TalkRow[],
  mapping: CsvMapping,
  report: Report,
): readonly DraftTalk[] {
  const slots = csvSlots(
    rows.map(({ slot }) => slot),
    mapping,
  );
  for (const doubt of slots.doubts) report.warn({}, doubt);
  const accepted = acceptedOf(
    rows.map(row => readRow(row, slots.read(row.slot))),
    report,
  );
  reportLacking(accepted, slots.dates, report);
  reportStrays(accepted, report);
  const readNames = namesReader(rows.flatMap(row => (row.speakers === undefined ? namesCell(row) : [])));
  const talks = uniteSlots(
    accepted.map(row => rawTalk({ ...row, speakers: row.speakers ?? speakersIn(row, readNames) }, report)),
  );
  return talks.flatMap(({ line, ...raw }) => {
    const talk = readTalk(raw, reportAtLine(line, report));
    return talk === undefined ? [] : { ...talk, line };
  });
}

function rawTalk(
  { line, cell, when, state, speakers = [] }: ReadRow,
  report: Report,
): RawTalk & { readonly line: number | undefined } {
  return {
    line,
    isCancelled: isCancelled(state),
    id: cell('id'),
    title: cell('title'),
    texts: [cell('abstract'), cell('description')],
    speakers: speakers.flatMap(speaker =>
      readRowSpeaker(speaker, { line, item: cleanLine(cell('title')) }, report),
    ),
    slots: typeof when === 'object' ? [when] : [],
    links: linksOf(cell),
    track: cell('track'),
    level: cell('level'),
    languages: cell('language'),
    type: cell('type'),
    kind: statedKind(cell('type')),
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
function speakersIn(row: TalkRow, readNames: ReturnType<typeof namesReader>): readonly RowSpeaker[] {
  const names = readNames(namesCell(row));
  const bio = names.length === 1 ? readableText(row.cell('bio')) : '';
  const isNumbered = names.length > 0 && names.every(name => NUMBERED.test(name));
  return names.map(written => {
    const [, id, name = written] = (isNumbered && NUMBERED.exec(written)) || [];
    return { id, name, bio };
  });
}

function namesCell({ cell }: TalkRow): string {
  return readableText(cell('speakers'));
}

/** GPN wrote `10:Konrad|11:Dennis`: each person's number and name. */
const NUMBERED = /^\s*(\d{1,6}):\s*(\S.*)$/s;
