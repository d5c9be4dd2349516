import { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { clientOptions, type SlackClientOptions } from '../web-client.ts';

/** Slack's errors for a token that will never work, or that it renews no more. */
export const TOKEN_REFUSALS: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'invalid_refresh_token',
  'not_allowed_token_type',
]);

/**
 * Asks Slack at the start whether the bot token is good, so that a wrong one is known at once and not from the first
 * reply that fails. Throws if Slack refuses the token; any other failure proves nothing about it and is only logged. Returns
 * undefined if Slack did not answer.
 */
export async function proveToken(
  token: string,
  options: webApi.WebClientOptions,
  log: Logger,
): Promise<TokenFacts | undefined> {
  const client = new webApi.WebClient(token, { ...options, retryConfig: { retries: 0 } });
  try {
    const {
      response_metadata,
      is_enterprise_install: isOrgWide = false,
      team_id: team,
    } = await client.auth.test();
    return { scopes: new Set(response_metadata?.scopes), isOrgWide, team };
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError && TOKEN_REFUSALS.has(error.data.error)) throw error;
    log.warn(
      { err: error },
      'The bot token could not be checked with Slack; a wrong one shows at the first reply.',
    );
    return undefined;
  }
}

const ASK_AGAIN_MS = 60_000;

/** Everything that Slack tells of a bot token. */
export interface TokenFacts {
  readonly scopes: ReadonlySet<string>;
  /** Whether it is for all workspaces of an Enterprise Grid's organisation. */
  readonly isOrgWide: boolean;
  /** The workspace that it is for. */
  readonly team: string | undefined;
}

/** The one workspace that a token is for; of one for a whole organisation, that is not known. */
export function homeOf(token: TokenFacts | undefined): string | undefined {
  return token === undefined || token.isOrgWide ? undefined : token.team;
}

/**
 * The bot token as Slack knows it. If Slack did not tell at the start, it is asked again when something of it is needed, at
 * most once a minute; nobody waits for it.
 */
export class KnownToken {
  readonly #ask: () => Promise<TokenFacts | undefined>;
  readonly #now: () => number;
  readonly #log: Logger;
  #facts: TokenFacts | undefined;
  #askedAt = Number.NEGATIVE_INFINITY;
  #first: Promise<void> | undefined;

  constructor(of: {
    readonly ask: () => Promise<TokenFacts | undefined>;
    /** In milliseconds, on a clock that is never set. */
    readonly now: () => number;
    readonly log: Logger;
  }) {
    this.#ask = of.ask;
    this.#now = of.now;
    this.#log = of.log;
  }

  /** Resolves once Slack was asked, which is begun by the first call. Throws if Slack refuses the token. */
  learnOnce(): Promise<void> {
    this.#first ??= this.learn();
    return this.#first;
  }

  /** Throws if Slack refuses the token. */
  async learn(): Promise<void> {
    this.#askedAt = this.#now();
    this.#facts = (await this.#ask()) ?? this.#facts;
  }

  /** Undefined as long as Slack did not tell. */
  facts(): TokenFacts | undefined {
    if (this.#facts === undefined && this.#now() - this.#askedAt >= ASK_AGAIN_MS)
      this.learn().catch(error => this.#log.error({ err: error }, 'Slack refuses the bot token.'));
    return this.#facts;
  }
}

/** About which Slack is not asked yet. */
export function knownToken(token: string, options: SlackClientOptions): KnownToken {
  const { log } = options;
  return new KnownToken({
    ask: () => proveToken(token, clientOptions(options), log),
    now: () => performance.now(),
    log,
  });
}
