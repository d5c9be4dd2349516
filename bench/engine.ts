import type { Programme } from '../src/programme/programme.ts';
import { find } from '../src/search/find.ts';
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
  build: programme => {
    const index = indexProgramme(programme);
    return query => find(index, query).talks.map(talk => talk.id);
  },
};
