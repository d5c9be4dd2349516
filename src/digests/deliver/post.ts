import type { Message } from '../../store/delivery.ts';

/** What became of a message on its way: as far as can be known. */
export type Outcome =
  | { readonly kind: 'posted'; readonly channel: string; readonly ts: string }
  /** It certainly did not arrive. Trying again helps, after a while. */
  | { readonly kind: 'refused'; readonly retryAfterMs: number | undefined; readonly reason: string }
  /** It certainly did not arrive, and will not before somebody does something: `not_in_channel`. */
  | { readonly kind: 'forbidden'; readonly reason: string }
  /** It was sent and not answered. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Posts once, without trying again. A person's id is the channel of their direct messages. Never throws. */
export type Post = (
  channel: string,
  message: Message,
  to: { readonly threadTs: string | undefined },
) => Promise<Outcome>;

/** Puts a message in the place of one that was posted. Never throws. */
export type Edit = (channel: string, ts: string, message: Message) => Promise<Outcome>;
