import type { Format, Reading } from '../format.ts';
import type { RawPerson } from '../reading/people.ts';
import { type Report, reportOn } from '../reading/report.ts';
import { readConference } from './conference.ts';
import { type FrabEvent, type FrabLink, readEvents } from './event.ts';
import type { FrabDay } from './slot.ts';
import { attributeOf, childrenOf, type Element, linesOf, ownText, readXml, rootOf, textIn } from './xml.ts';

/** The schedule.xml that Pentabarf began and that frab, pretalx, wafer, OSEM, the C3 hub and FOSDEM write. */
export const frabXml: Format = {
  name: 'frab-xml',
  label: 'schedule.xml and schedule.json of pretalx, frab and their kin',
  recognises: text => rootOf(text) === 'schedule',
  read: readSchedule,
};

/** More than any conference has, and little enough to be read in a few seconds. */
const EVENTS_MAX = 50_000;

/** Six times what the largest of real ones has; to parse takes some forty times as much memory. */
const LENGTH_MAX = 2 ** 24;

function readSchedule(text: string, path: string): Reading {
  const report = reportOn(path);
  if (text.length > LENGTH_MAX) {
    report.fail({}, 'The file is longer than 16 megabytes, which no schedule is; it was not read.');
    return { problems: report.problems };
  }
  const schedule = readXml(reportedCut(text, report), 'schedule');
  if (typeof schedule === 'string') {
    report.fail({}, `${schedule}; it was not read.`);
    return { problems: report.problems };
  }
  const conference = childrenOf(schedule, 'conference')[0] ?? {};
  const baseUrl = textIn(conference, 'base_url');
  const events = eventsIn(schedule, conference, linesOf(text));
  if (events.length === 0) report.warn({}, 'The schedule has no events.');
  const talks = readEvents(events, { baseUrl, report });
  const known = {
    title: textIn(conference, 'title'),
    url: textIn(conference, 'url'),
    baseUrl,
    timeZone: textIn(conference, 'time_zone_name'),
  };
  return { talks, ...readConference(known, talks, report), problems: report.problems };
}

/** The parser reads on over a missing end, so that a file whose end got lost is still good for what is there. */
function reportedCut(text: string, report: Report): string {
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
    'The file has more than 50,000 events; from here on they were left out.',
  );
  return text.slice(0, end);
}

function eventsIn(
  schedule: Element,
  conference: Element,
  lineOf: (element: Element) => number | undefined,
): readonly FrabEvent[] {
  const bios = biosIn(schedule);
  return childrenOf(schedule, 'day').flatMap(element => {
    const day = readDay(element, textIn(conference, 'day_change'));
    return childrenOf(element, 'room').flatMap(room =>
      childrenOf(room, 'event').map(event => ({
        ...eventOf(event, bios),
        line: lineOf(event),
        time: { ...timeIn(event), room: textIn(event, 'room') || attributeOf(room, 'name'), day },
      })),
    );
  });
}

/** A day changes when the conference says, else when the day itself ends, else at midnight. */
function readDay(day: Element, change: string): FrabDay {
  const clock = [change, attributeOf(day, 'end').slice(11)].find(text => /^\d\d:\d\d/.test(text));
  return { date: attributeOf(day, 'date'), change: clock?.slice(0, 5) ?? '00:00' };
}

function timeIn(event: Element) {
  return {
    date: textIn(event, 'date'),
    start: textIn(event, 'start'),
    duration: textIn(event, 'duration'),
    end: textIn(event, 'end'),
  };
}

function eventOf(event: Element, bios: ReadonlyMap<string, string>): Omit<FrabEvent, 'time'> {
  return {
    code: attributeOf(event, 'code'),
    id: attributeOf(event, 'id'),
    guid: attributeOf(event, 'guid'),
    title: textIn(event, 'title'),
    texts: ['subtitle', 'abstract', 'description'].map(name => textIn(event, name)),
    type: textIn(event, 'type'),
    track: textIn(event, 'track'),
    language: textIn(event, 'language'),
    persons: within(event, 'persons', 'person').map(person => personOf(person, bios)),
    url: textIn(event, 'url'),
    links: linksIn(event),
  };
}

/** Since 2026 FOSDEM lists all persons once more with their bios, after the days. */
function biosIn(schedule: Element): ReadonlyMap<string, string> {
  const bios = new Map<string, string>();
  for (const person of within(schedule, 'persons', 'person')) {
    const bio = [textIn(person, 'biography'), textIn(person, 'extended_biography')].filter(
      text => text !== '',
    );
    for (const id of idsOf(person)) bios.set(id, [...new Set(bio)].join('\n\n'));
  }
  return bios;
}

function personOf(person: Element, bios: ReadonlyMap<string, string>): RawPerson {
  const [id = ''] = idsOf(person);
  return { id, name: ownText(person), bio: bios.get(id) ?? '' };
}

/** Best first: pretalx' code is the same in all that it exports. */
function idsOf(person: Element): readonly string[] {
  return ['code', 'guid', 'id'].map(name => attributeOf(person, name)).filter(id => id !== '');
}

function linksIn(event: Element): readonly FrabLink[] {
  const named = [...within(event, 'links', 'link'), ...within(event, 'attachments', 'attachment')];
  const recordings = [
    ...childrenOf(event, 'recording').flatMap(recording => [
      textIn(recording, 'url'),
      textIn(recording, 'link'),
    ]),
    textIn(event, 'video_download_url'),
  ];
  return [
    ...named.map(link => ({
      url: attributeOf(link, 'href'),
      title: ownText(link),
      type: attributeOf(link, 'type'),
    })),
    ...recordings.map(url => ({ url, title: 'Recording', type: 'video' })),
    { url: textIn(event, 'feedback_url'), title: 'Feedback', type: 'feedback' },
  ];
}

/** The elements within a container, of which there may be none, one, or by mistake several. */
function within(element: Element, container: string, name: string): readonly Element[] {
  return childrenOf(element, container).flatMap(list => childrenOf(list, name));
}
