import { type App, type AuthorizeSourceData, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { forgetOldest } from '../text/remember.ts';
import { quietly } from './calling/bolt-log.ts';
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
