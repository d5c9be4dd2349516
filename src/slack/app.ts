import type { RequestListener } from 'node:http';
import { App, type AuthorizeResult, type AuthorizeSourceData, ErrorCode, type webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { FeedContext } from '../calendar/feeds.ts';
import { InFlight } from '../digests/deliver/in-flight.ts';
import type { Member } from '../people/stars.ts';
import type { Loaded } from '../search/loaded.ts';
import { type AppContext, Readers, type StoreOfPeople, type WorkspaceChoosing } from './app-context.ts';
import { boundary } from './boundary.ts';
import { boltLogger } from './calling/bolt-log.ts';
import { type KnownToken, knownToken, type TokenFacts } from './calling/known-token.ts';
import type { DigestContext } from './digest/context.ts';
import { WAIT_MS } from './digest/late-answer.ts';
import { dispatch } from './dispatch.ts';
import { HomePublisher } from './home-publisher.ts';
import { LinkPreviews } from './links/link-previews.ts';
import { drawHome } from './listeners/home.ts';
import { answerTalkAtOnce } from './listeners/messages.ts';
import { type Observer, observed } from './observer.ts';
import { FILES_SCOPE } from './offers.ts';
import type { TalkAtOnce } from './receiving/at-once.ts';
import { createSlackServer } from './receiving/receiver.ts';
import { RefusalLog } from './receiving/refusal-log.ts';
import { limited, type RequestLimits } from './receiving/request-limits.ts';
import { SeenEvents, skipRepeats } from './receiving/seen-events.ts';
import type { Installing, ReceiverOptions, SlackMode } from './receiving/slack-server.ts';
import { backgroundClient, clientOptions, limitClients, responder, WorkspaceClients } from './web-client.ts';
import { UnknownWorkspace, type Workspaces, WorkspaceUnavailable } from './workspace-tokens.ts';

export interface SlackAppOptions extends StoreOfPeople {
  readonly mode: SlackMode;
  readonly workspaces: Workspaces;
  /** The token of the configuration, if Slack may be asked about it before the start. */
  readonly known?: KnownToken | undefined;
  /** How people install Lectern, if they can. */
  readonly installing?: Installing | undefined;
  /** The API of another Slack than slack.com: GovSlack, a proxy, a test's stand-in. */
  readonly apiUrl: string | undefined;
  readonly port: number;
  readonly host: string;
  readonly current: (workspace: string) => Loaded;
  readonly health: ReceiverOptions['health'];
  /** Lectern's clock, in milliseconds since 1970. */
  readonly now: () => number;
  readonly digests: DigestContext;
  readonly choices: WorkspaceChoosing;
  /** Counts what people ask, for organisers. */
  readonly asked: AppContext['asked'];
  /** Calendar feeds and the server of them, if the outside can reach Lectern. */
  readonly calendar: { readonly feeds: FeedContext; readonly serve: RequestListener } | undefined;
  /** Answers `/mcp`, if assistants are answered. */
  readonly serveMcp?: RequestListener | undefined;
  /** Hears of each request for which the database could not be used. */
  readonly onStoreFault?: (() => void) | undefined;
  /** Hears of each request and call, if somebody watches. */
  readonly observer?: Observer | undefined;
  readonly log: Logger;
  /** Counts the requests of each person and workspace, whichever way they come. */
  readonly limits: RequestLimits;
  /** How calls to Slack are retried; by default for half a minute. */
  readonly retry?: webApi.RetryOptions;
  /** How long an answer waits for Slack before it is given without Slack's result; WAIT_MS.answer by default. */
  readonly answerWithinMs?: number;
}

export interface SlackApp {
  start(): Promise<{ readonly port: number }>;
  /** Takes no new requests, and resolves when those in flight are answered. */
  stop(): Promise<void>;
  /** Forgets a person's time zone, so that a change is noticed at once and not within the hour. */
  forgetZone(member: Member): void;
  /** Publishes a person's Home again, after something of theirs was changed elsewhere. */
  refreshHome(member: Member): void;
  /** A person's time zone, IANA; undefined if Slack does not tell. */
  zoneFor(member: Member): Promise<string | undefined>;
  /** The bot token of the configuration as Slack knows it; undefined if there are many, or as long as Slack did not tell. */
  token(): TokenFacts | undefined;
}

/** Connects Bolt with Lectern's listeners. Each request passes the fault boundary, and each event only once. */
export function slackApp(options: SlackAppOptions): SlackApp {
  const { workspaces, log } = options;
  const botToken = botTokenOf(options);
  const calls = clientOptions(options);
  const refusals = new RefusalLog(log);
  const known = options.known ?? (botToken === undefined ? undefined : knownToken(botToken, options));
  const context = createContext(
    options,
    calls,
    granted => granted?.includes(FILES_SCOPE) ?? known?.facts()?.scopes.has(FILES_SCOPE) ?? false,
  );
  const server = createSlackServer({
    ...options,
    talkAtOnce: talkAtOnce(context, options),
    serveCalendar: options.calendar?.serve,
    clientOptions: calls,
    logger: boltLogger(log),
    refusals,
  });
  const app = new App({
    receiver: server.receiver,
    // Without `authorize`, Bolt would ask Slack for the bot's ids before the first answer, and fail with that call.
    authorize: async source => {
      const authorized = await workspaces.authorize(source);
      hearOf(source, authorized.botToken);
      return contextOf(source, authorized);
    },
    clientOptions: calls,
    // Bolt passes its own logger to its clients, even if their options have one.
    logger: calls.logger,
    ignoreSelf: false,
    // Lectern keeps nothing of a conversation, and each request would look for it.
    convoStore: false,
  });
  const hearOf = limitClients(app);
  app.error(async error => {
    if (error.code !== ErrorCode.AuthorizationError)
      log.error({ err: error }, 'A request could not be handled.');
    // Bolt would acknowledge the request, and nobody would send it again.
    else if (error.original instanceof UnknownWorkspace) throw error.original;
    else throw new WorkspaceUnavailable(error.original);
  });
  const inFlight = new InFlight();
  const once = skipRepeats(
    limited(dispatch(context), options.limits, refusals),
    new SeenEvents(() => Date.now()),
  );
  const listener = observed(boundary(once, log, options.onStoreFault), options.observer);
  app.use(args => inFlight.track(listener(args)));
  return {
    start: async () => {
      await known?.learnOnce();
      return server.open();
    },
    stop: async () => {
      await server.close();
      await inFlight.settled();
      await context.homes.settled();
    },
    forgetZone: member => context.readers.forget(member),
    refreshHome: member => context.homes.refresh(member),
    zoneFor: member => context.readers.zoneFor(member),
    token: () => known?.facts(),
  };
}

/** Where people install Lectern, a command must be authorized first. */
function talkAtOnce(
  context: AppContext,
  { mode, limits, observer }: Pick<SlackAppOptions, 'mode' | 'limits' | 'observer'>,
): TalkAtOnce | undefined {
  if (mode.kind === 'oauth') return undefined;
  const learn = (by: Member) => context.readers.learn(by);
  return { answer: (text, by) => answerTalkAtOnce(text, by, context), learn, limits, observer };
}

/**
 * All that Bolt is told of a request and adds to it later: it copies this object, and V8 takes ten times as long to add a
 * property to a copy as to set one.
 */
function contextOf(
  { teamId, enterpriseId, userId, isEnterpriseInstall }: AuthorizeSourceData<boolean>,
  { botToken, botUserId, botId, workspace, scopes }: Awaited<ReturnType<Workspaces['authorize']>>,
): AuthorizeResult {
  const context: Record<keyof AuthorizeResult, unknown> = {
    botToken,
    botUserId,
    botId,
    workspace,
    scopes,
    teamId,
    enterpriseId,
    userId,
    isEnterpriseInstall,
    retryNum: undefined,
    retryReason: undefined,
    acknowledged: false,
  };
  return context as AuthorizeResult;
}

function botTokenOf({ mode }: Pick<SlackAppOptions, 'mode'>): string | undefined {
  return mode.kind === 'oauth' ? undefined : mode.botToken;
}

function createContext(
  options: SlackAppOptions,
  calls: webApi.WebClientOptions,
  canSendFiles: AppContext['canSendFiles'],
): AppContext {
  const {
    workspaces: tokens,
    current,
    now,
    digests,
    calendarEntries,
    stars,
    alerts,
    askedWords,
    digestRecords,
    news,
    ratings,
    preferences,
    acts,
    forget,
    log,
  } = options;
  const background = backgroundClient(calls);
  const context: AppContext = {
    current,
    now,
    digests,
    choices: options.choices,
    asked: options.asked,
    feeds: options.calendar?.feeds,
    calendarEntries,
    canSendFiles,
    stars,
    alerts,
    askedWords,
    digestRecords,
    news,
    ratings,
    preferences,
    acts,
    forget,
    readers: new Readers({ now: () => Date.now(), client: background, tokens, log }),
    previews: new LinkPreviews({ client: background, log }),
    homes: new HomePublisher({
      draw: member => drawHome(member, context),
      clients: new WorkspaceClients(tokens, calls),
      log,
    }),
    answerWithinMs: options.answerWithinMs ?? WAIT_MS.answer,
    respondAt: responder(calls),
    observer: options.observer,
    log,
  };
  return context;
}
