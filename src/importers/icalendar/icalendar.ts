import type { Format, Reading } from '../format.ts';
import { cleanLine } from '../reading/clean.ts';
import { readLink } from '../reading/links.ts';
import { type Report, reportOn } from '../reading/report.ts';
import { type IcsEvent, icsTalkReader } from './event.ts';
import { icsTalks } from './group-events.ts';
import { type IcsCalendar, icsCalendar, valueIn } from './lines.ts';
import { icsSummaries } from './summary.ts';
import { icsZones } from './zones.ts';

/** A whole programme as a calendar: Sched's, pretalx's, PyCon US's, Lectern's own, or one made by hand. */
export const icalendar: Format = {
  name: 'icalendar',
  label: 'calendars (.ics)',
  recognises: text => /^\s*BEGIN:VCALENDAR\s*$/im.test(text.slice(0, 1000)),
  read: readCalendar,
};

/** More than any conference has, and little enough to be read in a second or two. */
const EVENTS_MAX = 20_000;

/** Characters; twenty times what the largest of real ones has. */
const LENGTH_MAX = 16 * 2 ** 20;

function readCalendar(text: string, path: string): Reading {
  const report = reportOn(path);
  if (text.length > LENGTH_MAX) {
    report.fail({}, 'The file is longer than 16 MB, which no calendar is; it was not read.');
    return { problems: report.problems };
  }
  const whole = icsCalendar(text);
  const calendar = { ...whole, events: whole.events.slice(0, EVENTS_MAX) };
  reportCalendar(whole, report);
  const events = eventsOf(calendar);
  const zones = icsZones(calendar);
  const readTalk = icsTalkReader(calendar, { zones, report });
  const talks = icsTalks(events).flatMap(talk => readTalk(talk) ?? []);
  for (const zone of zones.unknown)
    report.warn(
      {},
      `Nobody knows the time zone "${zone.slice(0, 60)}"; its times were read as the conference's own.`,
    );
  return {
    talks,
    conferenceName: nameOf(calendar),
    timeZone: zones.main,
    conferenceUrl: readLink({ url: valueIn(calendar.properties, 'url') })?.url,
    problems: report.problems,
  };
}

function reportCalendar({ events, strayAt, unclosedAt }: IcsCalendar, report: Report): void {
  const [stray] = strayAt;
  if (stray !== undefined)
    report.warn(
      { line: stray },
      strayAt.length === 1
        ? 'A line is no line of a calendar; it was left out.'
        : `${strayAt.length} lines are no lines of a calendar; they were left out.`,
    );
  if (unclosedAt !== undefined)
    report.warn({ line: unclosedAt }, 'The file ends within this event; it was read as far as it goes.');
  if (events.length === 0) report.fail({}, 'The calendar holds no events.');
  const beyond = events[EVENTS_MAX];
  if (beyond !== undefined)
    report.fail(
      { line: beyond.line },
      'The calendar has more than 20,000 events; from here on they were left out.',
    );
}

function eventsOf(calendar: IcsCalendar): readonly IcsEvent[] {
  const summaries = icsSummaries(calendar);
  return calendar.events.flatMap((block, at) => {
    const summary = summaries[at];
    return summary === undefined ? [] : { block, summary, title: summary.title };
  });
}

/** Sched has its own short name for an event where others have the event's, and the event's where others have their own. */
function nameOf({ properties }: IcsCalendar): string | undefined {
  const [, ofSched = ''] = /^-\/\/Sched\.com (.+?)\/\//.exec(valueIn(properties, 'prodid')) ?? [];
  const names = [ofSched, ...['x-wr-calname', 'name'].map(key => valueIn(properties, key))];
  return names.map(cleanLine).find(name => name !== '');
}
