import {
  type AllMiddlewareArgs,
  type AnyMiddlewareArgs,
  App,
  type BlockAction,
  type ButtonAction,
  type PlainTextInputAction,
  type StaticSelectAction,
  type webApi,
} from '@slack/bolt';
import type { Logger } from 'pino';
import { InFlight } from '../digests/deliver/in-flight.ts';
import type { Loaded } from '../search/loaded.ts';
import { ACTION, CALLBACK } from './action-ids.ts';
import type { AppContext } from './app-context.ts';
import { boltLogger, quietly } from './bolt-logger.ts';
import { boundary } from './boundary.ts';
import type { Ordering } from './digest/context.ts';
import { ANSWER_MS } from './digest/late-answer.ts';
import { onPageButton, onSearch } from './listeners/buttons.ts';
import { onDetailsButton, onDetailsMenu } from './listeners/details.ts';
import { onDigestQuestion } from './listeners/digest.ts';
import { onDigestButton, onDigestChosen, onDigestSubmitted, onDigestTest } from './listeners/digest-form.ts';
import { onFindShortcut, onFindSubmitted, onRelatedShortcut } from './listeners/find.ts';
import { onHomeOpened } from './listeners/home.ts';
import { onDirectMessage, onMention, onTalkCommand } from './listeners/messages.ts';
import { onShareButton, onShareElsewhereButton, onShareSubmitted } from './listeners/share.ts';
import { proveToken } from './prove-token.ts';
import { Readers } from './readers.ts';
import { doorTo, type SlackMode } from './receiver.ts';
import { SeenEvents } from './seen-events.ts';

export interface SlackAppOptions {
  readonly mode: SlackMode;
  /** Another Slack than the usual one: GovSlack, a proxy, a test's stand-in. */
  readonly apiUrl: string | undefined;
  readonly port: number;
  readonly host: string;
  readonly current: () => Loaded;
  readonly ready: () => boolean;
  /** Lectern's clock, in milliseconds since 1970. */
  readonly now: () => number;
  readonly ordering: Ordering;
  readonly log: Logger;
  /** How a call to Slack is tried again. */
  readonly retry?: webApi.RetryOptions;
  /** How long an answer may take that waits for Slack. */
  readonly answerWithinMs?: number;
}

export interface SlackApp {
  start(): Promise<{ readonly port: number }>;
  /** Takes nothing new; what is under way is finished. */
  stop(): Promise<void>;
  /** Somebody is known to have changed their time zone, which otherwise is noticed within the hour. */
  forgetZone(userId: string): void;
}

/** Half a minute of trying again: a reply is worth that wait, and nobody reads one that comes later. */
const RETRY: webApi.RetryOptions = { retries: 5, factor: 2, minTimeout: 1000 };
const CALL_TIMEOUT_MS = 10_000;

/** Lectern in Slack: what Slack sends is brought to the listeners, and every fault of theirs ends here. */
export function slackApp(options: SlackAppOptions): SlackApp {
  const { mode, log } = options;
  const clientOptions = {
    ...(options.apiUrl === undefined ? {} : { slackApiUrl: options.apiUrl }),
    retryConfig: options.retry ?? RETRY,
    timeout: CALL_TIMEOUT_MS,
    logger: quietly(log),
  };
  const logger = boltLogger(log);
  const door = doorTo({ ...options, clientOptions, logger });
  const app = new App({
    receiver: door.receiver,
    // Known beforehand, so that no answer waits for, or fails with, a call that asks Slack who we are.
    authorize: async () => ({ botToken: mode.botToken }),
    clientOptions,
    // Bolt gives it to its clients, whatever they have of their own.
    logger: clientOptions.logger,
    ignoreSelf: false,
  });
  app.error(async error => {
    log.error({ err: error }, 'A request could not be handled.');
  });
  const inFlight = new InFlight();
  app.use(args => inFlight.track(boundary(log)(args)));
  app.use(onceEach(new SeenEvents(() => Date.now())));
  const { current, now, ordering, answerWithinMs = ANSWER_MS } = options;
  const readers = new Readers(() => Date.now(), log);
  const setting = { current, now, ordering, readers, answerWithinMs };
  listen(app, setting);
  listenForDigests(app, setting);
  return {
    start: async () => {
      await proveToken(mode.botToken, clientOptions, log);
      return door.open();
    },
    stop: async () => {
      await door.close();
      await inFlight.settled();
    },
    forgetZone: userId => readers.forget(userId),
  };
}

type Pressed = BlockAction<ButtonAction>;
type TypedInto = BlockAction<PlainTextInputAction>;
type Chosen = BlockAction<StaticSelectAction>;

/** Which listener hears what. The manifest has to name the same; a test compares the two. */
function listen(app: App, setting: AppContext): void {
  app.command('/talk', onTalkCommand(setting));
  app.event('app_mention', onMention(setting));
  app.event('message', onDirectMessage(setting));
  app.event('app_home_opened', onHomeOpened(setting));
  app.shortcut({ callback_id: CALLBACK.find, type: 'shortcut' }, onFindShortcut(setting));
  app.shortcut({ callback_id: CALLBACK.related, type: 'message_action' }, onRelatedShortcut(setting));
  app.view(CALLBACK.findSubmitted, onFindSubmitted(setting));
  app.view(CALLBACK.shareSubmitted, onShareSubmitted(setting));
  app.action<Pressed>(startingWith(ACTION.details), onDetailsButton(setting));
  app.action<Chosen>(ACTION.detailsOf, onDetailsMenu(setting));
  app.action<Pressed>(ACTION.share, onShareButton(setting));
  app.action<Pressed>(ACTION.shareElsewhere, onShareElsewhereButton(setting));
  app.action<Pressed>(ACTION.more, onPageButton(setting));
  app.action<Pressed>(ACTION.back, onPageButton(setting));
  app.action<Pressed>(startingWith(ACTION.jump), onPageButton(setting));
  app.action<Pressed>(startingWith(ACTION.search), onSearch(setting));
  app.action<TypedInto>(ACTION.homeSearch, onSearch(setting));
}

function listenForDigests(app: App, setting: AppContext): void {
  app.view(CALLBACK.digestSubmitted, onDigestSubmitted(setting));
  app.action<Chosen>(ACTION.digestChosen, onDigestChosen(setting));
  app.action<Pressed>(ACTION.digestTest, onDigestTest(setting));
  for (const id of [ACTION.digestNow, ACTION.digestPause, ACTION.digestRemove])
    app.action<Pressed>(id, onDigestButton(setting));
  app.action<Pressed>(ACTION.digestPostIt, onDigestQuestion('post it', setting));
  app.action<Pressed>(ACTION.digestIsThere, onDigestQuestion('it is there', setting));
}

function startingWith(id: string): RegExp {
  return new RegExp(`^${id}(:|$)`);
}

/** An event goes on the first time that it comes. A mention in a direct message comes as two events of one message. */
function onceEach(seen: SeenEvents) {
  return async (args: AnyMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    if (!('event' in args) || seen.isNew(namesOf(args.body.event_id, args.event))) await args.next();
  };
}

function namesOf(eventId: string, event: object): string[] {
  const message = 'channel' in event && 'ts' in event ? [`${event.channel} ${event.ts}`] : [];
  return [eventId, ...message];
}
