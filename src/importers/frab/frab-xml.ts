import { pluralise } from '../../text/display.ts';
import type { Format, ReadResult } from '../format.ts';
import type { RawPerson } from '../reading/people.ts';
import { createReport, type Report } from '../reading/report.ts';
import { readConference } from './conference.ts';
import { type FrabEvent, type FrabLink, readEvents } from './event.ts';
import { escapeInlineHtml } from './inline-html.ts';
import { areDaysCounted, chooseRoom, type FrabDay, readDayChange } from './slot.ts';
import {
  attributeOf,
  childrenOf,
  childText,
  createLineFinder,
  type Element,
  innerText,
  NO_ELEMENT,
  parseXml,
  rootName,
} from './xml.ts';

/** The schedule.xml that Pentabarf introduced and that frab, pretalx, wafer, OSEM, the C3 hub and FOSDEM write. */
export const frabXml: Format = {
  name: 'frab-xml',
  label: 'schedule.xml and schedule.json from pretalx, frab and similar programs',
  recognises: text => rootName(text) === 'schedule',
  read: readSchedule,
};

/** More than any conference has. */
const EVENTS_MAX = 50_000;

/** Characters; six times the largest real file. */
const LENGTH_MAX = 2 ** 24;

function readSchedule(text: string, path: string): ReadResult {
  const report = createReport(path);
  if (text.length > LENGTH_MAX) {
    report.fail({}, 'The file is longer than 16 MB, which no schedule is; it was not read.');
    return { problems: report.problems };
  }
  const xml = escapeInlineHtml(cutAtLimit(text, report));
  const { schedule, placed, open } = parseSchedule(xml);
  if (typeof schedule === 'string') {
    report.fail({}, `${schedule}; it was not read.`);
    return { problems: report.problems };
  }
  reportOpen(open, xml, report);
  const conference = childrenOf(schedule, 'conference')[0] ?? NO_ELEMENT;
  const baseUrl = childText(conference, 'base_url');
  if (placed.length === 0) report.warn({}, 'The schedule has no events.');
  const talks = readEvents(completeEvents(placed, schedule, childText(conference, 'day_change')), {
    baseUrl,
    countsDays: areDaysCounted(placed.map(({ event }) => event.time.duration)),
    report,
  });
  const known = {
    title: childText(conference, 'title'),
    url: childText(conference, 'url'),
    baseUrl,
    timeZone: childText(conference, 'time_zone_name'),
  };
  return {
    talks,
    ...readConference(known, talks, report),
    withheld: report.withheld,
    problems: report.problems,
  };
}

function reportOpen(open: readonly Element[], xml: string, report: Report): void {
  const [first] = [...open].sort((a, b) => a.start - b.start);
  if (first === undefined) return;
  const more = open.length === 1 ? '' : `, here and at ${pluralise(open.length - 1, 'more tag')}`;
  report.fail(
    { line: createLineFinder(xml)(first) },
    `<${first.name}> has no end${more}; what follows it may be read wrongly.`,
  );
}

/** Reports a missing end, over which the parser reads on, and cuts the text at the limit of events. */
function cutAtLimit(text: string, report: Report): string {
  if (!/<\/schedule\s*>\s*(?:<!--|$)|<schedule[^<>]*\/>\s*$/.test(text.slice(-1000)))
    report.fail(
      { line: text.trimEnd().split('\n').length },
      'The file ends too early; what follows is missing.',
    );
  let [end, events] = [-1, -1];
  do {
    end = text.indexOf('<event', end + 1);
    events++;
  } while (end >= 0 && events < EVENTS_MAX);
  if (end < 0) return text;
  report.fail(
    { line: text.slice(0, end).split('\n').length },
    'The file has more than 50,000 events; the rest were left out.',
  );
  return text.slice(0, end);
}

/** An event as its own element has it, and the day that it stands under. */
interface PlacedEvent {
  readonly event: FrabEvent;
  readonly day: Element;
}

/** Reads each event as soon as it ends, wherever it stands, so that the tree holds what is around events only. */
function parseSchedule(xml: string): {
  readonly schedule: Element | string;
  readonly placed: readonly PlacedEvent[];
  /** Elements without an end. */
  readonly open: readonly Element[];
} {
  const placed: PlacedEvent[] = [];
  const open: Element[] = [];
  const lineOf = createLineFinder(xml);
  const take = (element: Element, around: readonly Element[]) => {
    if (element.name !== 'event' || around.some(({ name }) => name === 'event')) return false;
    const room = around.findLast(({ name }) => name === 'room') ?? NO_ELEMENT;
    const day = around.findLast(({ name }) => name === 'day') ?? NO_ELEMENT;
    placed.push({ event: readEvent(element, lineOf(element), attributeOf(room, 'name')), day });
    return true;
  };
  const schedule = parseXml(xml, 'schedule', { take, reportOpen: element => open.push(element) });
  return { schedule, placed, open };
}

/** Adds what the schedule says elsewhere: when days change, and who its persons are. */
function* completeEvents(
  placed: readonly PlacedEvent[],
  schedule: Element,
  dayChange: string,
): Generator<FrabEvent> {
  const bios = collectBios(schedule);
  for (const { event, day } of placed) {
    const persons = event.persons.map(person => ({ ...person, bio: bios.get(person.id) ?? '' }));
    yield { ...event, persons, time: { ...event.time, day: readDay(day, dayChange) } };
  }
}

function readDay(day: Element, conferenceChange: string): FrabDay {
  const date = attributeOf(day, 'date');
  return { date, change: readDayChange({ conferenceChange, date, end: attributeOf(day, 'end') }) };
}

/** Without its day, and its persons without the bios that stand elsewhere. */
function readEvent(event: Element, line: number, roomAround: string): FrabEvent {
  return {
    line,
    code: attributeOf(event, 'code'),
    id: attributeOf(event, 'id'),
    guid: attributeOf(event, 'guid'),
    title: childText(event, 'title'),
    texts: ['subtitle', 'abstract', 'description'].map(name => childText(event, name)),
    type: childText(event, 'type'),
    track: childText(event, 'track'),
    language: childText(event, 'language'),
    state: childText(event, 'state') || childText(event, 'status'),
    persons: findWithin(event, 'persons', 'person').map(readPerson),
    url: childText(event, 'url'),
    links: readLinks(event),
    time: {
      date: childText(event, 'date'),
      start: childText(event, 'start'),
      duration: childText(event, 'duration'),
      end: childText(event, 'end'),
      room: chooseRoom(childText(event, 'room'), roomAround),
      day: NO_DAY,
    },
  };
}

const NO_DAY: FrabDay = { date: '', change: '' };

/** FOSDEM lists all persons once more with their bios, after the days (since 2026). */
function collectBios(schedule: Element): ReadonlyMap<string, string> {
  const bios = new Map<string, string>();
  for (const person of findWithin(schedule, 'persons', 'person')) {
    const bio = [childText(person, 'biography'), childText(person, 'extended_biography')].filter(
      text => text !== '',
    );
    for (const id of idsOf(person)) bios.set(id, [...new Set(bio)].join('\n\n'));
  }
  return bios;
}

function readPerson(person: Element): RawPerson {
  const [id = ''] = idsOf(person);
  return { id, name: innerText(person), bio: '' };
}

/** In order of preference: pretalx' code is the same in all of its exports. */
function idsOf(person: Element): readonly string[] {
  return ['code', 'guid', 'id'].map(name => attributeOf(person, name)).filter(id => id !== '');
}

function readLinks(event: Element): readonly FrabLink[] {
  const named = [...findWithin(event, 'links', 'link'), ...findWithin(event, 'attachments', 'attachment')];
  const recordings = [
    ...childrenOf(event, 'recording').flatMap(recording => [
      childText(recording, 'url'),
      childText(recording, 'link'),
    ]),
    childText(event, 'video_download_url'),
  ];
  const links = [
    ...named.map(link => ({
      url: attributeOf(link, 'href'),
      title: innerText(link),
      type: attributeOf(link, 'type'),
    })),
    ...recordings.map(url => ({ url, title: 'Recording', type: 'video' })),
    { url: childText(event, 'feedback_url'), title: 'Feedback', type: 'feedback' },
  ];
  return links.filter(({ url }) => url !== '');
}

/** Finds elements within a container, which may be missing or repeated. */
function findWithin(element: Element, container: string, name: string): readonly Element[] {
  return childrenOf(element, container).flatMap(list => childrenOf(list, name));
}
