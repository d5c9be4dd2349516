import { expect } from 'vitest';
import { exportCsv } from '../../src/exporters/csv.ts';
import { toUri } from '../../src/exporters/escape.ts';
import { exportIcs } from '../../src/exporters/icalendar.ts';
import type { Programme } from '../../src/programme/programme.ts';
import type { Talk } from '../../src/programme/talk.ts';
import { importedAgain } from './round-trip.ts';

/** Writes a programme as a sheet, reads that again, and compares all that the form holds. */
export function checkCsvRoundTrip(before: Programme): void {
  const after = importedAgain(exportCsv(before).text ?? '', before);
  expect(after.talks.map(inSheet)).toEqual(before.talks.map(inSheet));
}

/** At the same time in several rooms or not. */
function placesOf({ slots }: Talk): readonly string[] {
  const places = slots.flatMap(({ start, end, day, rooms, untimed }) =>
    (rooms.length === 0 ? [''] : rooms).map(room => [start, end, day, room, untimed].join(' ')),
  );
  return [...new Set(places)].sort();
}

function inSheet(talk: Talk) {
  const { id, kind, status, title, abstract, speakers, track, level, languages, links } = talk;
  return {
    id,
    kind,
    status,
    title,
    abstract,
    names: speakers.map(({ name }) => name),
    bio: speakers.length === 1 ? speakers[0]?.bio : undefined,
    affiliation: speakers.length === 1 ? speakers[0]?.affiliation : undefined,
    track,
    level,
    languages,
    links: links.map(({ kind: sort, url }) => `${sort} ${url}`).sort(),
    places: placesOf(talk),
  };
}

/** The same for a calendar, which holds what has a time. */
export function checkIcsRoundTrip(before: Programme): void {
  const { text } = exportIcs(before, { stampedAt: '2027-05-01T12:00:00Z' });
  if (text === undefined) return;
  const after = importedAgain(text, before);
  const scheduled = before.talks.filter(each => each.slots.length > 0);
  expect(after.talks.map(inCalendar)).toEqual(scheduled.map(inCalendar));
  const { name, timeZone, url } = before.conference;
  expect(after.conference).toEqual({ ...after.conference, name, timeZone, url: toUri(url ?? '') });
}

function inCalendar(talk: Talk) {
  const { id, kind, status, title, abstract, speakers, track, links } = talk;
  return {
    id,
    kind,
    status,
    title,
    abstract,
    names: speakers.map(({ name }) => name),
    track,
    page: toUri(links.find(link => link.kind === 'web')?.url ?? ''),
    places: placesOf(talk),
  };
}
