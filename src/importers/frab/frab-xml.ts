import { pluralise } from '../../text/display.ts';
import type { Format, ReadResult } from '../format.ts';
import type { RawPerson } from '../reading/people.ts';
import { createReport, type Report } from '../reading/report.ts';
import { readConference } from './conference.ts';
import { type FrabEvent, type FrabLink, readEvents } from './event.ts';
import { escapeInlineHtml } from './inline-html.ts';
import { chooseRoom, type FrabDay, readDayChange } from './slot.ts';
import {
  attributeOf,
  childrenOf,
  childText,
  createLineFinder,
  type Element,
  innerText,
  listChildren,
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
  const open: Element[] = [];
  const schedule = parseXml(xml, 'schedule', element => open.push(element));
  if (typeof schedule === 'string') {
    report.fail({}, `${schedule}; it was not read.`);
    return { problems: report.problems };
  }
  reportOpen(open, xml, report);
  const conference = childrenOf(schedule, 'conference')[0] ?? NO_ELEMENT;
  const baseUrl = childText(conference, 'base_url');
  const events = listEvents(schedule, conference, createLineFinder(xml));
  if (events.length === 0) report.warn({}, 'The schedule has no events.');
  const talks = readEvents(events, { baseUrl, report });
  const known = {
    title: childText(conference, 'title'),
    url: childText(conference, 'url'),
    baseUrl,
    timeZone: childText(conference, 'time_zone_name'),
  };
  return { talks, ...readConference(known, talks, report), problems: report.problems };
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

function listEvents(
  schedule: Element,
  conference: Element,
  lineOf: (element: Element) => number,
): readonly FrabEvent[] {
  const bios = collectBios(schedule);
  const dayChange = childText(conference, 'day_change');
  return findEvents(schedule, { room: '', day: readDay(NO_ELEMENT, dayChange), dayChange }).map(
    ({ event, room, day }) => ({
      ...readEvent(event, bios),
      line: lineOf(event),
      time: { ...readTime(event), room: chooseRoom(childText(event, 'room'), room), day },
    }),
  );
}

interface Place {
  /** Empty outside of a room with a name. */
  readonly room: string;
  readonly day: FrabDay;
  readonly dayChange: string;
}

/** Finds events in rooms and days, and those that stand outside of a room or a day. */
function findEvents(element: Element, place: Place): (Place & { readonly event: Element })[] {
  return listChildren(element).flatMap(child => {
    if (child.name === 'event') return [{ ...place, event: child }];
    if (child.name === 'day') return findEvents(child, { ...place, day: readDay(child, place.dayChange) });
    const isRoom = child.name === 'room';
    return findEvents(child, isRoom ? { ...place, room: attributeOf(child, 'name') } : place);
  });
}

function readDay(day: Element, conferenceChange: string): FrabDay {
  const date = attributeOf(day, 'date');
  return { date, change: readDayChange({ conferenceChange, date, end: attributeOf(day, 'end') }) };
}

function readTime(event: Element) {
  return {
    date: childText(event, 'date'),
    start: childText(event, 'start'),
    duration: childText(event, 'duration'),
    end: childText(event, 'end'),
  };
}

function readEvent(event: Element, bios: ReadonlyMap<string, string>): Omit<FrabEvent, 'time'> {
  return {
    code: attributeOf(event, 'code'),
    id: attributeOf(event, 'id'),
    guid: attributeOf(event, 'guid'),
    title: childText(event, 'title'),
    texts: ['subtitle', 'abstract', 'description'].map(name => childText(event, name)),
    type: childText(event, 'type'),
    track: childText(event, 'track'),
    language: childText(event, 'language'),
    persons: findWithin(event, 'persons', 'person').map(person => readPerson(person, bios)),
    url: childText(event, 'url'),
    links: readLinks(event),
  };
}

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

function readPerson(person: Element, bios: ReadonlyMap<string, string>): RawPerson {
  const [id = ''] = idsOf(person);
  return { id, name: innerText(person), bio: bios.get(id) ?? '' };
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
  return [
    ...named.map(link => ({
      url: attributeOf(link, 'href'),
      title: innerText(link),
      type: attributeOf(link, 'type'),
    })),
    ...recordings.map(url => ({ url, title: 'Recording', type: 'video' })),
    { url: childText(event, 'feedback_url'), title: 'Feedback', type: 'feedback' },
  ];
}

/** Finds elements within a container, which may be missing or repeated. */
function findWithin(element: Element, container: string, name: string): readonly Element[] {
  return childrenOf(element, container).flatMap(list => childrenOf(list, name));
}
