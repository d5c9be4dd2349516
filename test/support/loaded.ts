import type { Programme } from '../../src/programme/programme.ts';
import { indexProgramme } from '../../src/search/index/index-programme.ts';
import type { Loaded } from '../../src/search/loaded.ts';

/** A programme ready to answer for. */
export function loadedWith(programme: Programme, given: Partial<Loaded> = {}): Loaded {
  const index = indexes.get(programme) ?? indexProgramme(programme);
  indexes.set(programme, index);
  return { programme, index, asOf: undefined, others: [], ...given };
}

/** A programme never changes, so one index of it will do. */
const indexes = new WeakMap<Programme, Loaded['index']>();
