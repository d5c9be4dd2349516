import type { JsonObject } from '../json.ts';

/** Slack gives an app three seconds to acknowledge whatever it is sent. */
export const acknowledgeWithinMs = 3000;

/** Something that is sent to the app, before it is put in the form of HTTP or of a socket. */
export interface Envelope {
  readonly kind: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: JsonObject;
  readonly retry?: { readonly number: number; readonly reason: RetryReason };
}

export type RetryReason = 'http_timeout' | 'connection_failed' | 'http_error' | 'timeout' | 'unknown_error';

/** How the app took it. */
export type Acknowledgement =
  /** `body` is what came with it: an object, a text, or nothing. */
  | { readonly kind: 'acknowledged'; readonly body: JsonObject | string | undefined }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'refused'; readonly status: number; readonly noRetry: boolean }
  | { readonly kind: 'unreachable' }
  /** Nobody is connected; an event waits until somebody is. */
  | { readonly kind: 'held' };

export type Deliver = (delivery: Envelope) => Promise<Acknowledgement>;
