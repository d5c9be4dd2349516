import { Temporal } from 'temporal-polyfill';
import type { Conference } from '../programme/conference.ts';
import { listWholeDays, placeMoment } from '../programme/moment.ts';
import type { Problem } from '../programme/problem.ts';
import type { Programme } from '../programme/programme.ts';
import type { Link, Slot, Talk } from '../programme/talk.ts';
import { compare, groupByEach, guidOf } from '../text/keys.ts';
import { toUri } from './escape.ts';
import { describeLoss } from './export-result.ts';
import { acronymOf, createNumbering, numberOf, slugOf } from './ids.ts';

/** A talk in one slot and one room; frab calls it an event. */
export interface ScheduledEvent {
  readonly talk: Talk;
  /** Empty if the slot has none. */
  readonly room: string;
  /** Marked if the talk is cancelled, because the formats have no field for that. */
  readonly title: string;
  readonly slot: Slot;
  /** Only those with URLs that the schemas accept. */
  readonly links: readonly Link[];
  /** Zero if the end is unknown. */
  readonly seconds: number;
  /** The same for all events of a talk; `number` is the event's own. */
  readonly talkNumber: number;
  readonly number: number;
  readonly guid: string;
  readonly slug: string;
  readonly isFirst: boolean;
}

export interface ScheduledDay {
  readonly date: string;
  /** ISO 8601 with offset. */
  readonly start: string;
  readonly end: string;
  readonly rooms: ReadonlyMap<string, readonly ScheduledEvent[]>;
}

export interface Schedule {
  /** The beginning of each slug. */
  readonly acronym: string;
  readonly days: readonly ScheduledDay[];
  /** The talks on those days, each once. */
  readonly talks: readonly Talk[];
  readonly problems: readonly Problem[];
}

/** Arranges all talks with a time by day and room. A talk without a time, or with one of unknown zone, is a problem. */
export function buildSchedule(programme: Programme): Schedule {
  const acronym = acronymOf(programme.conference.name);
  const problems: Problem[] = [];
  const events = buildEvents(programme, acronym, problems);
  events.sort((a, b) => compare(a.slot.start, b.slot.start));
  const byDay = groupByEach(events, ({ slot }) => [slot.day]);
  const days = [...byDay].sort(([a], [b]) => compare(a, b));
  return {
    acronym,
    days: days.map(([date, own]) => buildDay(date, own, programme)),
    talks: [...new Set(events.map(event => event.talk))],
    problems,
  };
}

function buildEvents(
  { talks, conference }: Programme,
  acronym: string,
  problems: Problem[],
): ScheduledEvent[] {
  const number = createNumbering(talks.flatMap(talk => numberOf(talk) ?? []));
  return talks.flatMap(talk => {
    const talkNumber = numberOf(talk) ?? number(talk.id);
    const links = keepWebLinks(talk, problems);
    const places = keepInstantSlots(talk, conference, problems).flatMap(slot =>
      roomsOf(slot).map(room => ({ slot, room })),
    );
    return places.map(({ slot, room }, nth) => {
      const own = nth === 0 ? talkNumber : number(talk.id, `${nth}`);
      return {
        talk,
        slot,
        room,
        links,
        title: talk.status === 'cancelled' ? `CANCELLED: ${talk.title}` : talk.title,
        seconds: readSeconds(talk, slot, problems),
        talkNumber,
        number: own,
        guid: guidOf(conference.name ?? '', talk.id, `${nth}`),
        slug: `${acronym}-${own}-${slugOf(talk.title).padEnd(2, 'x')}`,
        isFirst: nth === 0,
      };
    });
  });
}

/** All day is written from midnight to midnight, as readers expect it. */
function keepInstantSlots(talk: Talk, { timeZone }: Conference, problems: Problem[]): readonly Slot[] {
  const known = talk.slots.filter(({ untimed }) => untimed !== 'to come');
  const slots = known
    .map(slot => (slot.untimed === undefined ? slot : writeWholeDay(slot, timeZone)))
    .filter(slot => slot.start.length > 19);
  if (known.length === 0)
    problems.push(describeLoss(talk, 'error', 'It has no time, and a schedule needs one; it was left out.'));
  else if (slots.length < known.length)
    problems.push(
      describeLoss(
        talk,
        'error',
        'Its time has no zone, and a schedule needs one; it was left out. Set timeZone in conference.yml.',
      ),
    );
  return slots;
}

function writeWholeDay({ day, rooms }: Slot, timeZone: string | undefined): Slot {
  const midnight = (date: string) => placeMoment(`${date}T00:00:00`, timeZone) ?? date;
  return { start: midnight(day), end: midnight(nextDate(day)), rooms, day };
}

function nextDate(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

function roomsOf(slot: Slot): readonly string[] {
  return slot.rooms.length === 0 ? [''] : slot.rooms;
}

const DAY_SECONDS = 24 * 60 * 60;

function keepWebLinks(talk: Talk, problems: Problem[]): readonly Link[] {
  return talk.links.flatMap(link => {
    const url = toUri(link.url);
    if (url !== undefined) return { ...link, url };
    problems.push(
      describeLoss(
        talk,
        'warning',
        `"${link.url.slice(0, 80)}" is not a web address; that link was left out.`,
      ),
    );
    return [];
  });
}

/**
 * Finds the URL of a talk's own page, by the title that importers give it. Readers take the talk's code from the URL of
 * a pretalx page, so a page with the code of another talk is passed over.
 */
export function findTalkPage({ talk, links }: ScheduledEvent): string | undefined {
  const isPage = ({ kind, title }: Link) => kind === 'web' && title === 'Talk page';
  return links
    .filter(isPage)
    .find(({ url }) => (/\/talk\/([A-Z\d]{6})\/$/.exec(url)?.[1] ?? talk.id) === talk.id)?.url;
}

function readSeconds(talk: Talk, { start, end }: Slot, problems: Problem[]): number {
  if (end === undefined) return 0;
  const seconds = end.length > 19 ? Temporal.Instant.from(start).until(end).total('seconds') : 0;
  if (seconds > 0 && seconds <= DAY_SECONDS) return seconds;
  // The day on which clocks go back has 25 hours.
  if (listWholeDays(start, end).length === 1) return DAY_SECONDS;
  problems.push(
    describeLoss(
      talk,
      'warning',
      `${end} cannot be the end of a slot that starts at ${start}; it was written without one.`,
    ),
  );
  return 0;
}

/** A day ends when the next one begins, in the conference's zone. */
function buildDay(date: string, events: readonly ScheduledEvent[], { conference }: Programme): ScheduledDay {
  const { timeZone, dayStart } = conference;
  const offset = events[0]?.slot.start.slice(19) ?? 'Z';
  const begins = (day: string) => {
    const time = `${day}T${dayStart}:00`;
    return (timeZone === undefined ? undefined : placeMoment(time, timeZone)) ?? time + offset;
  };
  return {
    date,
    start: begins(date),
    end: begins(nextDate(date)),
    rooms: groupByEach(events, ({ room }) => [room]),
  };
}
