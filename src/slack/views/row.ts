import type { types } from '@slack/bolt';
import { type Reader, starredBy } from '../../conversation/context.ts';
import type { Page } from '../../conversation/paging.ts';
import type { Conference } from '../../programme/conference.ts';
import { isPause, type Talk } from '../../programme/talk.ts';
import type { QueryWords } from '../../search/search-result.ts';
import { highlightExcerpt } from '../../search/summary/highlight.ts';
import { summarise, summariseInParts } from '../../search/summary/summarise.ts';
import { pluralise, shorten } from '../../text/display.ts';
import { rememberOf } from '../../text/remember.ts';
import { ENGLISH } from '../../words/en.ts';
import type { Words } from '../../words/words.ts';
import { messageActions } from './actions/message-actions.ts';
import { type ActionWriter, detailsButton, shareButton, starButton } from './actions/talk-buttons.ts';
import { actionBlocks } from './blocks/button.ts';
import { bold, type Inline, plain, richText } from './blocks/rich-text.ts';
import { shared } from './blocks/shared.ts';
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
  return [
    richText(talkLines(talk, FACTS[context.days](talk), { words: context.words })),
    ...rowButtons(talk, context),
  ];
}

/** Title, facts and summary. In at most four lines of a phone, a title of two lines leaves one for the summary. */
export function talkLines(
  talk: Talk,
  facts: types.RichTextText,
  {
    words,
    bullet = '',
    summaryLines = SUMMARY_LINES,
    lines: most = RESULT_LINES,
    own = ENGLISH,
  }: {
    readonly words?: QueryWords | undefined;
    readonly bullet?: string;
    /** At most so many. */
    readonly summaryLines?: number;
    /** So many lines of a phone in all. */
    readonly lines?: number;
    /** Lectern's own words. */
    readonly own?: Words;
  } = {},
): readonly (readonly Inline[])[] {
  const { title, lines } =
    bullet === '' ? ownTitle(talk) : fitTitle(`${bullet}${talkTitle(talk, own)}`, bullet);
  const left = most - lines - (facts.text === '' ? 0 : 1);
  return [title, [facts], summaryOf(talk, words, Math.min(left, summaryLines))];
}

/** A search lists the same talks again and again, and to measure a title takes as long as to find it. */
const ownTitle = rememberOf((talk: Talk) => {
  const { title, lines } = fitTitle(talkTitle(talk), '');
  return { title: title.map(shared), lines };
});

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

/** Speakers, time and room in one line of a phone. A talk without a slot shows its track where others have their room. */
export function factsOf(talk: Talk, days: DayStyle): string {
  return FACTS[days](talk).text;
}

const FACTS: Readonly<Record<DayStyle, (talk: Talk) => types.RichTextText>> = {
  above: rememberOf(talk => shared(plain(rowFacts(talk, 'above')))),
  weekday: rememberOf(talk => shared(plain(rowFacts(talk, 'weekday')))),
  date: rememberOf(talk => shared(plain(rowFacts(talk, 'date')))),
  'weekday and date': rememberOf(talk => shared(plain(rowFacts(talk, 'weekday and date')))),
};

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

/** The matched words stand out in bold. */
function summaryOf(talk: Talk, words: QueryWords | undefined, lines: number): readonly Inline[] {
  if (lines === 0) return [];
  const length = lines * SUMMARY_LINE_LENGTH;
  if (words === undefined) return [plain(cutToLines(summarise(talk.abstract, { length }), lines))];
  const excerpt = cutExcerptToLines(summariseInParts(talk.abstract, { words, length }), lines);
  return highlightExcerpt(excerpt, words).map(piece => (piece.strong ? bold(piece.text) : plain(piece.text)));
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

function rowActions({
  reader: { place },
  conference,
  page,
}: Pick<RowContext, 'reader' | 'conference' | 'page'>): ActionWriter {
  return messageActions(conference.folder, {
    star: place === 'thread' || page === undefined ? 'elsewhere' : page,
    share: place === 'channel' ? 'channel' : 'elsewhere',
  });
}
