import type { Conference } from '../../programme/conference.ts';
import { formatDay } from '../../programme/moment.ts';
import type { Programme } from '../../programme/programme.ts';
import { isPause, type Talk } from '../../programme/talk.ts';
import type { SitePlaces } from './context.ts';
import type { NamedPage } from './pages-named.ts';

/** Everything that the search of a site needs. */
export interface SearchData {
  readonly conference: Conference;
  readonly talks: readonly Talk[];
  /** The page of each talk, in their order; empty for a pause. */
  readonly pages: readonly string[];
  /** The pages of days, rooms and tracks. */
  readonly named: readonly NamedPage[];
}

/** A script, since a page that was opened from a disk may load no other kind of file. */
export function searchData(programme: Programme, places: SitePlaces): string {
  const { conference, talks } = programme;
  const data: SearchData = {
    conference: { ...conference, facts: [], folder: '' },
    // Neither is searched, and the first would say where a file was.
    talks: talks.map(talk => ({ ...talk, file: '', links: [] })),
    pages: talks.map(talk => (isPause(talk) ? '' : places.talk(talk))),
    named: namedPages(programme, places),
  };
  return `lecternSearch(${JSON.stringify(data)});\n`;
}

function namedPages({ days, rooms, tracks }: Programme, places: SitePlaces): readonly NamedPage[] {
  return [
    ...days.map(day => ({ name: formatDay(day), day, place: `${places.day(day)}.html` })),
    ...rooms.map(room => ({ name: `Room: ${room}`, place: `rooms.html#${places.room(room)}` })),
    ...tracks.map(track => ({ name: `Track: ${track}`, place: `tracks.html#${places.track(track)}` })),
  ];
}
