import type { RequestListener } from 'node:http';
import type { Logger, Receiver, webApi } from '@slack/bolt';
import type { EndInstallation } from '../installing/uninstall.ts';
import type { TalkAtOnce } from './at-once.ts';
import type { Health } from './health.ts';
import type { RefusalLog } from './refusal-log.ts';

/** How Slack reaches Lectern, with the tokens and secrets that this needs. */
export type SlackMode =
  | { readonly kind: 'http'; readonly signingSecret: string; readonly botToken: string }
  | {
      readonly kind: 'socket';
      readonly appToken: string;
      readonly botToken: string;
      /** Only for what Slack sends beside the socket; undefined if that is nothing. */
      readonly signingSecret?: string | undefined;
    }
  | OauthMode;

/** Over HTTP, in many workspaces: people install Lectern there, and each installation has a token of its own. */
export interface OauthMode {
  readonly kind: 'oauth';
  readonly signingSecret: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  /** 32 bytes in base64 each: the first encrypts tokens, all of them decrypt. */
  readonly tokenKeys: readonly string[];
}

export interface ReceiverOptions {
  readonly mode: SlackMode;
  readonly port: number;
  readonly host: string;
  /** All that is known of Lectern's health, without how Slack reaches it. */
  readonly health: () => Omit<Health, 'slack'>;
  /** Answers every path below `/calendar/`, if there are feeds. */
  readonly serveCalendar: RequestListener | undefined;
  /** Answers `/mcp`, if assistants are answered. */
  readonly serveMcp?: RequestListener | undefined;
  /** How people install and uninstall Lectern, if they can. */
  readonly installing?: Installing | undefined;
  /** How `/talk` is answered without Bolt, if Lectern is in one workspace. */
  readonly talkAtOnce?: TalkAtOnce | undefined;
  readonly clientOptions: { readonly slackApiUrl?: string; readonly retryConfig: webApi.RetryOptions };
  readonly logger: Logger;
  readonly refusals: RefusalLog;
}

/** How people install Lectern in their workspace, and what is done when that ends. */
export interface Installing {
  /** Answers `/slack/install` and `/slack/oauth_redirect`. */
  readonly serve: RequestListener;
  /** The address of `/slack/install`, for people. */
  readonly address: string;
  readonly endInstallation: EndInstallation;
}

/** The server that brings Slack's requests to Bolt, and answers everybody else's on the same port. */
export interface SlackServer {
  readonly receiver: Receiver;
  open(): Promise<{ readonly port: number }>;
  /** Takes no new requests; requests in flight are answered. */
  close(): Promise<void>;
}
