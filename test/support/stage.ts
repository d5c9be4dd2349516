import { onTestFinished } from 'vitest';
import { feedListener } from '../../src/calendar/serve-feeds.ts';
import { dayComposer } from '../../src/digests/compose/compose-day.ts';
import { answerQuestion } from '../../src/digests/deliver/doubt.ts';
import { planNow } from '../../src/digests/plan/plan-days.ts';
import type { Fault } from '../../src/local-slack/state/faults.ts';
import { startWorkspace, type Workspace, type WorkspaceOptions } from '../../src/local-slack/workspace.ts';
import type { Programme } from '../../src/programme/programme.ts';
import type { Loaded } from '../../src/search/loaded.ts';
import { type SlackApp, slackApp } from '../../src/slack/app.ts';
import { AskedCounter } from '../../src/slack/insight/asked-counter.ts';
import { posterTo } from '../../src/slack/post.ts';
import { LIMITS, type Limits, RequestLimits } from '../../src/slack/receiving/request-limits.ts';
import { configuredToken } from '../../src/slack/workspace-tokens.ts';
import type { Store } from '../../src/store/open.ts';
import type { Config } from '../../src/wiring/config.ts';
import { digestMessages } from '../../src/wiring/digests.ts';
import { createLog } from '../../src/wiring/log.ts';
import { WorkspaceChoices } from '../../src/wiring/workspace-choices.ts';
import { harbour } from './harbour.ts';
import { loadedWith } from './loaded.ts';
import { store as openStore } from './store.ts';

export interface Stage {
  readonly workspace: Workspace;
  readonly app: SlackApp;
  readonly url: string;
  /** In memory; what is claimed there is delivered by nobody. */
  readonly store: Store;
  /** What the app logged, a line each. */
  readonly log: Record<string, unknown>[];
  /** Puts another programme in the place of the first. */
  show(programme: Programme): void;
}

export interface StageOptions extends WorkspaceOptions {
  readonly mode?: 'http' | 'socket';
  readonly programme?: Programme;
  /** The same with what is to be said of it. */
  readonly loaded?: Loaded;
  /** Another bot token than the workspace's own. */
  readonly botToken?: string;
  readonly organisers?: readonly string[];
  /** What befalls the first call to Slack. */
  readonly failing?: Fault;
  /** How long Slack is waited for before a person is answered without it. */
  readonly answerWithinMs?: number;
  /** How much people and workspaces may ask; as always unless a test wants to see the end of it. */
  readonly limits?: Limits;
  /** `warn` unless a test wants to read more. */
  readonly logLevel?: Config['logLevel'];
  /** Where calendar feeds are said to be; without it there are none. */
  readonly publicUrl?: string;
}

/** The real app, in a Slack on this machine; both end with the test. */
export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const workspace = await startWorkspace(options);
  const { app: appToken, signingSecret } = workspace.tokens;
  const botToken = options.botToken ?? workspace.tokens.bot;
  if (options.failing !== undefined) workspace.fail('*', options.failing);
  const log: Record<string, unknown>[] = [];
  let loaded = options.loaded ?? loadedWith(options.programme ?? harbour);
  const logger = createLog({
    level: options.logLevel ?? 'warn',
    secrets: [],
    write: line => log.push(JSON.parse(line)),
  });
  const poster = posterTo({ tokens: configuredToken(botToken), apiUrl: workspace.apiUrl, log: logger });
  const store = openStore();
  const now = () => Date.UTC(2027, 4, 11, 7);
  const choices = new WorkspaceChoices({
    ...{ store: store.workspaceSettings, organisers: options.organisers ?? [] },
    ...{ current: () => loaded, timers: { after: () => () => {} }, now, log: logger },
  });
  await choices.start();
  const currentIn = (id: string) => choices.seenIn(id);
  const delivering = {
    ...{
      store,
      now,
      messages: digestMessages,
      current: () => loaded,
      currentIn,
      areChoicesKnown: () => choices.isKnown,
      post: poster.post,
      edit: poster.edit,
    },
    ...{ random: () => 0, remember: async () => undefined, rehearsal: false, log: logger },
  };
  const asked = new AskedCounter({
    ...{ store: store.askedWords, timers: { after: () => () => {} }, realNow: Date.now, log: logger },
  });
  const app = slackApp({
    mode:
      options.mode === 'socket'
        ? { kind: 'socket', appToken, botToken }
        : { kind: 'http', signingSecret, botToken },
    workspaces: configuredToken(botToken),
    apiUrl: workspace.apiUrl,
    port: 0,
    host: '127.0.0.1',
    current: currentIn,
    health: () => ({ ready: true, store: 'ok', programme: { conference: 'Harbour', talks: 1, problems: 0 } }),
    now,
    calendarEntries: store.calendarEntries,
    stars: store.stars,
    alerts: store.alerts,
    news: store.news,
    preferences: store.preferences,
    acts: store.acts,
    forget: store.forget,
    ...{ asked, askedWords: store.askedWords, digestRecords: store.digestRecords, ratings: store.ratings },
    choices,
    digests: {
      store,
      organisersOf: id => choices.organisersOf(id),
      post: poster.post,
      postNow: (digest, day) =>
        planNow(digest, day, { context: delivering, composeDay: dayComposer(delivering) }),
      answer: (key, answer) => answerQuestion(key, answer, { store, now }),
      rehearsal: false,
    },
    calendar:
      options.publicUrl === undefined
        ? undefined
        : {
            feeds: { store: store.feeds, publicUrl: options.publicUrl },
            serve: feedListener({ store, current: currentIn, log: logger }),
          },
    log: logger,
    retry: { retries: 2, minTimeout: 1, maxTimeout: 2 },
    limits: new RequestLimits(options.limits ?? LIMITS, () => performance.now()),
    ...(options.answerWithinMs !== undefined && { answerWithinMs: options.answerWithinMs }),
  });
  onTestFinished(() => workspace.close());
  onTestFinished(() => poster.close());
  const { port } = await app.start();
  onTestFinished(() => app.stop());
  const url = `http://127.0.0.1:${port}`;
  if (options.mode !== 'socket') workspace.deliverTo(`${url}/slack/events`);
  const show = (programme: Programme) => {
    loaded = loadedWith(programme);
  };
  return { workspace, app, url, store, log, show };
}
