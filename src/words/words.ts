import type { Language } from './languages.ts';

/** A day that a message tells of, as seen from the day on which it is posted. */
export type RelativeDay = 'today' | 'tomorrow' | 'another day';

/** The words before and behind something that is no text, as a person's name in Slack is. */
type Around = readonly [before: string, behind: string];

/** A count with its noun, `12 sessions`. */
export type Counted = (count: number) => string;

/** Lectern's own words in all that it posts for a digest, in one language. `/talk digest` between backticks is bold. */
export interface Words {
  readonly language: Language;
  /** `Tue 11 May` */
  day(day: string): string;
  /** `Monday` for 1 */
  weekday(number: number): string;
  /** `Mon` for 1; the whole name where a shorter one does not go into a sentence. */
  shortWeekday(number: number): string;
  /** `Monday, Tuesday and Friday` */
  list(names: readonly string[]): string;
  languageName(language: Language): string;
  /** Between a name and what it is. */
  readonly colon: string;
  readonly heading: HeadingWords;
  readonly sessions: SessionWords;
  readonly thread: ThreadWords;
  readonly times: TimeWords;
  readonly changes: ChangeWords;
  readonly notices: NoticeWords;
  readonly rooms: RoomWords;
  readonly order: OrderedWords;
}

type DayTitle = Readonly<Record<RelativeDay, (name: string, number: number, days: number) => string>>;

/** The words above a digest, and below it. */
export interface HeadingWords {
  /** The place of a conference's name if it has none. */
  readonly conference: string;
  readonly rehearsal: (title: string) => string;
  readonly onlyDay: DayTitle;
  readonly firstDay: DayTitle;
  readonly lastDay: DayTitle;
  readonly dayBetween: DayTitle;
  /** The seven days from today on, and from another day. */
  readonly week: (name: string) => string;
  readonly weekFrom: (name: string, day: string) => string;
  readonly spotlight: (name: string) => string;
  readonly sessions: Counted;
  readonly cancelled: Counted;
  /** Some talks of a conference without times, and how many are still to be featured. */
  readonly featured: (chosen: number, all: number) => string;
  readonly lastFeatured: Counted;
  readonly only: (filters: string) => string;
  /** Around the person who set the digest up. */
  readonly footer: Around;
}

interface SessionWords {
  readonly cancelled: (title: string) => string;
  /** The place of a talk's title if it has none. */
  readonly talk: string;
  readonly details: string;
  /** Some names, of people or of talks, and how many more there are. */
  readonly andMore: (names: string, more: number) => string;
  readonly streams: string;
  readonly breaks: (list: string) => string;
  readonly otherBreaks: Counted;
}

/** The words of a long day or a week, which goes on in its thread. */
interface ThreadWords {
  readonly inThread: string;
  readonly daysInThread: string;
  readonly byTrack: string;
  readonly byTime: string;
  readonly byDay: string;
  /** `Tue 11 May: 12 sessions, 09:00 to 17:30` */
  readonly day: (day: string, sessions: string, range: string) => string;
  readonly noTrack: string;
  readonly otherTracks: Counted;
  /** `2 of 5: 09:00 to 10:30` */
  readonly page: (number: number, pages: number, range: string) => string;
  /** Lines that found no room. */
  readonly more: Counted;
}

interface TimeWords {
  readonly allDay: string;
  readonly toCome: string;
  /** The night behind a day, given by its weekday. */
  readonly night: (weekday: string) => string;
  readonly in: (zone: string) => string;
  readonly ofConference: string;
  /** Around the time on the reader's own clock. */
  readonly yours: Around;
  /** From one day to another, and from one time to another. */
  readonly dates: (from: string, to: string) => string;
  readonly range: (from: string, to: string) => string;
}

interface ChangeWords {
  readonly sinceYesterday: string;
  readonly moreSinceYesterday: string;
  /** The same for a post that was days ago. */
  readonly since: (day: string) => string;
  readonly moreSince: (day: string) => string;
  readonly moreInThread: string;
  readonly sincePosted: string;
  /** Above changes in the channel itself, and behind them. */
  readonly announced: string;
  readonly moreAnnounced: Counted;
  readonly changed: (line: string) => string;
  readonly more: Counted;
  readonly added: (what: string) => string;
  readonly restored: (what: string) => string;
  readonly cancelled: (what: string) => string;
  readonly isCancelled: string;
  /** Behind a cancelled talk, the time and room that it had. */
  readonly was: (where: string) => string;
  readonly zone: (before: string, after: string) => string;
  readonly unknownZone: string;
  readonly retitled: (before: string, after: string) => string;
  readonly wasCalled: (title: string) => string;
  readonly speakers: (before: string, after: string) => string;
  readonly nobody: string;
  readonly noRoom: string;
  readonly notScheduled: string;
}

interface NoticeWords {
  readonly startingAt: (time: string) => string;
  /** Talks of a notice that found no room. */
  readonly moreSoon: Counted;
  readonly emptyDay: string;
  readonly emptyReply: string;
  readonly repeated: string;
}

/** The words in the channels of rooms. */
interface RoomWords {
  readonly questions: string;
  readonly questionsFor: (names: string) => string;
  readonly stream: string;
  readonly now: (what: string) => string;
  readonly until: (title: string, time: string) => string;
  readonly next: (title: string, time: string) => string;
}

/** The words in which a channel is told of an order. */
interface OrderedWords {
  readonly everyDay: string;
  /** Weekdays as Words.list writes them. */
  readonly everyWeekday: (names: string) => string;
  readonly weekdays: (first: string, last: string) => string;
  readonly at: (which: string, time: string, zone: string) => string;
  /** The evening before such days. */
  readonly eve: (which: string) => string;
  readonly week: (which: string) => string;
  readonly onlyChanges: string;
  /** A digest of changes has no next post. */
  readonly asTheyHappen: string;
  readonly inLanguage: (language: string) => string;
  readonly reminders: string;
  readonly changesInChannel: string;
  readonly mentionHere: string;
  /** The organisers' own words, quoted. */
  readonly texts: Readonly<Record<'intro' | 'closing' | 'sponsor', (text: string) => string>>;
  readonly paused: string;
  /** Between the parts of a description; behind it; and between sentences. */
  readonly separator: string;
  readonly sentence: (description: string) => string;
  readonly space: string;
  /** Around the person, before what they set up. */
  readonly setUp: Around;
  readonly changed: Around;
  /** The same without the person, for those who hear the message. */
  readonly heard: (description: string) => string;
  readonly before: (description: string) => string;
  readonly next: (date: string) => string;
  readonly nextCovers: (date: string, day: string) => string;
  readonly nextCoversWeek: (date: string, dates: string) => string;
  readonly featured: string;
  readonly over: string;
  readonly hint: string;
}
