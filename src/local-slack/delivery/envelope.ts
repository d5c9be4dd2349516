import type { JsonObject } from '../json.ts';

/** Slack gives an app three seconds to acknowledge an envelope. */
export const acknowledgeWithinMs = 3000;

/** A command, an interaction or an event on its way to the app, by HTTP or over a socket. */
export interface Envelope {
  readonly kind: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: JsonObject;
  readonly retry?: { readonly number: number; readonly reason: RetryReason };
}

export type RetryReason = 'http_timeout' | 'connection_failed' | 'http_error' | 'timeout' | 'unknown_error';

/** The app's reaction to an envelope. */
export type Acknowledgement =
  /** `body` came with it: an object, a text, or nothing. */
  | { readonly kind: 'acknowledged'; readonly body: JsonObject | string | undefined }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'refused'; readonly status: number; readonly noRetry: boolean }
  | { readonly kind: 'unreachable' }
  /** The app has no connection; an event waits until it has one. */
  | { readonly kind: 'held' };

/** Sends an envelope to the app. Never rejects. */
export type Deliver = (envelope: Envelope) => Promise<Acknowledgement>;
