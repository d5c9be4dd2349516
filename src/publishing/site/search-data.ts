import type { Conference } from '../../programme/conference.ts';
import type { Programme } from '../../programme/programme.ts';
import { isPause, type Talk } from '../../programme/talk.ts';
import type { SitePlaces } from './context.ts';

/** Everything that the search of a site needs. */
export interface SearchData {
  readonly conference: Conference;
  readonly talks: readonly Talk[];
  /** The page of each talk, in their order; empty for a pause. */
  readonly pages: readonly string[];
}

/** A script, since a page that was opened from a disk may load no other kind of file. */
export function searchData({ conference, talks }: Programme, places: SitePlaces): string {
  const data: SearchData = {
    conference: { ...conference, facts: [], folder: '' },
    // Neither is searched, and the first would say where a file was.
    talks: talks.map(talk => ({ ...talk, file: '', links: [] })),
    pages: talks.map(talk => (isPause(talk) ? '' : places.talk(talk))),
  };
  return `lecternSearch(${JSON.stringify(data)});\n`;
}
