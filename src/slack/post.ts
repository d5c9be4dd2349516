import { type types, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Dispatcher } from 'undici';
import type { Edit, Outcome, Post, SetTopic } from '../digests/delivery-context.ts';
import { SealedFault } from '../store/database/sealing.ts';
import { quietly } from './calling/bolt-log.ts';
import { TOKEN_REFUSALS } from './calling/known-token.ts';
import { type Observer, observedFetch } from './observer.ts';
import { topicWith } from './rooms/topic.ts';
import type { WorkspaceTokens } from './workspace-tokens.ts';

const CONNECT_MS = 5000;
const ANSWER_MS = 10_000;

export interface PosterOptions {
  readonly tokens: WorkspaceTokens;
  /** The API of another Slack than slack.com: GovSlack, a proxy, a test's stand-in. */
  readonly apiUrl: string | undefined;
  readonly observer?: Observer | undefined;
  readonly log: Logger;
}

/** Posts and edits messages, each once: only the caller knows whether a message is worth another try. */
export function posterTo(options: PosterOptions): {
  readonly post: Post;
  readonly edit: Edit;
  readonly setTopic: SetTopic;
  close(): Promise<void>;
} {
  let connected: Promise<Connection> | undefined;
  // Undici is a fifth of all that a start has to compile, and the first message may be due in the morning.
  const connect = () => {
    connected ??= openConnection(options);
    return connected;
  };
  const revoked = new RevokedLog(options.log);
  const callIn = async (workspace: string, call: Call): Promise<Outcome> => {
    const outcome = await callOnce(workspace, options, call);
    revoked.hear(workspace, outcome);
    return outcome;
  };
  return {
    post: (channel, message, { workspace, threadTs }) =>
      callIn(workspace, async token =>
        (await connect()).client.chat.postMessage({
          ...contentOf(message),
          token,
          channel,
          ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
        }),
      ),
    edit: ({ channel, ts }, message, { workspace }) =>
      callIn(workspace, async token =>
        (await connect()).client.chat.update({ ...contentOf(message), token, channel, ts }),
      ),
    setTopic: (channel, words, { workspace }) =>
      callIn(workspace, async token => {
        const { conversations } = (await connect()).client;
        const before = (await conversations.info({ token, channel })).channel?.topic?.value ?? '';
        const topic = topicWith(words, before);
        if (topic !== before) await conversations.setTopic({ token, channel, topic });
        return { channel, ts: NO_MESSAGE };
      }),
    close: async () => (await connected)?.dispatcher.close(),
  };
}

/** A topic stands in the place of a message. */
const NO_MESSAGE = '0';

/** The reason of an outcome where our keys do not decrypt the token, which is logged for all workspaces together. */
const UNREADABLE = 'token_unreadable';

type Call = (token: string) => Promise<{ readonly channel?: string; readonly ts?: string }>;

/** Logs once that Slack takes no token of a workspace, although each message there meets it again, and when it is over. */
class RevokedLog {
  readonly #log: Logger;
  readonly #workspaces = new Set<string>();

  constructor(log: Logger) {
    this.#log = log;
  }

  hear(workspace: string, outcome: Outcome): void {
    const isKnown = this.#workspaces.has(workspace);
    if (outcome.kind === 'revoked' && outcome.reason !== UNREADABLE && !isKnown) {
      this.#workspaces.add(workspace);
      this.#log.warn(
        { workspace, reason: outcome.reason },
        "Slack no longer takes Lectern's token in a workspace. What is due there waits until Lectern is installed there again.",
      );
    } else if (outcome.kind === 'posted' && isKnown) {
      this.#workspaces.delete(workspace);
      this.#log.info({ workspace }, "Slack takes Lectern's token in a workspace again.");
    }
  }
}

interface Connection {
  readonly client: webApi.WebClient;
  readonly dispatcher: Dispatcher;
}

async function openConnection({ apiUrl, observer, log }: PosterOptions): Promise<Connection> {
  const { Agent, fetch: fetchWith } = await import('undici');
  // A new connection for each call: if a kept one breaks, nobody can tell whether the message was sent on it.
  const dispatcher = new Agent({ pipelining: 0, connect: { timeout: CONNECT_MS } });
  const fetchOnce = (url: string | URL | Request, init?: RequestInit) =>
    fetchWith(String(url), { ...init, dispatcher } as Parameters<typeof fetchWith>[1]);
  const fetcher = fetchOnce as unknown as typeof fetch;
  // One for all workspaces: since it rejects what Slack limits, no workspace waits for another, and each call has its token.
  const client = new webApi.WebClient(undefined, {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: ANSWER_MS,
    logger: quietly(log),
    fetch: observer === undefined ? fetcher : observedFetch(fetcher, observer),
  });
  return { client, dispatcher };
}

function contentOf({ text, blocks }: Parameters<Post>[1]) {
  return { text, blocks: blocks as types.KnownBlock[], unfurl_links: false, unfurl_media: false };
}

async function callOnce(workspace: string, { tokens }: PosterOptions, call: Call): Promise<Outcome> {
  let token: string | undefined;
  try {
    token = await tokens.tokenFor(workspace);
  } catch (error) {
    if (error instanceof SealedFault) return { kind: 'revoked', reason: UNREADABLE };
    if (error instanceof webApi.WebAPIPlatformError && TOKEN_REFUSALS.has(error.data.error))
      return { kind: 'revoked', reason: error.data.error };
    // The database may be down, or Slack may not renew a token now.
    return { kind: 'refused', retryAfterMs: undefined, reason: reasonOf(error) };
  }
  if (token === undefined)
    return { kind: 'uninstalled', reason: `Lectern is not installed in the workspace ${workspace}.` };
  return outcomeOf(token, call);
}

async function outcomeOf(token: string, call: Call): Promise<Outcome> {
  try {
    const { channel, ts } = await call(token);
    if (channel !== undefined && ts !== undefined) return { kind: 'posted', channel, ts };
    return { kind: 'unknown', reason: 'Slack did not say where the message is.' };
  } catch (error) {
    return outcomeOfError(error);
  }
}

/** A 429 that does not say for how many seconds is only known by the sentence of a plain Error. */
const UNTIMED_LIMIT = 'Retry header did not contain a valid timeout';

/** An outcome is unknown unless it is certain that Slack refused the message. */
function outcomeOfError(error: unknown): Outcome {
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { kind: 'refused', retryAfterMs: error.retryAfter * 1000, reason: 'ratelimited' };
  if (error instanceof webApi.WebAPIPlatformError) return outcomeOfRefusal(error.data.error);
  const reason = reasonOf(error);
  const isRefusal =
    reason.startsWith(UNTIMED_LIMIT) ||
    (error instanceof webApi.WebAPIHTTPError && error.statusCode < 500) ||
    (error instanceof webApi.WebAPIRequestError && neverArrived(error.original.cause));
  return isRefusal ? { kind: 'refused', retryAfterMs: undefined, reason } : { kind: 'unknown', reason };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Slack documents these as "some aspect of the operation may have succeeded". */
const HALF_DONE = new Set(['fatal_error', 'internal_error']);
const TEMPORARY = new Set([
  'ratelimited',
  'rate_limited',
  'service_unavailable',
  'request_timeout',
  'accesslimited',
]);

function outcomeOfRefusal(code: string): Outcome {
  // Slack's errors are codes; anything else was sent by a proxy on the way.
  if (HALF_DONE.has(code) || !/^\w+$/.test(code)) return { kind: 'unknown', reason: code.slice(0, 200) };
  if (TEMPORARY.has(code)) return { kind: 'refused', retryAfterMs: undefined, reason: code };
  if (TOKEN_REFUSALS.has(code)) return { kind: 'revoked', reason: code };
  return { kind: 'forbidden', reason: code };
}

/** Whether no connection was made, so that nothing can have been sent. */
function neverArrived(cause: unknown): boolean {
  if (cause instanceof AggregateError) return cause.errors.length > 0 && cause.errors.every(neverArrived);
  if (!(cause instanceof Error)) return false;
  const { code = '', syscall = '' } = cause as NodeJS.ErrnoException;
  return (
    ['connect', 'getaddrinfo'].includes(syscall) ||
    code === 'UND_ERR_CONNECT_TIMEOUT' ||
    /^(CERT_|ERR_TLS_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_)/.test(code)
  );
}
