import type { types } from '@slack/bolt';
import type { Agenda } from '../../conversation/agenda/agenda.ts';
import type { AgendaAnswer } from '../../conversation/answer.ts';
import type { Answering } from '../../conversation/context.ts';
import { type Page, pageWithin, SESSIONS_A_PAGE, writePage } from '../../conversation/paging.ts';
import { dateOf, formatDay, formatStart } from '../../programme/moment.ts';
import type { Session } from '../../programme/sessions.ts';
import { shorten } from '../../text/display.ts';
import { ACTION } from '../action-ids.ts';
import type { ActionWriter } from './actions/talk-buttons.ts';
import { actions, button } from './blocks/button.ts';
import { type Message, message } from './blocks/message.ts';
import { pageButtons, rangeOf } from './blocks/paging.ts';
import { aside, asideIfAny, bold, header, type Inline, plain, richText } from './blocks/rich-text.ts';
import { factsLine, speakerNames } from './facts-line.ts';
import { cutToLines } from './phone-lines.ts';
import { type RowContext, rowButtons, TITLE_LINES, talkTitle } from './row.ts';
import { searchButtons, widerButtons } from './search-buttons.ts';
import { bothClocks, joinParts, listedTime } from './when-and-where.ts';

const UNDERSTOOD_LENGTH = 100;
const HEADING_LENGTH = 150;
/** Slack takes 25 buttons in a block. */
const JUMPS = 25;

/** Sessions by time, then by room, each with its *Details*, under a heading for each day that the title does not name. */
export function agendaMessage(
  {
    agenda,
    asked,
    understood,
    wider = [],
    beside = [],
  }: Pick<AgendaAnswer, 'agenda' | 'asked'> &
    Partial<Pick<AgendaAnswer, 'understood' | 'wider'>> & { readonly beside?: readonly types.Button[] },
  { programme, reader, prefix }: Pick<Answering, 'programme' | 'reader' | 'prefix'>,
  offset: number,
): Message {
  const groups = agenda.groups.length > 0 ? agenda.groups : agenda.nearest;
  const all = groups.flatMap(group => group.sessions.map(session => ({ session, heading: group.heading })));
  const page = pageWithin({ query: asked, offset }, all.length);
  const shown = all.slice(page.offset, page.offset + SESSIONS_A_PAGE);
  const range = rangeOf(shown.length, { total: all.length, offset: page.offset });
  const paged = reader.place !== 'thread';
  const blocks: types.KnownBlock[] = [
    richText([
      joinParts([[bold(agenda.title), plain(range)], agendaClocks(agenda, shown, { programme, reader })]),
    ]),
    ...asideIfAny(shorten(understood ?? '', UNDERSTOOD_LENGTH)),
    ...agenda.notes.map(note => aside(note)),
    ...widerButtons(wider),
    ...dayButtons(agenda.days, prefix),
    ...sessionList(shown, { named: agenda.date, context: { programme, reader }, page }),
    ...pageButtons(page, { shown: shown.length, all: all.length, size: SESSIONS_A_PAGE, paged, beside }),
    ...(paged ? jumpButtons(agenda, page) : []),
  ];
  return message(blocks, agendaText({ ...agenda, understood }, range, shown));
}

/** A session in a list, and the name of its group; empty if it has none. */
export interface ListedSession {
  readonly session: Pick<Session, 'talk' | 'slot'>;
  readonly heading: string;
  /** A line below its facts. */
  readonly note?: readonly Inline[];
}

/** Sessions with their buttons, below the names of their groups and the days that were not named before. */
export function sessionList(
  shown: readonly ListedSession[],
  {
    named,
    context: { programme, reader },
    page,
    writer,
  }: {
    /** A date that stands above already. */
    readonly named: string | undefined;
    readonly context: Pick<Answering, 'programme' | 'reader'>;
    /** The page of an answer that they are; undefined outside an answer. */
    readonly page?: Page;
    readonly writer?: ActionWriter;
  },
): types.KnownBlock[] {
  return shown.flatMap((listed, index) => [
    ...headingAbove(listed, shown[index - 1], named),
    ...sessionRow(listed, { reader, conference: programme.conference, page, writer }),
  ]);
}

function dayButtons(days: Agenda['days'], prefix: string): types.KnownBlock[] {
  const suggestions = days.map(({ day, query }) => ({ label: formatDay(day), query: prefix + query }));
  return searchButtons({ heading: 'Days', row: 'day', suggestions });
}

/** Buttons to the hours of a long day, each at least a page after the one before. */
function jumpButtons({ groups }: Agenda, { query }: Page): types.KnownBlock[] {
  const [group, ...others] = groups;
  if (group === undefined || others.length > 0 || group.sessions.length <= 2 * SESSIONS_A_PAGE) return [];
  const offsets = hourStarts(group.sessions);
  const buttons = offsets.slice(0, JUMPS).flatMap((offset, index) => {
    const session = group.sessions[offset];
    if (session === undefined) return [];
    const time = formatStart(session.slot);
    return button({
      label: time,
      action: `${ACTION.jump}:${index}`,
      value: writePage({ query, offset }),
      says: `From ${time}`,
    });
  });
  return buttons.length < 2 ? [] : [aside('Jump to'), actions(buttons)];
}

/** The offsets of hours that begin at least a page after the one before. */
function hourStarts(sessions: readonly Session[]): readonly number[] {
  const starts = [0];
  let hour = '';
  for (const [at, { slot }] of sessions.entries()) {
    const isNew = formatStart(slot).slice(0, 2) !== hour;
    hour = formatStart(slot).slice(0, 2);
    if (isNew && at - (starts.at(-1) ?? 0) >= SESSIONS_A_PAGE) starts.push(at);
  }
  return starts;
}

/** Both clocks once, if the reader's may differ from the conference's. */
export function agendaClocks(
  { date }: Pick<Agenda, 'date'>,
  shown: readonly ListedSession[],
  { programme, reader }: Pick<Answering, 'programme' | 'reader'>,
): readonly Inline[] {
  const slots = shown.map(({ session }) => session.slot);
  const [first] = slots;
  const style = first === undefined || dateOf(first.start) === date ? 'above' : 'weekday';
  return bothClocks(slots, {
    timeZone: programme.conference.timeZone,
    readerZone: reader.zone,
    style,
  });
}

/** `Next, Wed 12 May`: a new group, and a day that was not named before; no block if both are as before. */
function headingAbove(
  { session, heading }: ListedSession,
  before: ListedSession | undefined,
  titleDate: string | undefined,
): types.KnownBlock[] {
  const date = dateOf(session.slot.start);
  const dateBefore = before === undefined ? titleDate : dateOf(before.session.slot.start);
  const group = heading === before?.heading ? '' : heading;
  const day = date === dateBefore ? '' : formatDay(date);
  const parts = [group, day].filter(part => part !== '');
  return parts.length === 0 ? [] : [header(shorten(parts.join(', '), HEADING_LENGTH))];
}

/** A title, its facts and its buttons. Sharing is one press further, in *Details*. */
function sessionRow(
  { session: { talk, slot }, note = [] }: ListedSession,
  context: Pick<RowContext, 'reader' | 'conference' | 'page' | 'writer'>,
): types.KnownBlock[] {
  const facts = factsLine({
    speakers: talk.speakers,
    time: listedTime(slot, 'above', 'with end'),
    shortTime: listedTime(slot, 'above', 'without end'),
    place: slot.rooms.join(', '),
    names: 'last',
  });
  const title = [bold(cutToLines(talkTitle(talk), TITLE_LINES, 'bold'))];
  return [richText([title, [plain(facts)], note]), ...rowButtons(talk, context, { isShareable: false })];
}

/** The same for screen readers: groups, each new date, and a line for each session. */
function agendaText(
  { title, date, notes, understood }: Agenda & Partial<Pick<AgendaAnswer, 'understood'>>,
  range: string,
  shown: readonly ListedSession[],
): string {
  const lines = shown.flatMap(({ session: { talk, slot }, heading }, index) => {
    const before = shown[index - 1];
    const on = dateOf(slot.start);
    const dateBefore = before === undefined ? date : dateOf(before.session.slot.start);
    const by = talk.speakers.length === 0 ? '' : `, ${speakerNames(talk.speakers)}`;
    const where = slot.rooms.length === 0 ? '' : ` ${slot.rooms.join(', ')}`;
    return [
      ...(heading === '' || heading === before?.heading ? [] : [`${heading}:`]),
      ...(on === dateBefore ? [] : [formatDay(on)]),
      `${formatStart(slot)}${where}: ${talkTitle(talk)}${by}`,
    ];
  });
  const constraints = understood === undefined ? [] : [shorten(understood, UNDERSTOOD_LENGTH)];
  return [title + range, ...constraints, ...notes, ...lines].join('\n');
}
