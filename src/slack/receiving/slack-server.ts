import type { RequestListener } from 'node:http';
import type { Logger, Receiver, webApi } from '@slack/bolt';
import type { Health } from './health.ts';
import type { RefusalLog } from './refusal-log.ts';

/** How Slack reaches Lectern, with the tokens and secrets that this needs. */
export type SlackMode =
  | { readonly kind: 'http'; readonly signingSecret: string; readonly botToken: string }
  | { readonly kind: 'socket'; readonly appToken: string; readonly botToken: string };

export interface ReceiverOptions {
  readonly mode: SlackMode;
  readonly port: number;
  readonly host: string;
  /** All that is known of Lectern's health, without how Slack reaches it. */
  readonly health: () => Omit<Health, 'slack'>;
  /** Answers every path below `/calendar/`, if there are feeds. */
  readonly serveCalendar: RequestListener | undefined;
  readonly clientOptions: { readonly slackApiUrl?: string; readonly retryConfig: webApi.RetryOptions };
  readonly logger: Logger;
  readonly refusals: RefusalLog;
}

/** The server that brings Slack's requests to Bolt, and answers everybody else's on the same port. */
export interface SlackServer {
  readonly receiver: Receiver;
  open(): Promise<{ readonly port: number }>;
  /** Takes no new requests; requests in flight are answered. */
  close(): Promise<void>;
}
