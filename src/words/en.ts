import { formatCount, pluralise } from '../text/display.ts';
import { formatLanguage } from '../text/languages.ts';
import { weekdayName } from '../text/weekdays.ts';
import type { Words } from './words.ts';

/** Lectern's words in English, in which it answers people, too; without Intl, which would take 20 ms to load its rules. */
export const ENGLISH: Words = {
  language: 'en',
  day: formatEnglishDay,
  weekday: weekdayName,
  shortWeekday: number => weekdayName(number).slice(0, 3),
  list: names => [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(Boolean).join(' and '),
  languageName: formatLanguage,
  colon: ': ',
  heading: {
    conference: 'The conference',
    rehearsal: title => `Rehearsal: ${title}`,
    onlyDay: {
      today: name => `${name} is today`,
      tomorrow: name => `${name} is tomorrow`,
      'another day': name => `${name}: the programme`,
    },
    firstDay: {
      today: name => `${name} starts today`,
      tomorrow: name => `${name} starts tomorrow`,
      'another day': name => `${name}: the first day`,
    },
    lastDay: {
      today: name => `The last day of ${name}`,
      tomorrow: name => `Tomorrow is the last day of ${name}`,
      'another day': name => `${name}: the last day`,
    },
    dayBetween: {
      today: (name, number, days) => `${name} today: day ${number} of ${days}`,
      tomorrow: (name, number, days) => `${name} tomorrow: day ${number} of ${days}`,
      'another day': (name, number, days) => `${name}: day ${number} of ${days}`,
    },
    week: name => `${name}: the week ahead`,
    weekFrom: (name, day) => `${name}: the week from ${day}`,
    spotlight: name => `${name}: talks to look forward to`,
    sessions: count => pluralise(count, 'session'),
    cancelled: count => `${formatCount(count)} of them cancelled`,
    featured: (chosen, all) => `${chosen} of the ${all} talks still to come`,
    lastFeatured: count => `the last ${pluralise(count, 'talk')}: every talk has now been featured`,
    only: filters => `only ${filters}`,
    footer: ['Set up by ', '. To change or stop it, type `/talk digest` in this channel.'],
  },
  sessions: {
    cancelled: title => `CANCELLED: ${title}`,
    talk: 'A talk',
    details: 'Details of...',
    andMore: (names, more) => `${names} and ${more} more`,
    streams: 'Live streams',
    breaks: list => `Breaks: ${list}`,
    otherBreaks: count => ` and ${pluralise(count, 'other')}`,
  },
  thread: {
    inThread: 'All sessions are in the thread of this message, by time.',
    daysInThread: 'The sessions of each day are in the thread of this message.',
    byTrack: 'By track',
    byTime: 'By time',
    byDay: 'By day',
    day: (day, sessions, range) => `${day}: ${sessions}, ${range}`,
    noTrack: 'no track',
    otherTracks: count => pluralise(count, 'other track'),
    page: (number, pages, range) => `${number} of ${pages}: ${range}`,
    more: count => `And ${formatCount(count)} more.`,
  },
  times: {
    allDay: 'all day',
    toCome: 'time to come',
    night: weekday => `${weekday} night`,
    in: zone => `times in ${zone}`,
    ofConference: 'times of the conference',
    yours: [' (', ' your time)'],
    dates: (from, to) => `${from} to ${to}`,
    range: (from, to) => `${from} to ${to}`,
  },
  changes: {
    sinceYesterday: 'Changed since yesterday',
    moreSinceYesterday: 'More changes since yesterday',
    moreInThread: 'More changes are in the thread.',
    sincePosted: 'Changed since this was posted',
    announced: 'The programme has changed',
    moreAnnounced: count => `And ${formatCount(count)} more: /talk changes`,
    changed: line => `Changed: ${line}`,
    more: count => `And ${formatCount(count)} more: the messages above show the programme as it is now.`,
    added: what => `New: ${what}`,
    restored: what => `On again: ${what}`,
    cancelled: what => `Cancelled: ${what}`,
    isCancelled: 'Cancelled',
    was: where => ` (was ${where})`,
    zone: (before, after) => `Times are in another zone now: ${before} → ${after}`,
    unknownZone: 'not known',
    retitled: (before, after) => `“${before}” is now called “${after}”`,
    wasCalled: title => `Was called “${title}”`,
    speakers: (before, after) => `Speakers: ${before} → ${after}`,
    nobody: 'nobody',
    noRoom: 'no room',
    notScheduled: 'not scheduled',
  },
  notices: {
    startingAt: time => `Starting at ${time}`,
    moreSoon: count => `And ${formatCount(count)} more: /talk next`,
    emptyDay:
      'None of the sessions listed here take place on this day any more. The thread says what was cancelled and what moved.',
    emptyReply: 'The sessions listed here have moved: they are in the other messages of this thread.',
    repeated: 'Possibly repeated: Slack did not confirm that this had arrived.',
  },
  rooms: {
    questions: 'Questions? Ask them in this thread.',
    questionsFor: names => `Questions for ${names}? Ask them in this thread.`,
    stream: 'Live stream',
    now: what => `Now: ${what}`,
    until: (title, time) => `${title} (until ${time})`,
    next: (title, time) => `Next: ${title}, ${time}`,
  },
  order: {
    everyDay: 'every day',
    everyWeekday: names => `every ${names}`,
    weekdays: (first, last) => `${first} to ${last}`,
    at: (which, time, zone) => `${which} at ${time} (${zone})`,
    eve: which => `the evening before ${which === 'every day' ? 'each day' : which}`,
    week: which => `the week ahead, ${which}`,
    onlyChanges: 'only changes',
    asTheyHappen: 'Changes are posted as they happen.',
    inLanguage: language => `in ${language}`,
    reminders: 'with a notice before each talk',
    changesInChannel: 'important changes also in the channel',
    mentionHere: 'mentions @here',
    texts: {
      intro: text => `intro: “${text}”`,
      closing: text => `closing line: “${text}”`,
      sponsor: text => `sponsor: “${text}”`,
    },
    paused: 'paused',
    separator: ', ',
    sentence: description => `${description}.`,
    space: ' ',
    setUp: ['', ' set up a digest for this channel: '],
    changed: ['', ' changed the digest of this channel: '],
    heard: description => `A digest for this channel: ${description}`,
    before: description => `Until now it was ${description}.`,
    next: date => `The next one is posted on ${date}.`,
    nextCovers: (date, day) => `The next one is posted on ${date} and covers ${day}.`,
    featured: 'Each digest features five talks, until all have been featured.',
    over: 'All of its days are over.',
    hint: 'To change or stop it, type /talk digest',
  },
};

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

function formatEnglishDay(day: string): string {
  const date = new Date(day);
  const weekday = WEEKDAYS[date.getUTCDay()] ?? '';
  return `${weekday} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''}`;
}
