import type { DraftSpeaker, DraftTalk } from '../../programme/joining/draft.ts';
import { pluralise } from '../../text/display.ts';
import { nameKey } from '../../text/fold.ts';
import type { ImportOptions } from '../format.ts';
import { joinAffiliation } from '../reading/affiliation.ts';
import { cleanLine } from '../reading/clean.ts';
import { readId } from '../reading/fields.ts';
import { parseKind } from '../reading/kinds.ts';
import { createNamesReader } from '../reading/names.ts';
import { readSpeaker } from '../reading/people.ts';
import { toReadableName, toReadableText } from '../reading/readable-text.ts';
import { createLineReport, type Report, type Spot } from '../reading/report.ts';
import { isCancelled, keepAccepted } from '../reading/status.ts';
import { type RawTalk, readTalk, uniteSlots } from '../reading/talk.ts';
import { linksOf, type ReadRow, type RowSpeaker, readRow, type TalkRow } from './row.ts';
import { reportFaults, reportStrays } from './row-problems.ts';
import { createSlotReader } from './slots.ts';

/** Reads the talks of a file. It needs all rows together, because they explain each other's dates. */
export function readRows(
  all: readonly TalkRow[],
  options: ImportOptions,
  report: Report,
): readonly DraftTalk[] {
  const rows = placeWithin(all);
  const slots = createSlotReader(
    rows.map(({ slot }) => slot),
    options,
  );
  const read = rows.map(row => readRow(row, slots.read(row.slot)));
  for (const doubt of slots.doubts()) report.warn({}, doubt);
  const accepted = keepAccepted(read, report, ({ cell, speakers }) => ({
    id: cleanLine(cell('id')),
    title: cleanLine(cell('title')),
    names: speakers?.map(({ name }) => name).join(', ') ?? cell('speakers'),
  }));
  reportFaults(accepted, slots.dates, report);
  reportStrays(accepted, report);
  const readNames = createNamesReader(
    rows.flatMap(row => (row.speakers === undefined ? readNamesCell(row) : [])),
  );
  const named = accepted.map(row => ({ ...row, speakers: row.speakers ?? readSpeakers(row, readNames) }));
  reportSharedCompanies(named, report);
  const talks = uniteSlots(named.map(row => toRawTalk(row, report)));
  return talks.flatMap(({ line, ...raw }) => {
    const talk = readTalk(raw, createLineReport(line, report));
    return talk === undefined ? [] : { ...talk, line };
  });
}

/**
 * A row may lie within another one: Whova marks it with "Sub" below its session, other sheets name that session by title
 * or id. It has the session's room and time if it has none of its own.
 */
function placeWithin(rows: readonly TalkRow[]): readonly TalkRow[] {
  const written = rows.map(row => cleanLine(row.cell('within')));
  if (written.every(mark => mark === '')) return rows;
  const named = new Map(
    rows.flatMap(row => (['id', 'title'] as const).map(column => [nameKey(row.cell(column)), row])),
  );
  let above: TalkRow | undefined;
  return rows.map((row, at) => {
    const mark = written[at] ?? '';
    const isSub = /^sub\b/i.test(mark);
    const session = isSub ? above : named.get(nameKey(mark));
    if (!isSub) above = row;
    const within = session === undefined ? '' : cleanLine(session.cell('title'));
    if (session === undefined || session === row || mark === '' || within === '') return row;
    const isTimed = row.slot.start !== '' || row.slot.date !== '';
    const slot = isTimed ? row.slot : { ...session.slot, rooms: row.slot.rooms };
    const rooms = slot.rooms.length > 0 ? slot.rooms : session.slot.rooms;
    return { ...row, within, slot: { ...slot, rooms } };
  });
}

/** Says once that a company stands beside several speakers, since it may be that of one or of all. */
function reportSharedCompanies(rows: readonly ReadRow[], report: Report): void {
  const isShared = ({ cell, speakers = [] }: ReadRow) =>
    speakers.length > 1 &&
    cleanLine(cell('affiliation')) !== '' &&
    speakers.every(({ affiliation = '' }) => affiliation === '');
  const [first, ...others] = rows.filter(isShared);
  if (first === undefined) return;
  const more = others.length === 0 ? '' : `, here and in ${pluralise(others.length, 'more row')}`;
  report.warn(
    { line: first.line, item: cleanLine(first.cell('title')).slice(0, 200) || undefined },
    `A company stands beside several speakers${more}, and nothing tells whose it is; it was left out. Write one for each speaker, with semicolons between them.`,
  );
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

function readRowSpeaker(
  { id, name, bio, affiliation }: RowSpeaker,
  spot: Spot,
  report: Report,
): DraftSpeaker | [] {
  const known = id === undefined ? undefined : readId(id);
  if (name === '' && known !== undefined) return { id: known, name: '', bio: '' };
  const speaker = readSpeaker({ name, bio, affiliation }, spot, report);
  if (speaker === undefined) return [];
  return known === undefined ? speaker : { ...speaker, id: known };
}

/**
 * A row has one bio; if it has several speakers, nobody knows whose it is. As many affiliations as speakers are theirs, in
 * that order.
 */
function readSpeakers(row: TalkRow, readNames: ReturnType<typeof createNamesReader>): readonly RowSpeaker[] {
  const names = readNames(readNamesCell(row));
  const bio = names.length === 1 ? toReadableText(row.cell('bio')) : '';
  const affiliations = readAffiliations(row, names.length);
  const isNumbered = names.length > 0 && names.every(({ name }) => NUMBERED.test(name));
  return names.map(({ name: written, affiliation }, at) => {
    const [, id, name = written] = (isNumbered && NUMBERED.exec(written)) || [];
    return { id, name, bio, affiliation: affiliations[at] || affiliation };
  });
}

/** One for each of `count` speakers; none where nothing tells whose they are. */
function splitAffiliations(text: string, count: number): readonly string[] {
  if (count === 1) return [text.trim().replace(/\s*\n\s*/g, ', ')];
  const lines = text.split('\n');
  // The last columns for a speaker each may be empty.
  if (lines.length > 1) return lines.length < count ? [] : lines.slice(0, count);
  const parts = [/[;|]/, /,/].map(separator => text.split(separator));
  return parts.find(those => those.length === count) ?? [];
}

/** A speaker's position, then the company. */
function readAffiliations({ cell }: TalkRow, count: number): readonly string[] {
  const [positions, companies] = (['position', 'affiliation'] as const).map(column =>
    splitAffiliations(toReadableText(cell(column)), count),
  );
  return Array.from({ length: count }, (_, at) => joinAffiliation(positions?.[at], companies?.[at]));
}

function readNamesCell({ cell }: TalkRow): string {
  return toReadableName(cell('speakers'));
}

/** GPN wrote `10:Konrad|11:Dennis`: each person's number and name. */
const NUMBERED = /^\s*(\d{1,6}):\s*(\S.*)$/s;
