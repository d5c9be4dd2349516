import type { types } from '@slack/bolt';
import type { Content, DayContent } from '../../../digests/compose/content.ts';
import type { Conference } from '../../../programme/conference.ts';
import { formatDay } from '../../../programme/moment.ts';
import type { Session } from '../../../programme/sessions.ts';
import type { Digest } from '../../../store/digests.ts';
import { pluralise, shorten } from '../../../text/display.ts';
import { header, type Inline, person, plain, richText, withBold } from '../blocks/rich-text.ts';
import { bothClocks, joinParts, timesIn } from '../when-and-where.ts';

const NAME_LENGTH = 80;
const FILTERS_LENGTH = 200;

export interface DayHeading {
  readonly digest: Digest;
  readonly content: Content;
  readonly conference: Conference;
  readonly rehearsal: boolean;
  /** That of the one person who reads it; undefined for a channel. */
  readonly readerZone?: string | undefined;
}

export function headingBlocks(heading: DayHeading): types.KnownBlock[] {
  const sessions = heading.content.kind === 'day' ? heading.content.sessions : [];
  const counts = countParts(heading, channelClocks(sessions, heading));
  return [header(titleText(heading)), richText([joinParts(counts)])];
}

/**
 * `times in Europe/Madrid: 09:00 (today 08:00 your time)`. A channel's readers are in several time zones, so both clocks
 * are shown, once, by the first session.
 */
export function channelClocks(
  sessions: readonly Session[],
  { conference: { timeZone }, readerZone }: Pick<DayHeading, 'conference' | 'readerZone'>,
): readonly Inline[] {
  const both = bothClocks(
    sessions.map(({ slot }) => slot),
    { timeZone, readerZone, style: 'above' },
  );
  const isKnown = sessions.length > 0 && timeZone !== undefined;
  return both.length === 0 && isKnown ? [plain(timesIn(timeZone))] : both;
}

/** `Lighthouse Days starts today` */
export function titleText({ digest, content, conference, rehearsal }: DayHeading): string {
  const name = shorten(conference.name?.trim() ?? '', NAME_LENGTH) || 'The conference';
  const title =
    content.kind === 'day' ? dayTitle(name, content, digest.eve) : `${name}: talks to look forward to`;
  return rehearsal ? `Rehearsal: ${title}` : title;
}

function dayTitle(name: string, { number, days }: DayContent, eve: boolean): string {
  const when = eve ? 'tomorrow' : 'today';
  if (days === 1) return `${name} is ${when}`;
  if (number === 1) return `${name} starts ${when}`;
  if (number === days) return eve ? `Tomorrow is the last day of ${name}` : `The last day of ${name}`;
  return `${name} ${when}: day ${number} of ${days}`;
}

/** `Tue 11 May · 12 sessions, 1 of them cancelled · times in Europe/Madrid · only track:storage` */
export function countsText(heading: DayHeading): string {
  const { content, conference } = heading;
  const isTimed = content.kind === 'day' && conference.timeZone !== undefined;
  const parts = countParts(heading, isTimed ? [plain(timesIn(conference.timeZone))] : []);
  return joinParts(parts)
    .map(inline => (inline.type === 'text' ? inline.text : ''))
    .join('');
}

function countParts(
  { digest, content }: DayHeading,
  times: readonly Inline[],
): readonly (readonly Inline[])[] {
  const count =
    content.kind === 'day' ? sessionCount(content) : featuredCount(content.talks.length, content.left);
  const filters = digest.filters === '' ? '' : `only ${shorten(digest.filters, FILTERS_LENGTH)}`;
  return [[plain(formatDay(content.day))], [plain(count)], times, [plain(filters)]];
}

function sessionCount({ sessions }: DayContent): string {
  const cancelled = sessions.filter(({ talk }) => talk.status === 'cancelled').length;
  return `${pluralise(sessions.length, 'session')}${cancelled === 0 ? '' : `, ${cancelled} of them cancelled`}`;
}

function featuredCount(chosen: number, left: number): string {
  return left === 0
    ? `the last ${pluralise(chosen, 'talk')}: every talk has now been featured`
    : `${chosen} of the ${chosen + left} talks still to come`;
}

/** Names the owner, and says how to change or stop the digest. */
export function footer({ owner }: Digest): types.KnownBlock {
  return richText([
    [
      plain('Set up by '),
      person(owner),
      ...withBold('. To change or stop it, type `/talk digest` in this channel.'),
    ],
  ]);
}
