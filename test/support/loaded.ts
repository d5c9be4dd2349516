import type { Programme } from '../../src/programme/programme.ts';
import { indexProgramme } from '../../src/search/index-programme.ts';
import type { Loaded } from '../../src/search/loaded.ts';

/** A programme ready to answer for. */
export function loadedWith(programme: Programme, given: Partial<Loaded> = {}): Loaded {
  return { programme, index: indexProgramme(programme), asOf: undefined, others: [], ...given };
}
