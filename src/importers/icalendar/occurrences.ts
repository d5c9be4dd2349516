import { Temporal } from 'temporal-polyfill';
import { isDate, placeMoment } from '../../programme/moment.ts';
import type { IcsBlock, IcsProperty } from './lines.ts';
import { readRepeats } from './repeats.ts';
import { type IcsZones, toInstantKey } from './zones.ts';

/** One of the times of an event. */
export interface Occurrence {
  /** As written in the file: a date, or a time in UTC or on the clocks of the zone that `property` names. */
  readonly at: string;
  readonly property: IcsProperty;
  /** The end or the duration that an RDATE gives for this time alone. */
  readonly until?: string | undefined;
}

export interface SeriesContext {
  readonly zones: IcsZones;
  /** The last day of any event in the calendar. */
  readonly lastDay: string;
  /** The RECURRENCE-IDs of the times that other events replace. */
  readonly replaced: readonly IcsProperty[];
}

/**
 * Lists all times of an event: the first, those of its RRULEs and RDATEs, without those of its EXRULEs and EXDATEs and those that
 * other events replace. These name a time in UTC, in another zone or by its date, so instants are compared. `doubt` is a
 * whole sentence about times left out.
 */
export function listOccurrences(
  event: IcsBlock,
  start: IcsProperty,
  { zones, lastDay, replaced }: SeriesContext,
): { readonly occurrences: readonly Occurrence[]; readonly doubt: string | undefined } {
  const [first = ''] = start.values;
  const place = (at: string) => zones.place(at, start);
  const named = (name: string) => event.properties.filter(property => property.name === name);
  const readRules = (name: string) =>
    named(name).flatMap(({ rule }) =>
      rule === undefined ? [] : readRepeats(rule, { start: first, lastDay, place, zone: zones.main }),
    );
  const rules = readRules('rrule');
  const exceptions = readRules('exrule');
  const leftOut = exceptions.flatMap(({ times, isRead }) => (isRead ? [first, ...times] : []));
  const times = [first, ...rules.flatMap(rule => rule.times)].filter(time => !leftOut.includes(time));
  const own = [...new Set(times)].map(at => ({ at, property: start }));
  const isLeftOut = createMatcher([...named('exdate'), ...replaced], start, zones);
  const seen = new Set<string>();
  const occurrences = [...own, ...named('rdate').flatMap(date => readAdded(date, start))].filter(
    occurrence => {
      const key = toInstantKey(zones.place(occurrence.at, occurrence.property));
      if (seen.has(key) || isLeftOut(occurrence)) return false;
      seen.add(key);
      return true;
    },
  );
  const kept = exceptions.every(({ isRead }) => isRead)
    ? undefined
    : 'The times that its EXRULE leaves out cannot be read; they are listed. Write them as EXDATE.';
  return { occurrences, doubt: rules.map(rule => rule.doubt).find(doubt => doubt !== undefined) ?? kept };
}

/** A date added to a series of times is meant at its time; a time without a zone is in the zone of the start. */
function readAdded(property: IcsProperty, start: IcsProperty): readonly Occurrence[] {
  const [first = ''] = start.values;
  return property.values.flatMap((value): readonly Occurrence[] => {
    const [at = '', until] = value.split('/');
    if (isDate(first)) return [{ at: at.slice(0, 10), property: start }];
    if (isDate(at)) return [{ at: at + first.slice(10), property: start }];
    return [{ at, property: isFloating(at, property) ? start : property, until }];
  });
}

function createMatcher(
  named: readonly IcsProperty[],
  start: IcsProperty,
  zones: IcsZones,
): (occurrence: Occurrence) => boolean {
  const dates = new Set<string>();
  const instants = new Set<string>();
  const days = new Set<string>();
  for (const property of named)
    for (const value of property.values.map(text => text.split('/')[0] ?? '')) {
      if (isDate(value)) dates.add(value);
      else instants.add(toInstantKey(zones.place(value, isFloating(value, property) ? start : property)));
      for (const day of datesOf(value, zones)) days.add(day);
    }
  return ({ at, property }) =>
    isDate(at)
      ? days.has(at)
      : instants.has(toInstantKey(zones.place(at, property))) ||
        datesOf(at, zones).some(date => dates.has(date));
}

/** The date as written, and that of a time in UTC on the clocks of the calendar's zone. */
function datesOf(value: string, { main }: IcsZones): readonly string[] {
  const local = value.endsWith('Z') && main !== undefined ? placeMoment(value, main) : undefined;
  const written = value.slice(0, 10);
  return local === undefined || /T00:00:00Z$/.test(value) ? [written] : [local.slice(0, 10)];
}

function isFloating(value: string, { parameters }: IcsProperty): boolean {
  return !value.endsWith('Z') && !parameters.has('tzid');
}

/** Keeps the clock time, also over a change of clocks. */
export function addDays(text: string, days: number): string {
  return Temporal.PlainDate.from(text.slice(0, 10)).add({ days }).toString() + text.slice(10);
}
