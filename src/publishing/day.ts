import type { Conference } from '../programme/conference.ts';
import { dateOf, formatDay, formatStart, startKey } from '../programme/moment.ts';
import type { Session } from '../programme/sessions.ts';
import { isPause, type Slot, type Talk } from '../programme/talk.ts';
import { pluralise } from '../text/display.ts';
import { groupByEach } from '../text/keys.ts';

/** A day, or a choice of talks without times, as people read it outside Slack. */
export interface PublishedDay {
  readonly conference: string;
  /** `Tuesday 11 May 2027` */
  readonly heading: string;
  /** `12 sessions, 1 of them cancelled`, `times in Europe/Madrid` */
  readonly facts: readonly string[];
  /** Those that last all day first, those whose time is to come last. */
  readonly groups: readonly PublishedGroup[];
  /** That of the conference's website, if it is known. */
  readonly url: string | undefined;
}

/** Entries that begin at the same time. */
export interface PublishedGroup {
  /** `09:00`, or `Wed 12 May, 01:30` after midnight; empty for talks without times. */
  readonly heading: string;
  /** The moment of the heading, if it is one. */
  readonly start: string | undefined;
  readonly entries: readonly PublishedEntry[];
}

export interface PublishedEntry {
  readonly talk: Talk;
  readonly slot: Slot | undefined;
}

/** A day of sessions, with its breaks; `number` is its place among the `days`. */
export function publishDay(
  { day, sessions, number, days }: DaySessions,
  conference: Conference,
): PublishedDay {
  const held = sessions.filter(({ talk }) => !isPause(talk));
  const cancelled = held.filter(({ talk }) => talk.status === 'cancelled').length;
  const count = pluralise(held.length, 'session');
  return {
    conference: nameOf(conference),
    heading: formatLongDay(day),
    facts: [
      ...(days > 1 ? [`Day ${number} of ${days}`] : []),
      cancelled === 0 ? count : `${count}, ${cancelled} of them cancelled`,
      ...(conference.timeZone === undefined ? [] : [`times in ${conference.timeZone}`]),
    ],
    groups: [...groupByEach(sessions, ({ slot }) => [startKey(slot)]).values()].flatMap(group =>
      groupOf(group, day),
    ),
    url: conference.url,
  };
}

/** All sessions of a day in their order, breaks among them. */
export interface DaySessions {
  readonly day: string;
  readonly sessions: readonly Session[];
  /** The place of the day among those of the conference, from 1 on. */
  readonly number: number;
  readonly days: number;
}

/** Some talks of a conference without times. */
export function publishTalks(talks: readonly Talk[], conference: Conference): PublishedDay {
  return {
    conference: nameOf(conference),
    heading: 'Talks to look forward to',
    facts: [pluralise(talks.length, 'talk')],
    groups: [{ heading: '', start: undefined, entries: talks.map(talk => ({ talk, slot: undefined })) }],
    url: conference.url,
  };
}

function groupOf(sessions: readonly Session[], day: string): readonly PublishedGroup[] {
  const [first] = sessions;
  if (first === undefined) return [];
  const { slot } = first;
  const date = dateOf(slot.start);
  const start = formatStart(slot);
  const isTimed = slot.untimed === undefined;
  return [
    {
      heading: date === day ? capitalise(start) : `${formatDay(date)}, ${start}`,
      start: isTimed ? slot.start : undefined,
      entries: sessions,
    },
  ];
}

export function nameOf({ name }: Conference): string {
  return name?.trim() || 'The conference';
}

/** `Tuesday 11 May 2027` */
function formatLongDay(day: string): string {
  return LONG_DAY.format(new Date(day)).replace(',', '');
}

const LONG_DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
