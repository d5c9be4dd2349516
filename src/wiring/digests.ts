import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { dayComposer } from '../digests/compose/compose-day.ts';
import { type StoreState, startDeliverer } from '../digests/deliver/deliverer.ts';
import { answerQuestion } from '../digests/deliver/doubt.ts';
import type { DeliveryContext } from '../digests/delivery-context.ts';
import type { DigestMessages } from '../digests/messages.ts';
import { planNow } from '../digests/plan/plan-days.ts';
import type { Member } from '../people/stars.ts';
import type { DigestContext } from '../slack/digest/context.ts';
import type { Observer } from '../slack/observer.ts';
import { posterTo } from '../slack/post.ts';
import { composeDigest } from '../slack/views/digest/compose.ts';
import {
  announcement,
  changesNotice,
  emptyPart,
  markRepeated,
  reminder,
} from '../slack/views/digest/notices.ts';
import {
  deliveryQuestion,
  endNotice,
  joinMissed,
  missedNotice,
  refusedNotice,
  settledQuestion,
} from '../slack/views/digest/owner.ts';
import { joinNotices } from '../slack/views/mine/joined-notices.ts';
import { alertFound, starredChanged, starredSoon } from '../slack/views/mine/starred-notices.ts';
import { roomChanges, roomRefused, roomTalk, roomTopic } from '../slack/views/rooms/room-notices.ts';
import type { WorkspaceTokens } from '../slack/workspace-tokens.ts';
import { openStore, type Store, type StoreOptions } from '../store/open.ts';
import type { Config } from './config.ts';
import type { WorkspaceChoices } from './workspace-choices.ts';

/** Digests, connected: ordering at once, delivery from `start` on. */
export interface Digests {
  readonly store: Store;
  readonly ordering: DigestContext;
  readonly storeState: () => StoreState;
  /** A request could not use the database: for a minute, its state is no better than that. */
  readonly onStoreFault: () => void;
  start(): void;
  stop(): Promise<void>;
}

export interface DigestsOptions
  extends Pick<DeliveryContext, 'current' | 'remember' | 'now' | 'homeWorkspace'> {
  readonly choices: WorkspaceChoices;
  readonly config: Config;
  readonly store: Store;
  readonly tokens: WorkspaceTokens;
  readonly apiUrl: string | undefined;
  /** A person's time zone, IANA; undefined if Slack does not tell. */
  readonly zoneFor: (member: Member) => Promise<string | undefined>;
  readonly observer: Observer | undefined;
  readonly log: Logger;
}

const FAULT_COUNTS_MS = 60_000;

export function wireDigests(options: DigestsOptions): Digests {
  const { choices, store } = options;
  const poster = posterTo(options);
  const context = deliveryContext(options, store, poster);
  const composeDay = dayComposer(context);
  let delivering: ReturnType<typeof startDeliverer> | undefined;
  let faultAt = Number.NEGATIVE_INFINITY;
  return {
    store,
    ordering: {
      store,
      organisersOf: workspace => choices.organisersOf(workspace),
      post: poster.post,
      postNow: (digest, day) => planNow(digest, day, { context, composeDay }),
      answer: (key, answer) => answerQuestion(key, answer, context),
      rehearsal: context.rehearsal,
    },
    storeState: () => {
      const state = delivering?.storeState() ?? 'unknown';
      // With a full disk, looking for work meets no fault, since it only reads.
      return state === 'ok' && performance.now() - faultAt < FAULT_COUNTS_MS ? 'unavailable' : state;
    },
    onStoreFault: () => {
      faultAt = performance.now();
    },
    start: () => {
      delivering = startDeliverer(context);
    },
    stop: async () => {
      await delivering?.stop();
      await store.close();
      await poster.close();
    },
  };
}

/** Lectern's memory, as the configuration says. Opens nothing before it is needed. */
export function openStoreFor(config: Config): Store {
  const { slack, databaseUrl } = config;
  return openStore({
    url: databaseUrl ?? defaultDatabase(config),
    ...runsOf(config),
    ...(slack.kind === 'oauth' ? { tokenKeys: slack.tokenKeys, onlyInstalled: true } : { isAlone: true }),
  });
}

function deliveryContext(
  { config, choices, log, current, remember, now, zoneFor, homeWorkspace }: DigestsOptions,
  store: Store,
  { post, edit, setTopic }: Pick<DeliveryContext, 'post' | 'edit' | 'setTopic'>,
): DeliveryContext {
  return {
    store,
    current,
    currentIn: workspace => choices.seenIn(workspace),
    areChoicesKnown: () => choices.isKnown,
    remember,
    messages: digestMessages,
    zoneOf: zoneFor,
    post,
    edit,
    setTopic,
    homeWorkspace,
    organisersOf: workspace => choices.organisersOf(workspace),
    now,
    random: Math.random,
    rehearsal: config.clock !== undefined,
    log,
  };
}

/** Where a Lectern remembers that is given no DATABASE_URL. */
export function defaultDatabase({ slack, clock }: Pick<Config, 'slack' | 'clock'>): string {
  // Orders given in the workspace on this machine must not reach Slack's channels.
  if (slack.kind === 'local') return 'file:./var/local.sqlite';
  return clock === undefined ? 'file:./var/lectern.sqlite' : 'file:./var/rehearsal.sqlite';
}

/** The workspace on this machine forgets its messages when it ends, so deliveries of an earlier run are not posted there. */
function runsOf({ slack, clock }: Config): Pick<StoreOptions, 'run' | 'deliveryRun'> {
  const run = runOf({ slack, clock });
  return slack.kind === 'local' ? { run, deliveryRun: `local ${randomUUID()}` } : { run };
}

/** Stars and changes of one run are not known in another; see StoreOptions. */
export function runOf({ slack, clock }: Pick<Config, 'slack' | 'clock'>): StoreOptions['run'] {
  if (slack.kind === 'local') return 'local';
  return clock === undefined ? 'real' : 'rehearsal';
}

/** Everything that digests post, in Slack's blocks. */
export const digestMessages: DigestMessages = {
  compose: composeDigest,
  changes: changesNotice,
  announcement,
  reminder,
  roomTalk,
  roomChanges,
  roomTopic,
  roomRefused,
  starredSoon,
  starredChanged,
  alertFound,
  joinNotices,
  emptyPart,
  markRepeated,
  question: deliveryQuestion,
  settledQuestion,
  missedNotice,
  joinMissed,
  refusedNotice,
  endNotice,
};
