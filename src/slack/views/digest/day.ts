import type { types } from '@slack/bolt';
import type { DayContent } from '../../../digests/compose/content.ts';
import type { DayPart } from '../../../digests/messages.ts';
import { formatStart, timeOf } from '../../../programme/moment.ts';
import type { Session } from '../../../programme/sessions.ts';
import { pluralise, shorten } from '../../../text/display.ts';
import { groupByEach } from '../../../text/keys.ts';
import { fitLines, message, textLength } from '../blocks/message.ts';
import { aside, bold, plain, richText } from '../blocks/rich-text.ts';
import { detailsMenu } from '../details-menu.ts';
import { SUMMARY_LINES } from '../row.ts';
import { joinParts } from '../when-and-where.ts';
import { ABOVE, changePages, changesBlock } from './changes.ts';
import { channelClocks, countsText, type DayHeading, footer, headingBlocks, titleText } from './heading.ts';
import {
  composeLines,
  fitsMessage,
  type Line,
  optionLabel,
  SESSIONS_A_MESSAGE,
  sessionText,
  splitIntoPages,
  timeBlocks,
} from './lines.ts';

/** Lines of a summary, from full to terse: the first with which a day fits into one message is taken. */
const DETAILS = [SUMMARY_LINES, 1, 0];
const BREAKS_LENGTH = 600;
const TRACK_LENGTH = 60;
const TRACKS = 40;
const SINCE_YESTERDAY = 'Changed since yesterday';

interface Day extends DayHeading {
  readonly content: DayContent;
}

/** A day in one message if it fits; else an overview, with the sessions as replies in its thread. */
export function composeDay(day: Day): readonly DayPart[] {
  const { sessions, changes } = day.content;
  const [above = [], ...apart] = changePages(changes, ABOVE);
  const frame = frameOf(day, above, apart.length > 0);
  const besides = textLength([frame.above, frame.below]);
  const lines = fitIntoOne(sessions, besides);
  const moreChanges = apart.map(lines => changesPart(day, lines));
  return lines === undefined
    ? [overviewPart(day, above, frame), ...moreChanges, ...pageParts(day)]
    : [wholePart(day, above, { frame, lines }), ...moreChanges];
}

/** The lines of a day with as much detail as one message takes; undefined if they do not fit at all. */
function fitIntoOne(sessions: readonly Session[], besides: number): readonly Line[] | undefined {
  if (sessions.length > SESSIONS_A_MESSAGE) return undefined;
  for (const summaryLines of DETAILS) {
    const lines = composeLines(sessions, summaryLines);
    if (fitsMessage(lines, besides)) return lines;
  }
  return undefined;
}

interface Frame {
  readonly above: readonly types.KnownBlock[];
  readonly below: readonly types.KnownBlock[];
}

function frameOf(day: Day, changes: readonly string[], more: boolean): Frame {
  const breaks = breaksText(day.content.breaks);
  return {
    above: [
      ...headingBlocks(day),
      ...(changes.length === 0 ? [] : [changesBlock(SINCE_YESTERDAY, changes)]),
      ...(more ? [aside('More changes are in the thread.')] : []),
    ],
    below: [...(breaks === '' ? [] : [aside(breaks)]), footer(day.digest)],
  };
}

function wholePart(
  day: Day,
  changes: readonly string[],
  { frame, lines }: { readonly frame: Frame; readonly lines: readonly Line[] },
): DayPart {
  const { sessions } = day.content;
  return {
    message: message(
      [
        ...frame.above,
        ...timeBlocks(lines, day.content.day),
        menuOf(sessions, day.conference),
        ...frame.below,
      ],
      fitLines(
        [titleText(day), countsText(day)],
        [...changes.map(line => `Changed: ${line}`), ...sessions.map(sessionText)],
      ),
    ),
    talks: idsOf(sessions),
  };
}

function overviewPart(day: Day, changes: readonly string[], frame: Frame): DayPart {
  const inThread = 'All sessions are in the thread of this message, by time.';
  const { sessions } = day.content;
  return {
    message: message(
      [...frame.above, ...overviewBlocks(sessions), richText([[plain(inThread)]]), ...frame.below],
      fitLines(
        [titleText(day), countsText(day), inThread],
        changes.map(line => `Changed: ${line}`),
      ),
    ),
    talks: [],
  };
}

/** Counts the sessions of a long day by track and by hour. */
function overviewBlocks(sessions: readonly Session[]): types.KnownBlock[] {
  const tracks = trackCounts(sessions);
  return [
    ...(tracks.length === 0 ? [] : [richText([[bold('By track')], [plain(tracks.join(' · '))]])]),
    richText([[bold('By time')], [plain(hourCounts(sessions).join(' · '))]]),
  ];
}

/** The largest first; none if no talk has a track. */
function trackCounts(sessions: readonly Session[]): readonly string[] {
  const tracks = [...groupByEach(sessions, ({ talk }) => [talk.track?.trim() ?? ''])];
  if (tracks.every(([name]) => name === '')) return [];
  const sorted = tracks.sort(([, a], [, b]) => b.length - a.length);
  const rest = sorted.slice(TRACKS).reduce((sum, [, those]) => sum + those.length, 0);
  return [
    ...sorted
      .slice(0, TRACKS)
      .map(([name, those]) => `${shorten(name, TRACK_LENGTH) || 'no track'} (${those.length})`),
    ...(rest === 0 ? [] : [`${pluralise(sorted.length - TRACKS, 'other track')} (${rest})`]),
  ];
}

/** `09:00 (12)`: twelve begin between nine and ten. */
function hourCounts(sessions: readonly Session[]): readonly string[] {
  const hours = groupByEach(sessions, ({ slot }) => [
    slot.untimed === undefined ? `${timeOf(slot.start).slice(0, 2)}:00` : formatStart(slot),
  ]);
  return [...hours].map(([hour, those]) => `${hour} (${those.length})`);
}

function pageParts(day: Day): readonly DayPart[] {
  const pages = splitIntoPages(composeLines(day.content.sessions, SUMMARY_LINES));
  return pages.map((lines, index) => {
    const sessions = lines.map(line => line.session);
    const title = replyTitle(day, `${index + 1} of ${pages.length}: ${timeRange(sessions)}`);
    return {
      message: message(
        [
          richText([joinParts([[bold(title)], channelClocks(sessions, day)])]),
          ...timeBlocks(lines, day.content.day),
          menuOf(sessions, day.conference),
        ],
        fitLines([title], sessions.map(sessionText)),
      ),
      talks: idsOf(sessions),
    };
  });
}

function changesPart(day: Day, lines: readonly string[]): DayPart {
  const title = replyTitle(day, `More changes since yesterday`);
  return { message: message([changesBlock(title, lines)], fitLines([title], lines)), talks: [] };
}

function replyTitle({ rehearsal }: Day, title: string): string {
  return `${rehearsal ? 'Rehearsal: ' : ''}${title}`;
}

/** `09:00 to 10:30` */
function timeRange(sessions: readonly Session[]): string {
  const [first = '', last = ''] = [sessions.at(0), sessions.at(-1)].map(session =>
    session === undefined ? '' : formatStart(session.slot),
  );
  return first === last ? first : `${first} to ${last}`;
}

/** `Breaks: 10:30 Coffee, 12:00 Lunch`. People only want to know when they are, so they need no lines. */
function breaksText(breaks: readonly Session[]): string {
  const each = [
    ...new Set(breaks.map(({ talk, slot }) => `${formatStart(slot)} ${shorten(talk.title, 40)}`)),
  ];
  const fitting = each.filter((_, index) => each.slice(0, index + 1).join(', ').length <= BREAKS_LENGTH);
  const rest = each.length - fitting.length;
  if (each.length === 0) return '';
  return `Breaks: ${fitting.join(', ')}${rest === 0 ? '' : ` and ${pluralise(rest, 'other')}`}`;
}

function menuOf(sessions: readonly Session[], { folder }: Day['conference']): types.KnownBlock {
  const labelled = sessions.map(session => ({ talk: session.talk, label: optionLabel(session) }));
  return detailsMenu(labelled, folder);
}

function idsOf(sessions: readonly Session[]): readonly string[] {
  return [...new Set(sessions.map(({ talk }) => talk.id))];
}
