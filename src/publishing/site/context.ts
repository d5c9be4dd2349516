import type { Programme } from '../../programme/programme.ts';
import type { Talk } from '../../programme/talk.ts';
import type { PublishedDay } from '../day.ts';

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
