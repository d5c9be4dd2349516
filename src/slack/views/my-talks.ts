import type { types } from '@slack/bolt';
import { type Answering, starredBy } from '../../conversation/context.ts';
import type { MineAnswer, ShownTalks } from '../../conversation/mine/my-talks.ts';
import { pageWithin, SESSIONS_A_PAGE } from '../../conversation/paging.ts';
import type { MySession } from '../../people/my-talks.ts';
import { dateOf, formatDay, formatTimes, timeOf } from '../../programme/moment.ts';
import type { Session } from '../../programme/sessions.ts';
import type { Talk } from '../../programme/talk.ts';
import { pluralise, shorten } from '../../text/display.ts';
import { boldMessage, type Message, message } from './blocks/message.ts';
import { pageButtons, rangeOf } from './blocks/paging.ts';
import { aside, bold, header, type Inline, plain, richText } from './blocks/rich-text.ts';
import { calendarButtons } from './calendar/calendar-button.ts';
import { factsLine, speakerNames } from './facts-line.ts';
import { describeTalk } from './results.ts';
import { type RowContext, rowButtons, talkTitle } from './row.ts';
import { widerButtons } from './search-buttons.ts';
import { bothClocks, joinParts, listedTime } from './when-and-where.ts';

const TITLE_LENGTH = 60;
const HEADING_LENGTH = 150;

/** A line of the list: one of a talk's sessions in a group, or a talk without a time. */
export type MyLine = (MySession & { readonly group: string }) | { readonly talk: Talk };

/** A person's own schedule: their talks by day, with free times, and those at the same time called out. */
export function myTalksMessage(answer: MineAnswer, context: Answering, offset = answer.first): Message {
  const { mine, asked, wider } = answer;
  if (mine === undefined) return boldMessage(noStarsHere(context));
  const { reader, programme } = context;
  const lines = linesIn(mine);
  const { wish } = answer.request;
  // The calendar has all talks of the person, and free time is none.
  const beside = wish === 'talks' || wish === 'calendar' ? calendarButtons({ ...answer, context }) : [];
  const notes = [
    ...answer.notes,
    ...calendarNotes(answer, lines.length, beside.length > 0),
    ...missingNotes(mine),
  ];
  if (lines.length === 0 && notes.length === 0 && starredBy(reader, programme).size === 0)
    return boldMessage(NONE_YET);
  const { when } = answer.request;
  const named = 'day' in when ? formatDay(when.day) : undefined;
  const { kept = [] } = answer;
  const page = pageWithin({ query: asked, offset, kept }, lines.length);
  const shown = lines.slice(page.offset, page.offset + SESSIONS_A_PAGE);
  const heading = `${shorten(answer.title, HEADING_LENGTH)}${rangeOf(shown.length, { total: lines.length, offset: page.offset })}`;
  const row: RowContext = { reader, words: undefined, conference: programme.conference, days: 'above', page };
  const blocks: types.KnownBlock[] = [
    richText([joinParts([[bold(heading)], clocksOf(shown, context)])]),
    ...notes.map(note => aside(note)),
    ...widerButtons(wider),
    ...myRows(shown, named, row),
    ...pageButtons(page, {
      shown: shown.length,
      all: lines.length,
      size: SESSIONS_A_PAGE,
      paged: true,
      beside,
    }),
  ];
  return message(blocks, [heading, ...notes, ...textOf(shown, named)].join('\n'));
}

/** The talks of a person, each below its day unless that is `named` above. */
export function myRows(
  shown: readonly MyLine[],
  named: string | undefined,
  row: Pick<RowContext, 'reader' | 'conference' | 'page' | 'writer'>,
): types.KnownBlock[] {
  return shown.flatMap((line, index) => [
    ...headerAbove(line, shown[index - 1], named),
    richText(linesOf(line)),
    ...rowButtons('session' in line ? line.session.talk : line.talk, row),
  ]);
}

/** For a person who asks for their calendar: where they get it. */
function calendarNotes({ request }: MineAnswer, count: number, isOffered: boolean): readonly string[] {
  if (request.wish !== 'calendar' || count === 0) return [];
  return [
    isOffered
      ? 'Press Calendar below these talks for an address by which your calendar program follows them.'
      : 'Here Lectern has no address that calendar programs can reach. The details of each talk have buttons that put it into your calendar.',
  ];
}

function linesIn({ groups, unscheduled }: ShownTalks): readonly MyLine[] {
  return [
    ...groups.flatMap(({ heading, sessions }) => sessions.map(each => ({ ...each, group: heading }))),
    ...unscheduled.map(talk => ({ talk })),
  ];
}

function clocksOf(shown: readonly MyLine[], { programme, reader }: Answering): readonly Inline[] {
  const slots = shown.flatMap(line => ('session' in line ? [line.session.slot] : []));
  const { timeZone } = programme.conference;
  return bothClocks(slots, { timeZone, readerZone: reader.zone, style: 'weekday' });
}

const NONE_YET =
  'You have no talks yet. Press `Star` below a talk, in an answer to `/talk` or in its details, to add it here.';

function noStarsHere({ reader }: Answering): string {
  return reader.stars === 'unavailable'
    ? 'Lectern cannot use its database right now, so it does not know your talks. Please try again in a moment.'
    : 'Talks are starred in Slack, by the people who read them there: type `/talk mine` in Slack.';
}

function missingNotes({ missing }: ShownTalks): readonly string[] {
  if (missing === 0) return [];
  return [
    `${pluralise(missing, 'starred talk')} ${missing === 1 ? 'is' : 'are'} no longer in the programme.`,
  ];
}

function dayOf(line: MyLine): string {
  return 'session' in line ? formatDay(dateOf(line.session.slot.start)) : 'Not scheduled';
}

/** The group and the day of a line, unless they stand above it already: over the line before, or, the `named` day, in the title. */
function headingAbove(line: MyLine, before: MyLine | undefined, named: string | undefined): string {
  const groupOf = (one: MyLine | undefined) => (one !== undefined && 'session' in one ? one.group : '');
  const group = groupOf(line) === groupOf(before) ? '' : groupOf(line);
  const day = dayOf(line);
  const isNamed = day === (before === undefined ? named : dayOf(before));
  return [group, isNamed ? '' : day].filter(Boolean).join(', ');
}

function headerAbove(
  line: MyLine,
  before: MyLine | undefined,
  named: string | undefined,
): types.KnownBlock[] {
  const heading = headingAbove(line, before, named);
  return heading === '' ? [] : [header(heading)];
}

function linesOf(line: MyLine): readonly (readonly Inline[])[] {
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
    // A person who goes from one talk to the next wants to know when each ends; names can be cut.
    shortTime: listedTime(slot, 'above', 'with end'),
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

function textOf(shown: readonly MyLine[], named: string | undefined): readonly string[] {
  return shown.flatMap((line, index) => {
    const heading = headingAbove(line, shown[index - 1], named);
    const day = heading === '' ? [] : [heading];
    if (!('session' in line)) return [...day, `${describeTalk(line.talk)}.`];
    const { talk, slot } = line.session;
    const where = slot.rooms.length === 0 ? '' : ` ${slot.rooms.join(', ')}`;
    const by = talk.speakers.length === 0 ? '' : `, ${speakerNames(talk.speakers)}`;
    const overlaps = overlapLine(line.overlaps).flatMap(inline =>
      inline.type === 'text' ? inline.text : [],
    );
    const notes = [overlaps.join(''), freeLine(line) ?? ''].filter(Boolean).map(note => `${note}.`);
    return [...day, [`${formatTimes(slot)}${where}: ${talkTitle(talk)}${by}.`, ...notes].join(' ')];
  });
}
