import { Calls } from './calls.ts';
import type { Clock } from './clock.ts';
import { Directory } from './directory.ts';
import { Faults } from './faults.ts';
import { Identifiers } from './identifiers.ts';
import { Messages } from './messages.ts';
import { RateLimits } from './rate-limits.ts';
import { ResponseUrls } from './response-urls.ts';
import { Triggers } from './triggers.ts';
import { type FormValues, Views } from './views.ts';

/** Everything that the workspace remembers: only ever in memory. */
export interface State {
  readonly clock: Clock;
  readonly tokens: Tokens;
  readonly scopes: ReadonlySet<string>;
  readonly identifiers: Identifiers;
  readonly directory: Directory;
  readonly messages: Messages;
  readonly views: Views;
  /** What people have chosen in the menus of messages: channel, ts and user, then the values. */
  readonly messageForms: Map<string, FormValues>;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly calls: Calls;
  readonly faults: Faults;
  readonly rateLimits: RateLimits;
  /** Whether posting too fast is answered with 429. */
  limitsRates: boolean;
  /** Tickets that apps.connections.open has given out and no socket has used yet. */
  readonly tickets: Set<string>;
  /** The server's address, known once it listens. */
  readonly address: { host: string };
  /** To be called after each change that a person or a test could see. */
  changed(): void;
}

/** Under which key `messageForms` has what somebody has chosen in a message. */
export function formKey(
  { channel, ts }: { readonly channel: string; readonly ts: string },
  userId: string,
): string {
  return `${channel} ${ts} ${userId}`;
}

export interface Tokens {
  readonly bot: string;
  readonly app: string;
  readonly signingSecret: string;
}

export function createState(options: {
  readonly clock: Clock;
  readonly tokens: Tokens;
  readonly scopes: readonly string[];
  readonly changed: () => void;
}): State {
  const { clock, tokens, changed } = options;
  const identifiers = new Identifiers(clock);
  return {
    clock,
    tokens,
    changed,
    scopes: new Set(options.scopes),
    identifiers,
    directory: new Directory(),
    messages: new Messages(identifiers),
    views: new Views(identifiers),
    messageForms: new Map(),
    triggers: new Triggers(clock, identifiers),
    responseUrls: new ResponseUrls(clock, identifiers),
    calls: new Calls(),
    faults: new Faults(),
    rateLimits: new RateLimits(),
    limitsRates: false,
    tickets: new Set(),
    address: { host: '' },
  };
}
