import type { types } from '@slack/bolt';
import type { RoomLinks } from '../../../programme/conference.ts';
import type { Session } from '../../../programme/sessions.ts';
import type { Digest } from '../../../store/digests.ts';
import { shorten } from '../../../text/display.ts';
import { fold } from '../../../text/fold.ts';
import type { Words } from '../../../words/words.ts';
import { bold, type Inline, plain, richText, safeUrl } from '../blocks/rich-text.ts';
import { joinParts } from '../when-and-where.ts';
import { type DayHeading, footer } from './heading.ts';

/** The words around what a digest tells, heard line by line. */
export interface FrameLines {
  readonly above: readonly string[];
  readonly below: readonly string[];
}

/** The organisers' own words and the streams of a digest, as they are heard. */
export function frameLines(heading: DayHeading): FrameLines {
  return {
    above: aboveOf(heading).map(heard),
    below: [...streamsOf(heading), ...belowOf(heading.digest)].map(heard),
  };
}

/** The organisers' words above a digest. They are theirs, and still no markup but `*bold*` counts. */
export function introBlocks(heading: DayHeading): readonly types.KnownBlock[] {
  return textBlocks(aboveOf(heading));
}

/** The streams of the rooms that a digest tells of. */
export function streamBlocks(heading: DayHeading): readonly types.KnownBlock[] {
  return textBlocks(streamsOf(heading));
}

/** The organisers' words below a digest, and whom to ask about it. */
export function closingBlocks(heading: DayHeading): readonly types.KnownBlock[] {
  return [...textBlocks(belowOf(heading.digest)), footer(heading.digest)];
}

/** Nobody is called for a rehearsal. */
function aboveOf({ digest: { intro, mentionHere }, rehearsal }: DayHeading): readonly Paragraph[] {
  const mention = mentionHere ? [rehearsal ? plain('@here') : HERE, plain(intro === '' ? '' : ' ')] : [];
  return paragraphs([...mention, ...styled(intro)]);
}

function belowOf(digest: Digest): readonly Paragraph[] {
  return [...paragraphs(styled(digest.closing)), ...paragraphs(sponsor(digest))];
}

function streamsOf({ content, conference, words }: DayHeading): readonly Paragraph[] {
  const days = content.kind === 'week' ? content.days : content.kind === 'day' ? [content] : [];
  const sessions = days.flatMap(day => day.sessions);
  return paragraphs(streamLine(sessions, conference.roomLinks, words));
}

type Paragraph = readonly Inline[];

function paragraphs(inlines: Paragraph): readonly Paragraph[] {
  return inlines.length === 0 ? [] : [inlines];
}

/** Slack calls those who are active in the channel. An edit of the message calls nobody again. */
const HERE: Inline = { type: 'broadcast', range: 'here' };

/** The words between two asterisks are bold, as in Slack. */
function styled(text: string): readonly Inline[] {
  return text
    .split(/(?<![\p{L}\p{N}*])\*([^*\s](?:[^*\n]*[^*\s])?)\*(?![\p{L}\p{N}*])/u)
    .map((piece, index) => (index % 2 === 0 ? plain(piece) : bold(piece)))
    .filter(inline => inline.type !== 'text' || inline.text !== '');
}

/** The same without the marks, for a text that is quoted. */
export function withoutStyle(text: string): string {
  return heard(styled(text));
}

function sponsor({ sponsor: name, sponsorLink }: Digest): Paragraph {
  if (name === '') return [];
  const url = sponsorLink === '' ? undefined : safeUrl(sponsorLink);
  return [url === undefined ? plain(name) : { type: 'link', url, text: name }];
}

const ROOM_LENGTH = 60;
const ROOMS_MAX = 20;

/** `Live streams: Quay Hall · Net Loft`, each a link, of the rooms that have sessions; empty if none has a stream. */
function streamLine(sessions: readonly Session[], links: readonly RoomLinks[], words: Words): Paragraph {
  const used = new Set(sessions.flatMap(({ slot }) => slot.rooms.map(fold)));
  const streams = links.flatMap(({ room, stream }) => {
    const url = stream === undefined || !used.has(fold(room)) ? undefined : safeUrl(stream);
    const link: Inline = { type: 'link', url: url ?? '', text: shorten(room, ROOM_LENGTH) };
    return url === undefined ? [] : [[link]];
  });
  if (streams.length === 0) return [];
  return [bold(words.sessions.streams), plain(words.colon), ...joinParts(streams.slice(0, ROOMS_MAX))];
}

/** A paragraph as it is heard: a link by its name and its address. */
function heard(inlines: Paragraph): string {
  return inlines
    .map(inline => {
      if (inline.type === 'text') return inline.text;
      if (inline.type === 'link') return `${inline.text} (${inline.url})`;
      return inline.type === 'broadcast' ? '@here' : '';
    })
    .join('');
}

/** None if there are no words. */
function textBlocks(those: readonly Paragraph[]): readonly types.KnownBlock[] {
  return those.length === 0 ? [] : [richText(those)];
}
