import { type App, type AuthorizeSourceData, type Logger as BoltLogger, LogLevel, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { forgetOldest } from '../text/remember.ts';
import { fetchByHttp } from './calling/fetch-by-http.ts';
import { type Observer, observedFetch } from './observer.ts';
import type { WorkspaceTokens } from './workspace-tokens.ts';

/** Half a minute of retries: people wait so long for a reply, and nobody reads a later one. */
const RETRY: webApi.RetryOptions = { retries: 5, factor: 2, minTimeout: 1000 };
const CALL_TIMEOUT_MS = 10_000;

export interface SlackClientOptions {
  /** The API of another Slack than slack.com: GovSlack, a proxy, a test's stand-in. */
  readonly apiUrl: string | undefined;
  readonly retry?: webApi.RetryOptions;
  readonly observer?: Observer | undefined;
  readonly log: Logger;
}

/** How Lectern calls Slack to answer people: retries, timeout and log. */
export function clientOptions({ apiUrl, retry = RETRY, observer, log }: SlackClientOptions) {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    retryConfig: retry,
    timeout: CALL_TIMEOUT_MS,
    logger: quietly(log),
    fetch: observer === undefined ? fetchByHttp : observedFetch(fetchByHttp, observer),
  };
}

/** Posts to a `response_url` that no press or command of now brought along: Bolt knows only those. */
export function responder({
  fetch: send = fetch,
}: Pick<webApi.WebClientOptions, 'fetch'>): (url: string, answer: object) => Promise<void> {
  return async (url, answer) => {
    const response = await send(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(answer),
      signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`Slack answered ${response.status} to an answer by response_url.`);
  };
}

/**
 * A client for calls that nobody waits for, each with the token of its workspace. Each is tried once: while a client waits
 * for as long as Slack wants, all its calls wait, the reply to another person too.
 */
export function backgroundClient(options: webApi.WebClientOptions): webApi.WebClient {
  return new webApi.WebClient(undefined, {
    ...options,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
}

/** A client takes about 27 KB, and those of this many workspaces are in use at about the same time. */
const CLIENTS_AT_MOST = 200;

/** Clients that may wait for as long as Slack wants: one for each workspace, so that no other waits with it. */
export class WorkspaceClients {
  /** The one that was used longest ago comes first. */
  readonly #clients = new Map<string, webApi.WebClient>();
  readonly #tokens: WorkspaceTokens;
  readonly #options: webApi.WebClientOptions;
  readonly #max: number;

  constructor(tokens: WorkspaceTokens, options: webApi.WebClientOptions, max = CLIENTS_AT_MOST) {
    this.#tokens = tokens;
    this.#options = options;
    this.#max = max;
  }

  /** Returns undefined if Lectern is not installed in the workspace. */
  async clientIn(workspace: string): Promise<webApi.WebClient | undefined> {
    const token = await this.#tokens.tokenFor(workspace);
    const known = this.#clients.get(workspace);
    this.#clients.delete(workspace);
    if (token === undefined) return undefined;
    const client = known?.token === token ? known : new webApi.WebClient(token, this.#options);
    this.#clients.set(workspace, client);
    forgetOldest(this.#clients, this.#max);
    return client;
  }
}

/**
 * Lets Bolt forget its clients once it has made this many: it keeps one for each token of each team for ever. A token that
 * ends is another one twice a day, and all teams of an organisation may share one. Bolt makes a client anew when it needs it.
 * Returns the function that must hear of each request.
 */
export function limitClients(
  app: App,
  max = 1000,
): (
  source: Pick<AuthorizeSourceData<boolean>, 'teamId' | 'enterpriseId'>,
  token: string | undefined,
) => void {
  const clients = new Set<string>();
  return ({ teamId, enterpriseId }, token) => {
    const client = `${teamId ?? enterpriseId} ${token}`;
    clients.add(client);
    if (clients.size <= max) return;
    clients.clear();
    clients.add(client);
    // Private to Bolt, and a map that it fills at each request.
    Reflect.set(app, 'clients', {});
  };
}

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

/** Writes Bolt's log into ours. What Bolt calls information is of use only when debugging. */
export function boltLogger(log: Logger): BoltLogger {
  return {
    debug: (...words) => {
      if (log.isLevelEnabled('trace')) log.trace(withoutBody(words.map(printed).join(' ')));
    },
    info: (...words) => {
      if (log.isLevelEnabled('debug')) log.debug(withoutBody(words.map(printed).join(' ')));
    },
    warn: (...words) => log.warn(words.map(printed).join(' ')),
    error: (...words) => {
      const err = words.find(word => word instanceof Error);
      log.error(err && { err }, words.map(printed).join(' '));
    },
    setLevel: () => undefined,
    getLevel: () => (log.isLevelEnabled('trace') ? LogLevel.DEBUG : LogLevel.INFO),
    setName: () => undefined,
  };
}

/** Slack's packages log whole requests and answers, with all that people wrote. Those begin at a bracket or a quote. */
function withoutBody(line: string): string {
  return line.replace(/[{["].*/s, '...');
}

/** The same for calls to Slack: Bolt warns at every retry, but a fault is logged once, when it is final. */
export function quietly(log: Logger): BoltLogger {
  const logger = boltLogger(log);
  return { ...logger, warn: logger.info, error: logger.info };
}

function printed(word: unknown): string {
  if (word instanceof Error) return word.message;
  return typeof word === 'string' ? word : JSON.stringify(word);
}
