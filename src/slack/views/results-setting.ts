import type { Loaded } from '../../search/loaded.ts';
import type { RowSetting } from './row.ts';
import type { Suggestion } from './search-buttons.ts';

/** What an answer is made with, besides what was found. */
export interface ResultsSetting {
  readonly loaded: Loaded;
  readonly readerZone: string | undefined;
  readonly share: RowSetting['share'];
  readonly rows?: number;
  /** False where a change of page would change what others see. */
  readonly paged: boolean;
  /** Sentences on the answer as a whole. */
  readonly notes: readonly string[];
  /** What a query for the same conference begins with; empty for the current one. */
  readonly prefix: string;
  /** The same query where a day or a room among its words narrows it down. */
  readonly narrower: readonly Suggestion[];
  /** The same query in other conferences; it is searched there for those who can be shown it. */
  readonly elsewhere: () => readonly Suggestion[];
}
