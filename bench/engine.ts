import { RESULTS_A_PAGE } from '../src/conversation/paging.ts';
import type { Programme } from '../src/programme/programme.ts';
import { ALL, find } from '../src/search/find.ts';
import { indexProgramme } from '../src/search/index/index-programme.ts';

/** A search library with the settings it is measured with. */
export interface Engine {
  readonly name: string;
  readonly settings: string;
  /** Takes in the talks and gives back what answers with ids, best first. */
  readonly build: (programme: Programme) => Search | Promise<Search>;
  /** Only every so many-th query is asked where an answer takes the better part of a second. */
  readonly everyNth?: number;
}

export type Search = (query: string) => readonly string[] | Promise<readonly string[]>;

export const LECTERN: Engine = {
  name: 'Lectern',
  settings: 'as it is',
  build: programme => lecternIndex(programme, ALL),
};

/** The same where a page is asked for, as in Slack; libraries give all that they find. */
export const LECTERN_PAGE: Engine = {
  name: 'Lectern',
  settings: 'a page and the number of all',
  build: programme => lecternIndex(programme, RESULTS_A_PAGE),
};

function lecternIndex(programme: Programme, limit: number): Search {
  const index = indexProgramme(programme);
  return query => find(index, query, { limit }).talks.map(talk => talk.id);
}
