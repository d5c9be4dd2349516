import type { types } from '@slack/bolt';
import type { MineAnswer } from '../../conversation/answer.ts';
import { type Answering, starredBy } from '../../conversation/context.ts';
import { pageWithin, SESSIONS_A_PAGE } from '../../conversation/paging.ts';
import type { MySession, MyTalks } from '../../people/my-talks.ts';
import { dateOf, formatDay, formatStart, timeOf } from '../../programme/moment.ts';
import type { Session } from '../../programme/sessions.ts';
import type { Talk } from '../../programme/talk.ts';
import { pluralise, shorten } from '../../text/display.ts';
import { boldMessage, type Message, message } from './blocks/message.ts';
import { pageButtons } from './blocks/paging.ts';
import { aside, bold, header, type Inline, plain, richText } from './blocks/rich-text.ts';
import { calendarButtons } from './calendar/calendar-button.ts';
import { factsLine, speakerNames } from './facts-line.ts';
import { describeTalk } from './results.ts';
import { type RowContext, rowButtons, talkTitle } from './row.ts';
import { bothClocks, joinParts, listedTime } from './when-and-where.ts';

const TITLE_LENGTH = 60;
const DAYS_LENGTH = 100;

/** A line of the list: one of a talk's sessions, or a talk without a time. */
type Line = MySession | { readonly talk: Talk };

/** A person's own schedule: their talks by day, with free times, and those at the same time called out. */
export function myTalksMessage(answer: MineAnswer, context: Answering, offset = answer.first): Message {
  const { mine, asked, days } = answer;
  if (mine === undefined) return boldMessage(noStarsHere(context));
  const lines: readonly Line[] = [...mine.sessions, ...mine.unscheduled.map(talk => ({ talk }))];
  const missing = missingNote(mine);
  const { reader, programme } = context;
  const named = days.map(formatDay).join(', ');
  if (lines.length === 0) {
    const isOtherDay = days.length > 0 && starredBy(reader, programme).size > 0;
    return boldMessage(isOtherDay ? noneOn(named) : (missing ?? NONE_YET));
  }
  const page = pageWithin({ query: asked, offset }, lines.length);
  const shown = lines.slice(page.offset, page.offset + SESSIONS_A_PAGE);
  const row: RowContext = { reader, words: undefined, conference: programme.conference, days: 'above', page };
  const range =
    shown.length === lines.length
      ? ''
      : ` (${page.offset + 1} to ${page.offset + shown.length} of ${lines.length})`;
  const heading = `My talks${named === '' ? '' : `, ${named}`}${range}`;
  const slots = shown.flatMap(line => ('session' in line ? [line.session.slot] : []));
  const clocks = bothClocks(slots, {
    timeZone: programme.conference.timeZone,
    readerZone: reader.zone,
    style: 'weekday',
  });
  const blocks: types.KnownBlock[] = [
    richText([joinParts([[bold(heading)], clocks])]),
    ...(missing === undefined ? [] : [aside(missing)]),
    ...shown.flatMap((line, index) => [
      ...(isNamed(line, shown[index - 1], named) ? [] : [header(dayOf(line))]),
      richText(linesOf(line)),
      ...rowButtons('session' in line ? line.session.talk : line.talk, row),
    ]),
    ...pageButtons(page, {
      shown: shown.length,
      all: lines.length,
      size: SESSIONS_A_PAGE,
      paged: true,
      beside: calendarButtons({ ...answer, context }),
    }),
  ];
  return message(blocks, [heading, missing ?? '', ...textOf(shown, named)].filter(Boolean).join('\n'));
}

const NONE_YET =
  'You have no talks yet. Press `Star` below a talk, in an answer to `/talk` or in its details, and it stands here.';

function noneOn(days: string): string {
  return `You have starred no talk on ${shorten(days, DAYS_LENGTH)}. \`/talk mine\` shows the others.`;
}

function noStarsHere({ reader }: Answering): string {
  return reader.stars === 'unavailable'
    ? 'Lectern cannot use its database right now, so it does not know your talks. Please try again in a moment.'
    : 'Talks are starred in Slack, by the people who read them there: type `/talk mine` in Slack.';
}

function missingNote({ missing }: MyTalks): string | undefined {
  return missing === 0
    ? undefined
    : `${pluralise(missing, 'starred talk')} ${missing === 1 ? 'is' : 'are'} no longer in the programme.`;
}

function dayOf(line: Line): string {
  return 'session' in line ? formatDay(dateOf(line.session.slot.start)) : 'Not scheduled';
}

/** Whether the day of a line stands above it already: over the line before, or over all of them. */
function isNamed(line: Line, before: Line | undefined, named: string): boolean {
  return dayOf(line) === (before === undefined ? named : dayOf(before));
}

function linesOf(line: Line): readonly (readonly Inline[])[] {
  if (!('session' in line)) {
    const { speakers, track = '' } = line.talk;
    return [
      [bold(talkTitle(line.talk))],
      [plain(factsLine({ speakers, time: '', shortTime: '', place: track, names: 'first' }))],
    ];
  }
  const { talk, slot } = line.session;
  const facts = factsLine({
    speakers: talk.speakers,
    time: listedTime(slot, 'above', 'with end'),
    shortTime: listedTime(slot, 'above', 'without end'),
    place: slot.rooms.join(', '),
    names: 'last',
  });
  const free = freeLine(line);
  return [
    [bold(talkTitle(talk))],
    [plain(facts)],
    overlapLine(line.overlaps),
    free === undefined ? [] : [plain(free)],
  ];
}

/** `Overlaps Fog, Tue 11:00` */
export function overlapLine(overlaps: readonly Session[]): readonly Inline[] {
  const [first, ...others] = overlaps;
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return [
    plain('Overlaps '),
    bold(shorten(first.talk.title, TITLE_LENGTH)),
    plain(`, ${listedTime(first.slot, 'weekday', 'without end')}${more}`),
  ];
}

function freeLine({ free }: MySession): string | undefined {
  return free && `Then free from ${timeOf(free.from)} to ${timeOf(free.to)}`;
}

function textOf(shown: readonly Line[], named: string): readonly string[] {
  return shown.flatMap((line, index) => {
    const day = isNamed(line, shown[index - 1], named) ? [] : [dayOf(line)];
    if (!('session' in line)) return [...day, `${describeTalk(line.talk)}.`];
    const { talk, slot } = line.session;
    const where = slot.rooms.length === 0 ? '' : ` ${slot.rooms.join(', ')}`;
    const by = talk.speakers.length === 0 ? '' : `, ${speakerNames(talk.speakers)}`;
    const overlaps = overlapLine(line.overlaps).flatMap(inline =>
      inline.type === 'text' ? inline.text : [],
    );
    const notes = [overlaps.join(''), freeLine(line) ?? ''].filter(Boolean).map(note => `${note}.`);
    return [...day, [`${formatStart(slot)}${where}: ${talkTitle(talk)}${by}.`, ...notes].join(' ')];
  });
}
