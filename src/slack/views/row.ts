import type { types } from '@slack/bolt';
import { type Reader, starredBy } from '../../conversation/context.ts';
import type { Page } from '../../conversation/paging.ts';
import type { Conference } from '../../programme/conference.ts';
import { isPause, type Talk } from '../../programme/talk.ts';
import type { QueryWords } from '../../search/search-result.ts';
import { type HighlightedPiece, highlightExcerpt } from '../../search/summary/highlight.ts';
import { summarise, summariseInParts } from '../../search/summary/summarise.ts';
import { pluralise, shorten } from '../../text/display.ts';
import { rememberOf } from '../../text/remember.ts';
import { ENGLISH } from '../../words/en.ts';
import type { Words } from '../../words/words.ts';
import { messageActions } from './actions/message-actions.ts';
import { type ActionWriter, detailsButton, shareButton, starButton } from './actions/talk-buttons.ts';
import { actionBlocks } from './blocks/button.ts';
import { bold, type Inline, plain, richText } from './blocks/rich-text.ts';
import { factsLine } from './facts-line.ts';
import {
  countLines,
  cutExcerptToLines,
  cutToLines,
  RESULT_LINES,
  SUMMARY_LINE_LENGTH,
} from './phone-lines.ts';
import { type DayStyle, listedTime } from './when-and-where.ts';

/** A longer title is cut in every message. */
export const TITLE_LENGTH = 150;
export const TITLE_LINES = 2;
export const SUMMARY_LINES = 2;

/** Everything that a row depends on besides its talk. */
export interface RowContext {
  readonly reader: Reader;
  /** The words that were searched for; undefined if a list comes from no query. */
  readonly words: QueryWords | undefined;
  readonly conference: Conference;
  /** The page of an answer that the row is on; undefined in a message of another kind. */
  readonly page: Page | undefined;
  readonly days: DayStyle;
  /** Writes the actions of its buttons; those for Lectern's own listeners unless it is given. */
  readonly writer?: ActionWriter | undefined;
}

/** The rows of all talks of a list, whose actions are written by one writer. */
export function talkRows(talks: readonly Talk[], context: RowContext): types.KnownBlock[] {
  const row = { ...context, writer: context.writer ?? rowActions(context) };
  const rows: types.KnownBlock[] = [];
  for (const talk of talks) rows.push(...talkRow(talk, row));
  return rows;
}

/** A talk in a list: title; speakers, day, time and room; a summary; its buttons. */
export function talkRow(talk: Talk, context: RowContext): types.KnownBlock[] {
  return drawRow(talk, rowSummary(talk, context), context);
}

/** The same of a summary that is known. */
export function drawRow(
  talk: Talk,
  summary: readonly HighlightedPiece[],
  context: RowContext,
): types.KnownBlock[] {
  return [
    richText([...rowLines(talk, context.days), summary.map(pieceInline)]),
    ...rowButtons(talk, context),
  ];
}

/** The lines of a row above its summary. */
export function rowLines(talk: Talk, days: DayStyle): RowHead['lines'] {
  return HEADS[days](talk).lines;
}

/** The lines of a row above its summary, which are the same in all answers. */
interface RowHead {
  readonly lines: readonly (readonly Inline[])[];
  readonly facts: string;
  /** So many lines of a phone are left for the summary: a title of two lines leaves one. */
  readonly left: number;
}

/** Makes something of a talk once for each way to write days. */
export function rememberByDays<Made>(
  make: (talk: Talk, days: DayStyle) => Made,
): Readonly<Record<DayStyle, (talk: Talk) => Made>> {
  const inStyle = (days: DayStyle) => rememberOf((talk: Talk) => make(talk, days));
  return {
    above: inStyle('above'),
    weekday: inStyle('weekday'),
    date: inStyle('date'),
    'weekday and date': inStyle('weekday and date'),
  };
}

/** A search lists the same talks again and again, and to measure a title takes as long as to find it. */
const HEADS = rememberByDays(rowHead);

function rowHead(talk: Talk, days: DayStyle): RowHead {
  const { title, lines } = ownTitle(talk);
  const facts = rowFacts(talk, days);
  const left = Math.min(RESULT_LINES - lines - linesOfFacts(facts), SUMMARY_LINES);
  return { lines: [title, [plain(facts)]], facts, left };
}

const ownTitle = rememberOf((talk: Talk) => fitTitle(talkTitle(talk), ''));

/** Title, facts and summary behind a bullet, in at most so many lines of a phone, of which the summary takes at most so many. */
export function talkLines(
  talk: Talk,
  facts: string,
  {
    bullet,
    summaryLines,
    lines: most,
    own,
  }: {
    readonly bullet: string;
    readonly summaryLines: number;
    readonly lines: number;
    /** Lectern's own words. */
    readonly own: Words;
  },
): readonly (readonly Inline[])[] {
  const { title, lines } = fitTitle(`${bullet}${talkTitle(talk, own)}`, bullet);
  const left = Math.min(most - lines - linesOfFacts(facts), summaryLines);
  return [title, [plain(facts)], summaryOf(talk, undefined, left).map(pieceInline)];
}

function fitTitle(
  whole: string,
  bullet: string,
): { readonly title: readonly Inline[]; readonly lines: number } {
  const title = cutToLines(whole, TITLE_LINES, 'bold');
  return {
    title: [plain(bullet), bold(title.slice(bullet.length))],
    lines: countLines(title, 'bold'),
  };
}

function linesOfFacts(facts: string): number {
  return facts === '' ? 0 : 1;
}

/** Speakers, time and room in one line of a phone. A talk without a slot shows its track where others have their room. */
export function factsOf(talk: Talk, days: DayStyle): string {
  return HEADS[days](talk).facts;
}

function rowFacts({ speakers, slots: [slot, ...others], track = '' }: Talk, days: DayStyle): string {
  if (slot === undefined)
    return factsLine({ speakers, time: '', shortTime: '', place: track, names: 'first' });
  const count = others.length;
  return factsLine({
    speakers,
    time: `${listedTime(slot, days, 'with end')}${count === 0 ? '' : ` and ${pluralise(count, 'more time')}`}`,
    shortTime: `${listedTime(slot, days, 'without end')}${count === 0 ? '' : ` +${pluralise(count, 'time')}`}`,
    place: slot.rooms.join(', '),
    names: 'first',
  });
}

/** A talk that is cancelled says so before anything else. */
export function talkTitle({ title, status }: Talk, words: Words = ENGLISH): string {
  const short = shorten(title, TITLE_LENGTH);
  return status === 'cancelled' ? words.sessions.cancelled(short) : short;
}

/** The summary of a row. The matched words are strong. */
export function rowSummary(
  talk: Talk,
  { words, days }: Pick<RowContext, 'words' | 'days'>,
): readonly HighlightedPiece[] {
  return summaryOf(talk, words, HEADS[days](talk).left);
}

function summaryOf(talk: Talk, words: QueryWords | undefined, lines: number): readonly HighlightedPiece[] {
  if (lines === 0) return [];
  const length = lines * SUMMARY_LINE_LENGTH;
  if (words === undefined) {
    const text = cutToLines(summarise(talk.abstract, { length }), lines);
    return text === '' ? [] : [{ text, strong: false }];
  }
  const excerpt = cutExcerptToLines(summariseInParts(talk.abstract, { words, length }), lines);
  return highlightExcerpt(excerpt, words);
}

function pieceInline({ text, strong }: HighlightedPiece): Inline {
  return strong ? bold(text) : plain(text);
}

/** A break has no details and is nothing to share. */
export function rowButtons(
  talk: Talk,
  context: Pick<RowContext, 'reader' | 'conference' | 'page' | 'writer'>,
  of: { readonly isShareable: boolean } = { isShareable: true },
): types.KnownBlock[] {
  if (talk.kind === 'break') return [];
  const { reader, conference, writer = rowActions(context) } = context;
  const buttons = [...detailsButton(talk, writer)];
  if (isPause(talk)) return actionBlocks(buttons);
  const isShared = reader.place === 'thread';
  const isStarred = starredBy(reader, { conference }).has(talk.id);
  if (!isShared && of.isShareable) buttons.push(...shareButton(talk, writer));
  if (isShared || reader.stars !== undefined) buttons.push(...starButton(talk, isStarred, writer));
  return actionBlocks(buttons);
}

/** Writes the actions of rows in a message. */
export function rowActions({
  reader: { place },
  conference,
  page,
}: Pick<RowContext, 'reader' | 'conference' | 'page'>): ActionWriter {
  return messageActions(conference.folder, {
    star: place === 'thread' || page === undefined ? 'elsewhere' : page,
    share: place === 'channel' ? 'channel' : 'elsewhere',
  });
}
