import type { DraftSpeaker, DraftTalk } from '../../programme/joining/draft.ts';
import type { Link } from '../../programme/talk.ts';
import { pluralise } from '../../text/plural.ts';
import { acceptedOf, isCancelled } from '../reading/accepted.ts';
import { cleanLine } from '../reading/clean.ts';
import { statedKind } from '../reading/entry-kind.ts';
import { readSpeaker } from '../reading/fields.ts';
import { readId } from '../reading/ids.ts';
import { readLink } from '../reading/links.ts';
import { type RawLink, type RawTalk, readTalk } from '../reading/raw-talk.ts';
import { readableText } from '../reading/readable-text.ts';
import { type Report, reportAtLine, type Spot } from '../reading/report.ts';
import type { RawSlot } from '../reading/slots.ts';
import { readDate } from '../reading/times.ts';
import { uniteSlots } from '../reading/unite-slots.ts';
import type { CsvDates } from './dates.ts';
import type { CsvColumn, CsvMapping } from './mapping.ts';
import { type CsvSlot, csvSlots, type SlotCells } from './slots.ts';
import { stateOf } from './state.ts';
import { strayDays } from './stray-days.ts';
import { namesReader } from './turned-names.ts';

/** What is said of a talk in fields that have names: a row of a sheet, an entry of a list, the head of a page. */
export interface TalkRow {
  readonly line: number | undefined;
  readonly cell: (column: CsvColumn) => string;
  readonly slot: SlotCells;
  /** Who speaks, where that is more than names in a cell. */
  readonly speakers?: readonly RowSpeaker[] | undefined;
}

/** Without a name where the row has only an id, and another file the name. */
export interface RowSpeaker {
  readonly id?: string | undefined;
  readonly name: string;
  readonly bio: string;
}

/** Reads the talks of all rows of a file together, for they explain each other's dates. */
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
  const sessions = acceptedOf(
    rows.map(row => sessionOf(row, slots.read(row.slot))),
    report,
  );
  reportLacking(sessions, slots.dates, report);
  reportStrays(sessions, report);
  const readNames = namesReader(rows.flatMap(row => (row.speakers === undefined ? namesCell(row) : [])));
  const talks = uniteSlots(
    sessions.map(session =>
      rowTalk({ ...session, speakers: session.speakers ?? speakersIn(session, readNames) }, report),
    ),
  );
  return talks.flatMap(({ line, ...raw }) => {
    const talk = readTalk(raw, reportAtLine(line, report));
    return talk === undefined ? [] : { ...talk, line };
  });
}

/** A row and what of it decides whether its talk is listed. */
interface Session extends TalkRow {
  readonly when: CsvSlot;
  readonly state: string;
  readonly isScheduled: boolean;
}

function sessionOf(row: TalkRow, when: CsvSlot): Session {
  const isScheduled = typeof when === 'object';
  return {
    ...row,
    when,
    isScheduled,
    state: stateOf(cleanLine(row.cell('state')).slice(0, 60), { isScheduled }),
  };
}

function rowTalk(
  { line, cell, when, state, speakers = [] }: Session,
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

function linksOf(cell: TalkRow['cell']): readonly RawLink[] {
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

function readRowSpeaker({ id, name, bio }: RowSpeaker, spot: Spot, report: Report): DraftSpeaker | [] {
  const known = id === undefined ? undefined : readId(id);
  if (name === '' && known !== undefined) return { id: known, name: '', bio: '' };
  const speaker = readSpeaker({ name, bio }, spot, report);
  if (speaker === undefined) return [];
  return known === undefined ? speaker : { ...speaker, id: known };
}

/** A bio is only of use where it is known whose it is. */
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

/** What many rows lack is said once, at the first of them. */
function reportLacking(sessions: readonly Session[], dates: CsvDates, report: Report): void {
  const setting = `as csv: { firstDay: ${dates.first ?? 'YYYY-MM-DD'} }`;
  const say = (some: readonly Session[], lack: (first: Session) => string, done: string) => {
    const [first, ...others] = some;
    if (first === undefined) return;
    report.fail(spotOf(first), `${lack(first)}${moreRows(others.length)}; ${done}`);
  };
  say(
    sessions.filter(({ when }) => when === 'no date'),
    () => 'A time has no date',
    `the talk is listed without it. Say the first day in conference.yml, ${setting}.`,
  );
  say(
    sessions.filter(({ when }) => when === 'no year'),
    first => `"${dayIn(first)}" names no year`,
    `the talk is listed without its time. Write the year, or say the first day in conference.yml, ${setting}.`,
  );
  say(
    sessions.filter(({ when }) => when === 'no first day'),
    first => `"${dayIn(first)}" does not say which date it is`,
    `the talk is listed without its time. Say the first day in conference.yml, ${setting}.`,
  );
  say(
    sessions.filter(({ when }) => when === 'no time'),
    ({ slot }) => `"${(slot.start || slot.date).slice(0, 40)}" is a number and no time`,
    'the talk is listed without it. In the spreadsheet, format the cells as dates and times.',
  );
  say(
    sessions.filter(({ when }) => when === 'no start'),
    () => 'The row has no start',
    'the talk is listed without time and room.',
  );
  say(
    sessions.filter(({ when, slot }) => typeof when === 'object' && lacksEnd(when) && slot.duration !== ''),
    () => 'A duration is no length such as 45 or 00:45',
    'the talk is listed without its end.',
  );
  say(
    sessions.filter(({ cell }) => linksOf(cell).some(link => readLink(link) === undefined)),
    () => 'A link is no web address',
    'it was left out.',
  );
}

function reportStrays(sessions: readonly Session[], report: Report): void {
  const dated = sessions.flatMap(session => {
    const day = typeof session.when === 'object' ? readDate(session.when.start.slice(0, 10)) : undefined;
    return day === undefined ? [] : { session, day };
  });
  const found = strayDays(dated.map(({ day }) => day));
  const [first, ...others] = dated.filter(({ day }) => found?.isStray(day));
  if (found === undefined || first === undefined) return;
  report.warn(
    spotOf(first.session),
    `It is on ${first.day}${moreRows(others.length)}, and the others of the file are from ${found.first} to ${found.last}. Is that date right?`,
  );
}

function moreRows(others: number): string {
  return others > 0 ? `, here and in ${pluralise(others, 'more row')}` : '';
}

function spotOf({ line, cell }: Session): Spot {
  return { line, item: cleanLine(cell('title')).slice(0, 200) || undefined };
}

function dayIn({ slot }: Session): string {
  return (slot.date || slot.start).slice(0, 40);
}

function lacksEnd({ end, minutes }: RawSlot): boolean {
  return end === '' && minutes === undefined;
}
