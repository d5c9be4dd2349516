import type { types } from '@slack/bolt';
import type { Content, DayContent } from '../../../digests/compose/content.ts';
import type { Conference } from '../../../programme/conference.ts';
import { formatDay } from '../../../programme/moment.ts';
import type { Digest } from '../../../store/digests.ts';
import { pluralise, shorten } from '../../../text/display.ts';
import { header, person, plain, richText, withBold } from '../blocks/rich-text.ts';

const NAME_LENGTH = 80;
const FILTERS_LENGTH = 200;

export interface DayHeading {
  readonly digest: Digest;
  readonly content: Content;
  readonly conference: Conference;
  readonly rehearsal: boolean;
}

export function headingBlocks(heading: DayHeading): types.KnownBlock[] {
  return [header(titleText(heading)), richText([[plain(countsText(heading))]])];
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
export function countsText({ digest, content, conference }: DayHeading): string {
  const parts = [
    formatDay(content.day),
    content.kind === 'day' ? sessionCount(content) : featuredCount(content.talks.length, content.left),
    content.kind === 'day' && conference.timeZone !== undefined
      ? `times in ${/^[+-]/.test(conference.timeZone) ? 'UTC' : ''}${conference.timeZone}`
      : '',
    digest.filters === '' ? '' : `only ${shorten(digest.filters, FILTERS_LENGTH)}`,
  ];
  return parts.filter(part => part !== '').join(' · ');
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
