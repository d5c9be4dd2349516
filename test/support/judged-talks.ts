import { TALKS_FOLDER } from '../../bench/shared-search.ts';
import { load } from '../../src/live/load.ts';
import type { Loaded } from '../../src/search/loaded.ts';

let loaded: Promise<Loaded> | undefined;

/** The talks that the judged queries are asked of. They are read once for all tests. */
export function judgedTalks(): Promise<Loaded> {
  loaded ??= load(TALKS_FOLDER);
  return loaded;
}
