import type { Format, ReadResult } from '../format.ts';
import { cleanLine } from '../reading/clean.ts';
import { maskEmails } from '../reading/contacts.ts';
import { readLink } from '../reading/links.ts';
import { createReport, type Report } from '../reading/report.ts';
import { createTalkReader, type IcsEvent } from './event.ts';
import { groupEvents } from './group-events.ts';
import { findProperty, findValue, type IcsCalendar, parseCalendar } from './lines.ts';
import { separateChanges } from './series-changes.ts';
import { readSummaries } from './summary.ts';
import { keepNewest } from './versions.ts';
import { readZones } from './zones.ts';

/** A whole programme as a calendar: from Sched, pretalx, PyCon US or Lectern, or made by hand. */
export const icalendar: Format = {
  name: 'icalendar',
  label: 'calendars (.ics)',
  recognises: text => {
    const beginning = text.slice(0, 1000);
    // To look for the word first takes a fraction of the time.
    return /VCALENDAR/i.test(beginning) && /^\s*BEGIN:VCALENDAR\s*$/im.test(beginning);
  },
  read: readCalendar,
};

/** More than any conference has, and few enough to be read in a second or two. */
const EVENTS_MAX = 20_000;

/** Characters; twenty times the largest real file. */
const LENGTH_MAX = 16 * 2 ** 20;

function readCalendar(text: string, path: string): ReadResult {
  const report = createReport(path);
  if (text.length > LENGTH_MAX) {
    report.fail({}, 'The file is longer than 16 MB, which no calendar is; it was not read.');
    return { problems: report.problems };
  }
  const whole = parseCalendar(text);
  const calendar = { ...whole, events: whole.events.slice(0, EVENTS_MAX) };
  reportCalendar(whole, report);
  const zones = readZones(calendar);
  const events = keepPublic(keepNewest(listEvents(calendar), zones), report);
  reportRanges(events, report);
  const readTalk = createTalkReader(calendar, { zones, report });
  const talks = groupEvents(events)
    .flatMap(separateChanges)
    .flatMap(talk => readTalk(talk) ?? []);
  for (const zone of zones.unknown)
    report.warn(
      {},
      `The time zone "${zone.slice(0, 60)}" is unknown; its times were read in the conference's own zone.`,
    );
  for (const sentence of zones.disputed.values()) report.warn({}, sentence);
  return {
    talks,
    conferenceName: conferenceNameOf(calendar),
    timeZone: zones.main,
    conferenceUrl: readLink({ url: findValue(calendar.properties, 'url') })?.url,
    withheld: report.withheld,
    problems: report.problems,
  };
}

function reportCalendar({ events, strayAt, unclosedAt, isCutOff }: IcsCalendar, report: Report): void {
  const [stray] = strayAt;
  if (stray !== undefined)
    report.warn(
      { line: stray },
      strayAt.length === 1
        ? 'One line is not part of the calendar format; it was left out.'
        : `${strayAt.length} lines are not part of the calendar format; they were left out.`,
    );
  if (unclosedAt !== undefined)
    report.fail({ line: unclosedAt }, 'The file ends inside this event; it was read up to there.');
  else if (isCutOff)
    report.fail(
      { line: events.at(-1)?.line },
      'The calendar has no END:VCALENDAR; what follows this event may be missing.',
    );
  if (events.length === 0) report.fail({}, 'The calendar has no events.');
  const beyond = events[EVENTS_MAX];
  if (beyond !== undefined)
    report.fail({ line: beyond.line }, 'The calendar has more than 20,000 events; the rest were left out.');
}

/** A change of all later times would need the series to be split; only the one time that it names is changed. */
function reportRanges(events: readonly IcsEvent[], report: Report): void {
  for (const { block, title } of events) {
    const change = findProperty(block.properties, 'recurrence-id');
    if (change?.parameters.get('range')?.toUpperCase() === 'THISANDFUTURE')
      report.fail(
        { line: block.line, item: cleanLine(title) },
        'It changes all later times of its series (RANGE=THISANDFUTURE), which Lectern does not read; only the time that it names is changed. Write the later times as a series of their own.',
      );
  }
}

function listEvents(calendar: IcsCalendar): readonly IcsEvent[] {
  const summaries = readSummaries(calendar);
  return calendar.events.flatMap((block, at) => {
    const summary = summaries[at];
    return summary === undefined ? [] : { block, summary, title: summary.title };
  });
}

/** Leaves out what a calendar marks as private or confidential. */
function keepPublic(events: readonly IcsEvent[], report: Report): readonly IcsEvent[] {
  const isPrivate = ({ block }: IcsEvent) =>
    /^(?:private|confidential)$/i.test(findValue(block.properties, 'class').trim());
  const others = events.filter(isPrivate);
  if (others.length === 0) return events;
  for (const { title } of others) report.withhold({ id: '', title, names: '' });
  report.warn({}, `Left out because private: ${others.length}.`);
  return events.filter(event => !isPrivate(event));
}

/** A calendar is often called by its owner's e-mail address. Sched puts its own short name into X-WR-CALNAME and the conference's into PRODID; others do the opposite. */
function conferenceNameOf({ properties }: IcsCalendar): string | undefined {
  const [, ofSched = ''] = /^-\/\/Sched\.com (.+?)\/\//.exec(findValue(properties, 'prodid')) ?? [];
  const names = [ofSched, ...['x-wr-calname', 'name'].map(key => findValue(properties, key))];
  return names.map(cleanLine).find(name => name !== '' && maskEmails(name) === name);
}
