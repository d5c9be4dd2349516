import type { Logger } from 'pino';
import type { Programme } from '../programme/programme.ts';
import type { Loaded } from '../search/loaded.ts';
import type { Store } from '../store/open.ts';
import type { Edit, Post } from './deliver/post.ts';
import type { DigestMessages } from './messages.ts';

/** Everything that delivery gets from outside. */
export interface DeliveryContext {
  readonly store: Store;
  /** The programme as it is now. Must be called each time, since a reload makes a new programme. */
  readonly current: () => Loaded;
  /** Gets a programme as it was read, and the same with the vanished talks as cancelled: people know of those. */
  readonly remember: (read: Programme, withCancelled: Programme) => void;
  readonly messages: DigestMessages;
  readonly post: Post;
  readonly edit: Edit;
  /** Lectern's clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to 1, as Math.random returns it. */
  readonly random: () => number;
  /** True if a day is only rehearsed. */
  readonly rehearsal: boolean;
  readonly log: Logger;
}
