import type { RequestListener } from 'node:http';
import { App, ErrorCode, type webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { FeedContext } from '../calendar/feeds.ts';
import { InFlight } from '../digests/deliver/in-flight.ts';
import type { Member } from '../people/stars.ts';
import type { Loaded } from '../search/loaded.ts';
import { ACTION, CALLBACK } from './action-ids.ts';
import { type AppContext, Readers, type StoreOfPeople, type WorkspaceChoosing } from './app-context.ts';
import { boundary, type Listener } from './boundary.ts';
import type { DigestContext } from './digest/context.ts';
import { WAIT_MS } from './digest/late-answer.ts';
import { HomePublisher } from './home-publisher.ts';
import { onRemoveAlertButton, onUndoAlertButton } from './listeners/alerts.ts';
import { onPageButton, onSearch } from './listeners/buttons.ts';
import {
  onCalendarButton,
  onCalendarFileButton,
  onLinkButton,
  onRevokeButton,
} from './listeners/calendar.ts';
import { onDetailsButton, onDetailsMenu } from './listeners/details.ts';
import { onDigestQuestion } from './listeners/digest.ts';
import {
  onDigestButton,
  onDigestChange,
  onDigestChosen,
  onDigestSubmitted,
  onDigestTest,
} from './listeners/digest-form.ts';
import { onFindShortcut, onFindSubmitted, onRelatedShortcut } from './listeners/find.ts';
import { drawHome, onHomeOpened } from './listeners/home.ts';
import { onDirectMessage, onMention, onTalkCommand } from './listeners/messages.ts';
import { onChangesButton, onRemindButton } from './listeners/my-notices.ts';
import { onUnstarAllButton } from './listeners/personal.ts';
import { onForgetButton, onSettingsButton, onSettingsSubmitted } from './listeners/settings.ts';
import { onShareButton, onShareElsewhereButton, onShareSubmitted } from './listeners/share.ts';
import { onStarButton } from './listeners/star.ts';
import { type Observer, observed } from './observer.ts';
import {
  answerOutdated,
  inDigestForm,
  inMessage,
  inMessageOrHome,
  isAnswerable,
  withChoice,
} from './outdated.ts';
import { createSlackServer } from './receiving/receiver.ts';
import { RefusalLog } from './receiving/refusal-log.ts';
import { SeenEvents, skipRepeats } from './receiving/seen-events.ts';
import type { Installing, ReceiverOptions, SlackMode } from './receiving/slack-server.ts';
import { FILES_SCOPE } from './send-file.ts';
import type { Arguments } from './tell-person.ts';
import {
  backgroundClient,
  boltLogger,
  clientOptions,
  limitClients,
  proveToken,
  TokenScopes,
  WorkspaceClients,
} from './web-client.ts';
import { UnknownWorkspace, type Workspaces, WorkspaceUnavailable } from './workspace-tokens.ts';

export interface SlackAppOptions extends StoreOfPeople {
  readonly mode: SlackMode;
  readonly workspaces: Workspaces;
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
  /** Calendar feeds and the server of them, if the outside can reach Lectern. */
  readonly calendar: { readonly feeds: FeedContext; readonly serve: RequestListener } | undefined;
  /** Hears of each request and call, if somebody watches. */
  readonly observer?: Observer | undefined;
  readonly log: Logger;
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
  /** A person's time zone, IANA; undefined if Slack does not tell. */
  zoneFor(member: Member): Promise<string | undefined>;
}

/** Connects Bolt with Lectern's listeners. Each request passes the fault boundary, and each event only once. */
export function slackApp(options: SlackAppOptions): SlackApp {
  const { workspaces, log } = options;
  const botToken = botTokenOf(options);
  const calls = clientOptions(options);
  const server = createSlackServer({
    ...options,
    serveCalendar: options.calendar?.serve,
    clientOptions: calls,
    logger: boltLogger(log),
    refusals: new RefusalLog(log),
  });
  const app = new App({
    receiver: server.receiver,
    // Without `authorize`, Bolt would ask Slack for the bot's ids before the first answer, and fail with that call.
    authorize: async source => {
      const authorized = await workspaces.authorize(source);
      hearOf(source, authorized.botToken);
      return authorized;
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
  const scopes =
    botToken === undefined
      ? undefined
      : new TokenScopes({
          ask: () => proveToken(botToken, calls, log),
          now: () => performance.now(),
          log,
        });
  const context = createContext(
    options,
    calls,
    granted => granted?.includes(FILES_SCOPE) ?? scopes?.has(FILES_SCOPE) ?? false,
  );
  const once = skipRepeats(dispatch(context), new SeenEvents(() => Date.now()));
  const listener = observed(boundary(once, log), options.observer);
  app.use(args => inFlight.track(listener(args)));
  return {
    start: async () => {
      await scopes?.learn();
      return server.open();
    },
    stop: async () => {
      await server.close();
      await inFlight.settled();
      await context.homes.settled();
    },
    forgetZone: member => context.readers.forget(member),
    zoneFor: member => context.readers.zoneFor(member),
  };
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
    news,
    preferences,
    forget,
    log,
  } = options;
  const context: AppContext = {
    current,
    now,
    digests,
    choices: options.choices,
    feeds: options.calendar?.feeds,
    calendarEntries,
    canSendFiles,
    stars,
    alerts,
    news,
    preferences,
    forget,
    readers: new Readers({ now: () => Date.now(), client: backgroundClient(calls), tokens, log }),
    homes: new HomePublisher({
      draw: member => drawHome(member, context),
      clients: new WorkspaceClients(tokens, calls),
      log,
    }),
    answerWithinMs: options.answerWithinMs ?? WAIT_MS.answer,
    observer: options.observer,
    log,
  };
  return context;
}

/** Bolt gives each listener the arguments of its kind of request; the name says which that is. */
type Listeners = Readonly<Record<string, ((args: never) => Promise<void>) | undefined>>;

/**
 * Hands each request to its listener. The manifest must name the same commands, events and shortcuts; a test compares the
 * two. For Bolt this is a single one: it copies all arguments for each listener and middleware that it knows, and offers
 * each request to all of them.
 */
function dispatch(context: AppContext): Listener {
  const listeners: Listeners = {
    'command /talk': onTalkCommand(context),
    'event app_mention': onMention(context),
    'event message': onDirectMessage(context),
    'event app_home_opened': onHomeOpened(context),
    [`shortcut ${CALLBACK.find}`]: onFindShortcut(context),
    [`message_action ${CALLBACK.related}`]: onRelatedShortcut(context),
  };
  const actions: Listeners = actionListeners(context);
  const forms: Listeners = formListeners(context);
  const find = (table: Listeners, name: string) => (Object.hasOwn(table, name) ? table[name] : undefined);
  const listenerOf = (args: Arguments): Listeners[string] => {
    if ('command' in args) return find(listeners, `command ${args.command.command}`);
    if ('event' in args) return find(listeners, `event ${args.event.type}`);
    if ('shortcut' in args) return find(listeners, `${args.shortcut.type} ${args.shortcut.callback_id}`);
    if ('action' in args && 'action_id' in args.action)
      return isAnswerable(args as never) ? find(actions, kindOf(args.action.action_id)) : undefined;
    return args.body.type === 'view_submission' ? find(forms, args.body.view.callback_id) : undefined;
  };
  return args => (listenerOf(args) ?? answerOutdated)(args as never);
}

/** The id without what makes it the only one in its block: `search:run` of `search:run:track:3`. */
function kindOf(actionId: string): string {
  return actionId.split(':', 2).join(':');
}

function actionListeners(
  context: AppContext,
): Record<(typeof ACTION)[keyof typeof ACTION], (args: never) => Promise<void>> {
  return {
    [ACTION.details]: onDetailsButton(context),
    [ACTION.detailsOf]: withChoice(onDetailsMenu(context)),
    [ACTION.share]: inMessage(onShareButton(context)),
    [ACTION.shareElsewhere]: onShareElsewhereButton(context),
    [ACTION.star]: onStarButton('star', context),
    [ACTION.unstar]: onStarButton('unstar', context),
    [ACTION.unstarAll]: inMessage(onUnstarAllButton(context)),
    [ACTION.more]: onPageButton(context),
    [ACTION.back]: onPageButton(context),
    [ACTION.jump]: onPageButton(context),
    [ACTION.search]: onSearch(context),
    [ACTION.homeSearch]: onSearch(context),
    [ACTION.digestChosen]: inDigestForm(withChoice(onDigestChosen(context))),
    [ACTION.digestTest]: inDigestForm(onDigestTest(context)),
    [ACTION.digestNow]: inDigestForm(onDigestButton(context)),
    [ACTION.digestPause]: inDigestForm(onDigestButton(context)),
    [ACTION.digestRemove]: inDigestForm(onDigestButton(context)),
    [ACTION.digestChange]: onDigestChange(context),
    [ACTION.digestPostIt]: inMessage(onDigestQuestion('post it', context)),
    [ACTION.digestIsThere]: inMessage(onDigestQuestion('it is there', context)),
    [ACTION.stopChanges]: inMessage(onChangesButton(false, context)),
    [ACTION.resumeChanges]: inMessage(onChangesButton(true, context)),
    [ACTION.remind]: inMessage(onRemindButton(context)),
    [ACTION.alertRemove]: inMessageOrHome(onRemoveAlertButton(context)),
    [ACTION.alertUndo]: inMessage(onUndoAlertButton(context)),
    [ACTION.calendar]: onCalendarButton(context),
    [ACTION.calendarFile]: onCalendarFileButton(context),
    [ACTION.calendarLink]: onLinkButton,
    [ACTION.calendarRevoke]: onRevokeButton('this one', context),
    [ACTION.calendarRevokeOthers]: onRevokeButton('the others', context),
    [ACTION.settings]: onSettingsButton(context),
    [ACTION.forget]: onForgetButton(context),
  };
}

function formListeners(context: AppContext): Listeners {
  return {
    [CALLBACK.findSubmitted]: onFindSubmitted(context),
    [CALLBACK.shareSubmitted]: onShareSubmitted(context),
    [CALLBACK.digestSubmitted]: inDigestForm(onDigestSubmitted(context)),
    [CALLBACK.settingsSubmitted]: onSettingsSubmitted(context),
  };
}
