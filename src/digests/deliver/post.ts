import type { Message, MessageAddress } from '../../store/delivery.ts';

/** The result of a post or an edit, as far as it can be known. */
export type Outcome =
  | ({ readonly kind: 'posted' } & MessageAddress)
  /** It certainly did not arrive; another attempt will help after a while. */
  | { readonly kind: 'refused'; readonly retryAfterMs: number | undefined; readonly reason: string }
  /** It certainly did not arrive, and will not before a person does something (`not_in_channel`). */
  | { readonly kind: 'forbidden'; readonly reason: string }
  /** It was sent, and Slack did not answer. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Posts once, without another attempt. A person's id is the channel of their direct messages. Never throws. */
export type Post = (
  channel: string,
  message: Message,
  to: { readonly threadTs: string | undefined },
) => Promise<Outcome>;

/** Replaces a message that was posted. Never throws. */
export type Edit = (at: MessageAddress, message: Message) => Promise<Outcome>;
