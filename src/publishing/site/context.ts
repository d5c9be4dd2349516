import type { Programme } from '../../programme/programme.ts';
import type { Talk } from '../../programme/talk.ts';
import type { PublishedDay } from '../day.ts';
import { html, joinMarkup, type Markup } from '../html.ts';

/** The places of everything in a site, seen from its root: `talks/ceph-at-sea.html`. */
export interface SitePlaces {
  readonly talk: (talk: Talk) => string;
  readonly day: (day: string) => string;
  /** Ids within the pages of speakers, tracks and rooms. */
  readonly speaker: (id: string) => string;
  readonly track: (name: string) => string;
  readonly room: (name: string) => string;
}

/** A page of days, or of the talks that have no time. */
export interface SiteDay {
  /** Its name without an ending: `days/2027-05-11`. */
  readonly place: string;
  readonly published: PublishedDay;
}

export interface SiteContext {
  readonly programme: Programme;
  readonly places: SitePlaces;
  readonly days: readonly SiteDay[];
}

/** The links at the top of each page; `root` leads from it to the site's root. */
export function siteNav(root: string): Markup {
  const links = [
    ['index.html', 'Programme'],
    ['speakers.html', 'Speakers'],
    ['tracks.html', 'Tracks'],
    ['rooms.html', 'Rooms'],
  ].map(([path = '', name = '']) => html`<a href="${root}${path}">${name}</a>`);
  return html`<nav aria-label="Site">${joinMarkup(links, ' · ')}</nav>`;
}
