import type { types } from '@slack/bolt';
import { dateOf, timeOf } from '../../programme/moment.ts';
import type { Session } from '../../programme/session.ts';
import { dayWords } from '../../programme/when.ts';
import { ACTION } from '../action-ids.ts';
import type { Page } from '../page.ts';
import { button } from './button.ts';
import { type Message, message } from './message.ts';
import { aside, bold, type Inline, plain, richText } from './rich-text.ts';
import { namesOf, titleOf } from './row.ts';
import { searchButtons } from './search-buttons.ts';
import { shorten } from './shorten.ts';
import { turning } from './turning.ts';
import { ownTime } from './when-and-where.ts';

/** Two blocks for a session at the most, of the fifty that a message takes. */
const SESSIONS_A_PAGE = 12;
const NAMES_LENGTH = 100;
const ROOMS_LENGTH = 80;

/** Sessions under a line of their own: those that run, those of a day. */
export interface Group {
  readonly heading: string;
  readonly sessions: readonly Session[];
}

/** What is shown: `days` are those to choose from where there is nothing to show. */
export interface Agenda {
  readonly title: string;
  readonly groups: readonly Group[];
  readonly notes: readonly string[];
  readonly days: readonly string[];
}

export interface AgendaSetting {
  readonly readerZone: string | undefined;
  readonly paged: boolean;
}

/** Sessions by time, then by room; each a line with its *Details*, under a heading for each time. */
export function agenda(of: Agenda, page: Page, setting: AgendaSetting): Message {
  const all = of.groups.flatMap(group =>
    group.sessions.map(session => ({ session, heading: group.heading })),
  );
  const shown = all.slice(page.offset, page.offset + SESSIONS_A_PAGE);
  const range =
    shown.length === all.length
      ? ''
      : ` (${page.offset + 1} to ${page.offset + shown.length} of ${all.length})`;
  const blocks: types.KnownBlock[] = [
    richText([[bold(of.title), plain(range)]]),
    ...of.notes.map(note => aside(note)),
    ...dayButtons(of.days),
    ...shown.flatMap(({ session, heading }, index) => [
      ...headingAbove({ session, heading }, shown[index - 1], setting.readerZone),
      sessionLine(session),
    ]),
    ...turning(page, { shown: shown.length, all: all.length, size: SESSIONS_A_PAGE, paged: setting.paged }),
  ];
  return message(blocks, spoken(of.title + range, shown, of.notes));
}

interface Shown {
  readonly session: Session;
  readonly heading: string;
}

function dayButtons(days: readonly string[]): types.KnownBlock[] {
  const suggestions = days.map(day => ({ label: dayWords(day), query: day }));
  return searchButtons({ heading: 'Days', row: 'day', suggestions });
}

/** The group where it begins, and the time where it changes, with the reader's own time beside it. */
function headingAbove(
  shown: Shown,
  before: Shown | undefined,
  readerZone: string | undefined,
): types.KnownBlock[] {
  const { slot } = shown.session;
  const newGroup = shown.heading !== before?.heading;
  if (!newGroup && before?.session.slot.start === slot.start) return [];
  const group = newGroup && shown.heading !== '' ? [[bold(shown.heading)]] : [];
  const time: Inline[] = [
    bold(`${dayWords(dateOf(slot.start))} ${timeOf(slot.start)}`),
    ...ownTime(slot, readerZone),
  ];
  return [richText([...group, time])];
}

/** A pause needs no button: there is nothing more to know of it. */
function sessionLine({ talk, slot }: Session): types.KnownBlock {
  const until = slot.end === undefined ? '' : `until ${timeOf(slot.end)}`;
  const rooms = shorten(slot.rooms.join(', '), ROOMS_LENGTH);
  const below = [shorten(namesOf(talk.speakers), NAMES_LENGTH), rooms, until]
    .filter(part => part !== '')
    .join(' · ');
  const text = {
    type: 'plain_text' as const,
    text: [titleOf(talk), below].join('\n').trim(),
    emoji: false,
  };
  if (talk.kind === 'break') return { type: 'section', text };
  const details = button({
    label: 'Details',
    action: ACTION.details,
    value: talk.id,
    says: `Details: ${talk.title}`,
  });
  return { type: 'section', text, accessory: details };
}

function spoken(title: string, shown: readonly Shown[], notes: readonly string[]): string {
  const lines = shown.map(({ session: { talk, slot } }) => {
    const by = talk.speakers.length === 0 ? '' : `, ${namesOf(talk.speakers)}`;
    return `${timeOf(slot.start)} ${slot.rooms.join(', ')}: ${titleOf(talk)}${by}`;
  });
  return [title, ...notes, ...lines].join('\n');
}
