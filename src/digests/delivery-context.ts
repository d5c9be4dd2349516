import type { Logger } from 'pino';
import type { Programme } from '../programme/programme.ts';
import type { Loaded } from '../search/loaded.ts';
import type { Store } from '../store/open.ts';
import type { Edit, Post } from './deliver/post.ts';
import type { DigestMessages } from './messages.ts';

/** What delivery works with. */
export interface DeliveryContext {
  readonly store: Store;
  /** The programme as it is now; asked for anew each time, since a reload makes a new one. */
  readonly current: () => Loaded;
  /** Told where talks that were told of are in no source any more: from then on they are cancelled ones. */
  readonly remember: (read: Programme, withCancelled: Programme) => void;
  readonly messages: DigestMessages;
  readonly post: Post;
  readonly edit: Edit;
  /** Lectern's clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to 1, as Math.random gives it. */
  readonly random: () => number;
  /** True where a day is only rehearsed. */
  readonly rehearsal: boolean;
  readonly log: Logger;
}
