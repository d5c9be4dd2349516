import type { types } from '@slack/bolt';
import type { Content, DayContent } from '../../../digests/compose/content.ts';
import type { Conference } from '../../../programme/conference.ts';
import { conferenceName, featuredCount, sessionCount, timesIn } from '../../../programme/day-heading.ts';
import type { Session } from '../../../programme/sessions.ts';
import type { Digest } from '../../../store/digests.ts';
import { shorten } from '../../../text/display.ts';
import { wordsIn } from '../../../words/catalogue.ts';
import type { HeadingWords, Words } from '../../../words/words.ts';
import { header, type Inline, person, plain, richText, withBold } from '../blocks/rich-text.ts';
import { bothClocks, joinParts } from '../when-and-where.ts';

const NAME_LENGTH = 80;
const FILTERS_LENGTH = 200;

export interface DayHeading {
  readonly words: Words;
  readonly digest: Digest;
  readonly content: Content;
  readonly conference: Conference;
  readonly rehearsal: boolean;
  /** That of the one person who reads it; undefined for a channel. */
  readonly readerZone?: string | undefined;
}

/** The title and the counts of a digest, a day's on both clocks. */
export function headingBlocks(heading: DayHeading, intro: readonly types.KnownBlock[]): types.KnownBlock[] {
  const { content } = heading;
  const times = content.kind === 'day' ? channelClocks(content.sessions, heading) : zoneOf(heading);
  return [header(titleText(heading)), ...intro, richText([joinParts(countParts(heading, times))])];
}

/** The zone of the times; none if there are no times, or their zone is not known. */
function zoneOf({ content, conference: { timeZone }, words }: DayHeading): readonly Inline[] {
  return content.kind === 'spotlight' || timeZone === undefined ? [] : [plain(timesIn(timeZone, words))];
}

/**
 * `times in Europe/Madrid: 09:00 (today 08:00 your time)`. A channel's readers are in several time zones, so both clocks
 * are shown, once, by the first session.
 */
export function channelClocks(
  sessions: readonly Session[],
  { conference: { timeZone }, readerZone, words }: Pick<DayHeading, 'conference' | 'readerZone' | 'words'>,
): readonly Inline[] {
  const both = bothClocks(
    sessions.map(({ slot }) => slot),
    { timeZone, readerZone, style: 'above' },
    words,
  );
  const isKnown = sessions.length > 0 && timeZone !== undefined;
  return both.length === 0 && isKnown ? [plain(timesIn(timeZone, words))] : both;
}

/** `Lighthouse Days starts today` */
export function titleText({ content, conference, rehearsal, words }: DayHeading): string {
  const name = shorten(conferenceName(conference, words), NAME_LENGTH);
  return headed(titleOf(name, content, words), rehearsal, words);
}

/** A title, which says so in a rehearsal. */
export function headed(title: string, rehearsal: boolean, { heading }: Words): string {
  return rehearsal ? heading.rehearsal(title) : title;
}

function titleOf(name: string, content: Content, { heading, day }: Words): string {
  switch (content.kind) {
    case 'day':
      return dayTitle(name, content, heading);
    case 'week':
      return content.when === 'today' ? heading.week(name) : heading.weekFrom(name, day(content.day));
    case 'spotlight':
      return heading.spotlight(name);
  }
}

function dayTitle(name: string, { number, days, when }: DayContent, heading: HeadingWords): string {
  const titles =
    days === 1
      ? heading.onlyDay
      : number === 1
        ? heading.firstDay
        : number === days
          ? heading.lastDay
          : heading.dayBetween;
  return titles[when](name, number, days);
}

/** `Tue 11 May · 12 sessions, 1 of them cancelled · times in Europe/Madrid · only track:storage` */
export function countsText(heading: DayHeading): string {
  return joinParts(countParts(heading, zoneOf(heading)))
    .map(inline => (inline.type === 'text' ? inline.text : ''))
    .join('');
}

function countParts(
  { digest, content, words }: DayHeading,
  times: readonly Inline[],
): readonly (readonly Inline[])[] {
  const filters = digest.filters === '' ? '' : words.heading.only(shorten(digest.filters, FILTERS_LENGTH));
  const [dates, count] = countOf(content, words);
  return [[plain(dates)], [plain(count)], times, [plain(filters)]];
}

/** The days that a digest is about, and how much is on. */
function countOf(content: Content, words: Words): readonly [dates: string, count: string] {
  const day = words.day(content.day);
  switch (content.kind) {
    case 'day':
      return [day, sessionCount(content.sessions, words)];
    case 'week': {
      const sessions = content.days.flatMap(each => each.sessions);
      return [words.times.dates(day, words.day(content.lastDay)), sessionCount(sessions, words)];
    }
    case 'spotlight':
      return [day, featuredCount(content.talks.length, content.left, words)];
  }
}

/** Names the owner, and says how to change or stop the digest. */
export function footer({ owner, language }: Digest): types.KnownBlock {
  const [before, behind] = wordsIn(language).heading.footer;
  return richText([[plain(before), person(owner), ...withBold(behind)]]);
}
