import type { types } from '@slack/bolt';
import type { DayContent } from '../../../digests/compose/content.ts';
import type { DayPart } from '../../../digests/messages.ts';
import { formatStart, timeOf } from '../../../programme/moment.ts';
import type { Session } from '../../../programme/sessions.ts';
import { shorten } from '../../../text/display.ts';
import { groupByEach } from '../../../text/keys.ts';
import type { Words } from '../../../words/words.ts';
import { fitLines, message, textLength } from '../blocks/message.ts';
import { aside, bold, plain, richText } from '../blocks/rich-text.ts';
import { SUMMARY_LINES } from '../row.ts';
import { ABOVE, changePages, changesBlock } from './changes.ts';
import { closingBlocks, frameLines, introBlocks, streamBlocks } from './frame.ts';
import { countsText, type DayHeading, headed, headingBlocks, titleText } from './heading.ts';
import {
  composeLines,
  fitsMessage,
  type Line,
  SESSIONS_A_MESSAGE,
  sessionText,
  timeBlocks,
} from './lines.ts';
import { idsOf, menuOf, pageParts } from './pages.ts';

/** Lines of a summary, from full to terse: the first with which a day fits into one message is taken. */
const DETAILS = [SUMMARY_LINES, 1, 0];
const BREAKS_LENGTH = 600;
const TRACK_LENGTH = 60;
const TRACKS = 40;

interface Day extends DayHeading {
  readonly content: DayContent;
}

/** A day in one message if it fits; else an overview, with the sessions as replies in its thread. */
export function composeDay(day: Day): readonly DayPart[] {
  const { sessions, changes } = day.content;
  const [above = [], ...apart] = changePages(changes, ABOVE, { words: day.words, day: day.content.day });
  const frame = frameOf(day, above, apart.length > 0);
  const besides = textLength([frame.above, frame.below]);
  const lines = fitIntoOne(sessions, besides, day.words);
  const moreChanges = apart.map(lines => changesPart(day, lines));
  return lines === undefined
    ? [overviewPart(day, above, frame), ...moreChanges, ...pagesOf(day)]
    : [wholePart(day, above, { frame, lines }), ...moreChanges];
}

/** The lines of a day with as much detail as one message takes; undefined if they do not fit at all. */
function fitIntoOne(
  sessions: readonly Session[],
  besides: number,
  words: Words,
): readonly Line[] | undefined {
  if (sessions.length > SESSIONS_A_MESSAGE) return undefined;
  for (const summaryLines of DETAILS) {
    const lines = composeLines(sessions, summaryLines, words);
    if (fitsMessage(lines, besides)) return lines;
  }
  return undefined;
}

interface Frame {
  readonly above: readonly types.KnownBlock[];
  readonly below: readonly types.KnownBlock[];
}

function frameOf(day: Day, changes: readonly string[], more: boolean): Frame {
  const { words } = day;
  const breaks = breaksText(day.content.breaks, words);
  return {
    above: [
      ...headingBlocks(day, introBlocks(day)),
      ...streamBlocks(day),
      ...(changes.length === 0 ? [] : [changesBlock(sinceWhen(day).changes, changes)]),
      ...(more ? [aside(words.changes.moreInThread)] : []),
    ],
    below: [...(breaks === '' ? [] : [aside(breaks)]), ...closingBlocks(day)],
  };
}

function wholePart(
  day: Day,
  changes: readonly string[],
  { frame, lines }: { readonly frame: Frame; readonly lines: readonly Line[] },
): DayPart {
  const { sessions } = day.content;
  const { words } = day;
  const texts = frameLines(day);
  return {
    message: message(
      [...frame.above, ...timeBlocks(lines, day.content.day, words), menuOf(sessions, day), ...frame.below],
      fitLines(
        [titleText(day), ...texts.above, countsText(day)],
        [
          ...changes.map(line => words.changes.changed(line)),
          ...sessions.map(each => sessionText(each, words)),
        ],
        words,
        texts.below,
      ),
    ),
    talks: idsOf(sessions),
  };
}

function overviewPart(day: Day, changes: readonly string[], frame: Frame): DayPart {
  const { words } = day;
  const { inThread } = words.thread;
  const texts = frameLines(day);
  const { sessions } = day.content;
  return {
    message: message(
      [...frame.above, ...overviewBlocks(sessions, words), richText([[plain(inThread)]]), ...frame.below],
      fitLines(
        [titleText(day), ...texts.above, countsText(day), inThread],
        changes.map(line => words.changes.changed(line)),
        words,
        texts.below,
      ),
    ),
    talks: [],
  };
}

/** Counts the sessions of a long day by track and by hour. */
function overviewBlocks(sessions: readonly Session[], words: Words): types.KnownBlock[] {
  const tracks = trackCounts(sessions, words);
  return [
    ...(tracks.length === 0 ? [] : [richText([[bold(words.thread.byTrack)], [plain(tracks.join(' · '))]])]),
    richText([[bold(words.thread.byTime)], [plain(hourCounts(sessions, words).join(' · '))]]),
  ];
}

/** The largest first; none if no talk has a track. */
function trackCounts(sessions: readonly Session[], { thread }: Words): readonly string[] {
  const tracks = [...groupByEach(sessions, ({ talk }) => [talk.track?.trim() ?? ''])];
  if (tracks.every(([name]) => name === '')) return [];
  const sorted = tracks.sort(([, a], [, b]) => b.length - a.length);
  const rest = sorted.slice(TRACKS).reduce((sum, [, those]) => sum + those.length, 0);
  return [
    ...sorted
      .slice(0, TRACKS)
      .map(([name, those]) => `${shorten(name, TRACK_LENGTH) || thread.noTrack} (${those.length})`),
    ...(rest === 0 ? [] : [`${thread.otherTracks(sorted.length - TRACKS)} (${rest})`]),
  ];
}

/** `09:00 (12)`: twelve begin between nine and ten. */
function hourCounts(sessions: readonly Session[], words: Words): readonly string[] {
  const hours = groupByEach(sessions, ({ slot }) => [
    slot.untimed === undefined ? `${timeOf(slot.start).slice(0, 2)}:00` : formatStart(slot, words),
  ]);
  return [...hours].map(([hour, those]) => `${hour} (${those.length})`);
}

function pagesOf(day: Day): readonly DayPart[] {
  return pageParts(day, day.content, ({ number, pages, range }) =>
    day.words.thread.page(number, pages, range),
  );
}

function changesPart(day: Day, lines: readonly string[]): DayPart {
  const { rehearsal, words } = day;
  const title = headed(sinceWhen(day).moreChanges, rehearsal, words);
  return { message: message([changesBlock(title, lines)], fitLines([title], lines, words)), talks: [] };
}

function sinceWhen({ words, content: { changedSince } }: Day) {
  const { sinceYesterday, moreSinceYesterday, since, moreSince } = words.changes;
  if (changedSince === undefined) return { changes: sinceYesterday, moreChanges: moreSinceYesterday };
  const date = words.day(changedSince);
  return { changes: since(date), moreChanges: moreSince(date) };
}

/** `Breaks: 10:30 Coffee, 12:00 Lunch`. People only want to know when they are, so they need no lines. */
function breaksText(breaks: readonly Session[], words: Words): string {
  const each = [
    ...new Set(breaks.map(({ talk, slot }) => `${formatStart(slot, words)} ${shorten(talk.title, 40)}`)),
  ];
  const fitting = each.filter((_, index) => each.slice(0, index + 1).join(', ').length <= BREAKS_LENGTH);
  const rest = each.length - fitting.length;
  if (each.length === 0) return '';
  return words.sessions.breaks(`${fitting.join(', ')}${rest === 0 ? '' : words.sessions.otherBreaks(rest)}`);
}
