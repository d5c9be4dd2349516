import type { types } from '@slack/bolt';
import type { Agenda } from '../../conversation/agenda.ts';
import type { AgendaAnswer } from '../../conversation/answer.ts';
import type { Answering } from '../../conversation/context.ts';
import { type Page, pageWithin, SESSIONS_A_PAGE, writePage } from '../../conversation/paging.ts';
import { dateOf, formatDay, formatStart, startKey, timeOf } from '../../programme/moment.ts';
import type { Session } from '../../programme/sessions.ts';
import { shorten } from '../../text/display.ts';
import { ACTION } from '../action-ids.ts';
import { writeTalkValue } from '../button-values.ts';
import { actions, button } from './blocks/button.ts';
import { type Message, message } from './blocks/message.ts';
import { pageButtons } from './blocks/paging.ts';
import { aside, asideIfAny, bold, type Inline, plain, richText } from './blocks/rich-text.ts';
import { speakerNames, talkTitle } from './row.ts';
import { searchButtons, widerButtons } from './search-buttons.ts';
import { ownTime } from './when-and-where.ts';

const NAMES_LENGTH = 100;
const ROOMS_LENGTH = 80;
/** Slack takes 25 buttons in a block. */
const JUMPS = 25;

/** Sessions by time, then by room; each a line with its *Details*, under a heading for each time. */
export function agendaMessage(
  {
    agenda,
    asked,
    understood,
    wider = [],
  }: Pick<AgendaAnswer, 'agenda' | 'asked'> & Partial<Pick<AgendaAnswer, 'understood' | 'wider'>>,
  { programme, reader, prefix }: Pick<Answering, 'programme' | 'reader' | 'prefix'>,
  offset: number,
): Message {
  const all = agenda.groups.flatMap(group =>
    group.sessions.map(session => ({ session, heading: group.heading })),
  );
  const page = pageWithin({ query: asked, offset }, all.length);
  const shown = all.slice(page.offset, page.offset + SESSIONS_A_PAGE);
  const range =
    shown.length === all.length
      ? ''
      : ` (${page.offset + 1} to ${page.offset + shown.length} of ${all.length})`;
  const paged = reader.place !== 'thread';
  const blocks: types.KnownBlock[] = [
    richText([[bold(agenda.title), plain(range)]]),
    ...asideIfAny(shorten(understood ?? '', NAMES_LENGTH)),
    ...agenda.notes.map(note => aside(note)),
    ...widerButtons(wider),
    ...dayButtons(agenda.days, prefix),
    ...shown.flatMap(({ session, heading }, index) => [
      ...headingAbove({ session, heading }, shown[index - 1], reader.zone),
      sessionLine(session, programme.conference.folder),
    ]),
    ...pageButtons(page, { shown: shown.length, all: all.length, size: SESSIONS_A_PAGE, paged }),
    ...(paged ? jumpButtons(agenda, page) : []),
  ];
  return message(blocks, agendaText(agenda, range, shown));
}

interface Shown {
  readonly session: Session;
  readonly heading: string;
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

/** The heading of a new group, and a new time with the reader's own beside it; no block if both are as before. */
function headingAbove(
  shown: Shown,
  before: Shown | undefined,
  readerZone: string | undefined,
): types.KnownBlock[] {
  const { slot } = shown.session;
  const newGroup = shown.heading !== before?.heading;
  if (!newGroup && before !== undefined && startKey(before.session.slot) === startKey(slot)) return [];
  const group = newGroup && shown.heading !== '' ? [[bold(shown.heading)]] : [];
  const time: Inline[] = [
    bold(`${formatDay(dateOf(slot.start))} ${formatStart(slot)}`),
    ...ownTime(slot, readerZone),
  ];
  return [richText([...group, time])];
}

/** A break has no button, since it has no details. */
function sessionLine({ talk, slot }: Session, folder: string): types.KnownBlock {
  const until = slot.end === undefined ? '' : `until ${timeOf(slot.end)}`;
  const rooms = shorten(slot.rooms.join(', '), ROOMS_LENGTH);
  const below = [shorten(speakerNames(talk.speakers), NAMES_LENGTH), rooms, until]
    .filter(part => part !== '')
    .join(' · ');
  const text = {
    type: 'plain_text' as const,
    text: [talkTitle(talk), below].join('\n').trim(),
    emoji: false,
  };
  if (talk.kind === 'break') return { type: 'section', text };
  const details = button({
    label: 'Details',
    action: ACTION.details,
    value: writeTalkValue(talk, folder),
    says: `Details: ${talk.title}`,
  });
  return { type: 'section', text, accessory: details };
}

/** The same for screen readers: groups, each new date, and a line for each session. */
function agendaText({ title, date, notes }: Agenda, range: string, shown: readonly Shown[]): string {
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
  return [title + range, ...notes, ...lines].join('\n');
}
