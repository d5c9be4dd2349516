import type { Filter } from '../../search/query/filters.ts';
import type { Search } from '../search.ts';
import type { When } from '../when.ts';
import type { OwnWish } from './own-words.ts';

/** A question about the person's own schedule, and what narrows it down. */
export interface MineRequest {
  readonly kind: 'mine';
  readonly wish: OwnWish;
  /** With a topic these are `any` and none: its search has its constraints. */
  readonly when: When;
  readonly filters: readonly Filter[];
  readonly topic: Search | undefined;
  /** All of the words as a search. */
  readonly search: Search;
}
