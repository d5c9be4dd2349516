import type { Programme } from '../../src/programme/programme.ts';
import { indexProgramme } from '../../src/search/index/index-programme.ts';
import type { Loaded } from '../../src/search/loaded.ts';
import { programme } from './conference.ts';

/** A programme ready to answer for. */
export function loadedWith(of: Programme, given: Partial<Loaded> = {}): Loaded {
  const index = indexes.get(of) ?? indexProgramme(of);
  indexes.set(of, index);
  return { programme: of, index, asOf: undefined, others: [], ...given };
}

/** A programme where nothing is searched, as in a digest: without its own index, which takes a while for long texts. */
export function loadedWithoutIndex(of: Programme): Loaded {
  return { ...loadedWith(NO_TALKS), programme: of };
}

const NO_TALKS = programme([]);

/** A programme never changes, so one index of it will do. */
const indexes = new WeakMap<Programme, Loaded['index']>();
