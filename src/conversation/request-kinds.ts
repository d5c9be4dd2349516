import type { Filter } from '../search/query/filters.ts';
import type { DigestRequest } from './digest/request.ts';
import type { AlertWish } from './mine/alerts-kept.ts';
import type { MineRequest } from './mine/mine-request.ts';
import type { PersonalRequest } from './mine/personal-request.ts';
import type { Search } from './search.ts';
import type { List, PlainVerb } from './verbs.ts';
import type { When } from './when.ts';

/** A person's words after `/talk`, in a mention or a direct message, understood: a verb or words, and constraints. */
export type Request =
  /** `help`, `thanks`, `settings`, and `more`, which acts on an answer that is already there. */
  | { readonly kind: PlainVerb }
  | MineRequest
  | { readonly kind: 'search'; readonly search: Search }
  | {
      readonly kind: 'agenda';
      readonly when: When;
      readonly filters: readonly Filter[];
      /** The same words as a search. */
      readonly search: Search;
    }
  | { readonly kind: 'list'; readonly list: List }
  /** Words that nobody searches for: `and that?` */
  | { readonly kind: 'unclear' }
  /** A question about the venue or the day, `lunch?`, that no talk answers. `topic` is its words. */
  | { readonly kind: 'practical'; readonly topic: string; readonly search: Search }
  /** A wish for alerts; and all of it as a search, for places that take no orders. */
  | (AlertWish & { readonly kind: 'alert'; readonly search: Search })
  | (PersonalRequest & { readonly search: Search })
  /** The same words as a search, for places that take no orders. */
  | { readonly kind: 'digest'; readonly digest: DigestRequest; readonly search: Search };
