import type { Conference } from '../programme/conference.ts';
import { conferenceName, sessionCount, timesIn } from '../programme/day-heading.ts';
import { dateOf, formatStart, startKey } from '../programme/moment.ts';
import type { Session } from '../programme/sessions.ts';
import { isPause, type Slot, type Talk } from '../programme/talk.ts';
import { groupByEach } from '../text/keys.ts';
import { remember } from '../text/remember.ts';
import type { Words } from '../words/words.ts';

/** A day, or a choice of talks without times, as people read it outside Slack. */
export interface PublishedDay {
  readonly conference: string;
  /** `Lighthouse Days: day 1 of 2` */
  readonly subtitle: string;
  /** `Tuesday 11 May 2027` */
  readonly heading: string;
  /** `12 sessions, 1 of them cancelled`, `times in Europe/Madrid` */
  readonly facts: readonly string[];
  /** Those that last all day first, those whose time is to come last. */
  readonly groups: readonly PublishedGroup[];
  /** That of the conference's website, if it is known. */
  readonly url: string | undefined;
  /** Lectern's own, in the language of the page. */
  readonly words: Words;
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

/** All sessions of a day in their order, breaks among them. */
export interface DaySessions {
  readonly day: string;
  readonly sessions: readonly Session[];
  /** The place of the day among those of the conference, from 1 on. */
  readonly number: number;
  readonly days: number;
}

/** A day of sessions, with its breaks. */
export function publishDay(
  { day, sessions, number, days }: DaySessions,
  conference: Conference,
  words: Words,
): PublishedDay {
  const name = conferenceName(conference, words);
  const held = sessions.filter(({ talk }) => !isPause(talk));
  return {
    conference: name,
    subtitle: days > 1 ? words.heading.dayBetween['another day'](name, number, days) : name,
    heading: formatLongDay(day, words),
    facts: [
      sessionCount(held, words),
      ...(conference.timeZone === undefined ? [] : [timesIn(conference.timeZone, words)]),
    ],
    groups: [...groupByEach(sessions, ({ slot }) => [startKey(slot)]).values()].flatMap(group =>
      groupOf(group, day, words),
    ),
    url: conference.url,
    words,
  };
}

/** Talks of a conference without times. */
export function publishTalks(
  talks: readonly Talk[],
  { heading, fact }: { readonly heading: string; readonly fact: string },
  { conference, words }: { readonly conference: Conference; readonly words: Words },
): PublishedDay {
  const name = conferenceName(conference, words);
  const entries = talks.map(talk => ({ talk, slot: undefined }));
  return {
    conference: name,
    subtitle: name,
    heading,
    facts: [fact],
    groups: [{ heading: '', start: undefined, entries }],
    url: conference.url,
    words,
  };
}

function groupOf(sessions: readonly Session[], day: string, words: Words): readonly PublishedGroup[] {
  const [first] = sessions;
  if (first === undefined) return [];
  const { slot } = first;
  const date = dateOf(slot.start);
  const start = formatStart(slot, words);
  const isTimed = slot.untimed === undefined;
  return [
    {
      heading: date === day ? capitalise(start) : `${words.day(date)}, ${start}`,
      start: isTimed ? slot.start : undefined,
      entries: sessions,
    },
  ];
}

/** `Tuesday 11 May 2027` */
function formatLongDay(day: string, { language }: Words): string {
  const text = longDays(language).format(new Date(day));
  // Some releases of Node write a comma in English here.
  if (language === 'en') return text.replace(',', '');
  // The first of a month is its `1er`, which Intl does not know.
  return language === 'fr' ? text.replace(' 1 ', ' 1er ') : text;
}

const longDays = remember(
  (language: string) =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'full', timeZone: 'UTC' }),
);

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
