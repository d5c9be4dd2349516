import { Calls } from './calls.ts';
import type { Clock } from './clock.ts';
import { Directory, type KeptChannels, type Team } from './directory.ts';
import { Faults } from './faults.ts';
import { Files } from './files.ts';
import { Identifiers } from './identifiers.ts';
import { Links } from './links.ts';
import { Messages } from './messages.ts';
import { Panes } from './panes.ts';
import { RateLimits } from './rate-limits.ts';
import { ResponseUrls } from './response-urls.ts';
import { Triggers, Views } from './views.ts';

/** Everything that the workspace remembers. It is kept in memory only, but for the channels that the bot is in. */
export interface State extends StateOptions {
  readonly identifiers: Identifiers;
  readonly directory: Directory;
  readonly messages: Messages;
  readonly files: Files;
  readonly links: Links;
  readonly panes: Panes;
  readonly views: Views;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly calls: Calls;
  readonly faults: Faults;
  readonly rateLimits: RateLimits;
  /** Tickets of apps.connections.open that no socket has used yet. */
  readonly tickets: Set<string>;
  /** The server's host and port, known once it listens. */
  readonly address: { host: string };
}

export interface StateOptions {
  readonly team?: Team | undefined;
  /** Without it, the workspace opens as it is at first. */
  readonly keptChannels?: KeptChannels | undefined;
  readonly clock: Clock;
  readonly tokens: SlackTokens;
  /** The app's scopes, such as chat:write. */
  readonly scopes: ReadonlySet<string>;
  /** The app's `unfurl_domains`; none by default. */
  readonly unfurlDomains?: (() => readonly string[]) | undefined;
  /** Must be called after each change that a person or a test can see. */
  changed(): void;
}

export interface SlackTokens {
  readonly bot: string;
  readonly app: string;
  readonly signingSecret: string;
}

export function createState(options: StateOptions): State {
  const { clock } = options;
  const identifiers = new Identifiers(clock);
  return {
    ...options,
    identifiers,
    directory: new Directory(options.team, options.keptChannels),
    messages: new Messages(identifiers),
    files: new Files(identifiers),
    links: new Links(options.unfurlDomains ?? (() => []), identifiers),
    panes: new Panes(),
    views: new Views(identifiers),
    triggers: new Triggers(clock, identifiers),
    responseUrls: new ResponseUrls(clock, identifiers),
    calls: new Calls(),
    faults: new Faults(),
    rateLimits: new RateLimits(clock),
    tickets: new Set(),
    address: { host: '' },
  };
}
