import type { RequestListener } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type FeedServerOptions, feedListener } from '../calendar/serve-feeds.ts';
import type { LoadedFolder } from '../live/choose-programme.ts';
import { type OpenFolder, type OpenOptions, openDataFolder } from '../live/load.ts';
import { realTimers } from '../live/timers.ts';
import type { WorkspacePage } from '../local-slack/serving/contract.ts';
import type { Workspace } from '../local-slack/workspace.ts';
import type { Member } from '../people/stars.ts';
import { type SlackApp, type SlackAppOptions, slackApp } from '../slack/app.ts';
import { homeOf } from '../slack/calling/known-token.ts';
import { waitAtMost } from '../slack/digest/late-answer.ts';
import { AskedCounter } from '../slack/insight/asked-counter.ts';
import { linkDomainsOf } from '../slack/links/link-domains.ts';
import { OFFERS } from '../slack/offers.ts';
import { type Health, programmeHealth } from '../slack/receiving/health.ts';
import { LIMITS, RequestLimits } from '../slack/receiving/request-limits.ts';
import type { Variable } from '../sources/ask-source.ts';
import { answeringNobody } from './answer-nobody.ts';
import { chooseClockStart, RunningClock } from './clock.ts';
import type { Config } from './config.ts';
import { type Digests, openStoreFor, wireDigests } from './digests.ts';
import { type FollowedProgramme, followProgramme } from './follow-programme.ts';
import { type WiredWorkspaces, wireWorkspaces } from './installing.ts';
import { wireMcp } from './mcp.ts';
import { type Metrics, type MetricsServer, serveMetrics } from './metrics-server.ts';
import { askAboutToken, connectSlack, joinWorkspace, type SlackConnection } from './slack-connection.ts';
import { UnloadedConferences } from './unloaded-conferences.ts';
import { WorkspaceChoices } from './workspace-choices.ts';

/** Lectern, wired as its configuration says. */
export interface Lectern {
  /** The programme that answers at the start; files and sources may change it later. */
  readonly loaded: LoadedFolder;
  /** The workspace on this machine, if it stands in for Slack. */
  readonly workspace: Workspace | undefined;
  /** Lectern's own clock, in milliseconds since 1970. */
  readonly now: () => number;
  start(): Promise<{ readonly url: string }>;
  /** Accepts nothing new and finishes running work. */
  stop(): Promise<void>;
}

export interface ComposeOptions extends Pick<OpenOptions, 'importFile' | 'importMany' | 'kept'> {
  readonly variable?: Variable;
  /** The files of the page that shows the local workspace. */
  readonly pageFiles?: WorkspacePage['files'];
}

/** Connects all parts. Throws if there is no talk in the data folder, or if the local workspace cannot take its port. */
export async function compose(config: Config, log: Logger, options: ComposeOptions = {}): Promise<Lectern> {
  let stage: Stage = 'starting';
  const parts = await connect(config, log, { ...options, stage: () => stage });
  const { shelf, clock, following, digests, app, asked, workspace, host, metrics, sealAgain, choices } =
    parts;
  const { library, first } = shelf;
  let metricsServer: MetricsServer | undefined;
  let stopKeeping = async () => {};
  const { stars } = digests.store;
  const unloaded = new UnloadedConferences({ store: digests.store, library, timers: realTimers, log });
  const nobody = answeringNobody(first, { stars, now: clock.now, timers: realTimers, log });
  let cancelOthers: (() => void) | undefined;
  return {
    loaded: first,
    workspace,
    now: clock.now,
    start: async () => {
      const { metricsPort } = config;
      if (metrics !== undefined && metricsPort !== undefined)
        metricsServer = await serveMetrics(metrics, { port: metricsPort, host, log });
      const [{ port }] = await Promise.all([
        app.start(),
        // A database that is away keeps nobody waiting.
        waitAtMost(choices.start(), CHOICES_MS),
        nobody.first(),
      ]);
      const clockStart = chooseClockStart(config, first.programme.conference);
      if (clockStart !== undefined) clock.set(clockStart);
      if (workspace !== undefined) await joinWorkspace(workspace, { host, port }, digests.store);
      stage = 'running';
      digests.start();
      void asked.start();
      void sealAgain();
      void unloaded.start();
      following.openOthers();
      stopKeeping = shelf.keepSoon(realTimers);
      cancelOthers = nobody.othersSoon();
      return { url: workspace === undefined ? addressOf(host, port) : workspace.pageUrl };
    },
    stop: async () => {
      const isStarted = stage !== 'starting';
      stage = 'ending';
      if (isStarted && workspace === undefined) await wait(config.drainSeconds * 1000);
      if (isStarted) await app.stop();
      cancelOthers?.();
      choices.stop();
      unloaded.stop();
      // The last counts of searches are worth no long wait for a database that is away.
      await waitAtMost(asked.stop(), COUNTS_MS);
      await digests.stop();
      await metricsServer?.close();
      await library.close();
      await workspace?.close();
      // Last, since it only saves time, and takes long on a slow disk.
      await stopKeeping();
    },
  };
}

/** At the start, what workspaces chose is waited for no longer. */
const CHOICES_MS = 500;
const COUNTS_MS = 2000;

/** While it ends it still answers what comes in, and says that it is not ready. */
type Stage = 'starting' | 'running' | 'ending';

interface Parts extends Pick<SlackConnection, 'workspace' | 'host'> {
  readonly shelf: OpenFolder;
  readonly clock: RunningClock;
  readonly following: FollowedProgramme;
  readonly digests: Digests;
  readonly choices: WorkspaceChoices;
  readonly app: SlackApp;
  readonly asked: AskedCounter;
  readonly sealAgain: WiredWorkspaces['sealAgain'];
  /** Undefined if nobody watches. */
  readonly metrics: Metrics | undefined;
}

async function connect(
  config: Config,
  log: Logger,
  {
    variable = () => undefined,
    pageFiles,
    stage,
    ...reading
  }: ComposeOptions & { readonly stage: () => Stage },
): Promise<Parts> {
  const metrics =
    config.metricsPort === undefined ? undefined : (await import('./metrics.ts')).createMetrics();
  const observer = metrics?.observer;
  const known = askAboutToken(config, { observer, log });
  const isStarted = () => stage() !== 'starting';
  const onFault = (error: unknown) =>
    log.error({ err: error }, 'Updating the programme failed; Lectern will try again.');
  const shelf = await openDataFolder(config.dataDir, {
    variable,
    nowMs: config.clock,
    onFault,
    ...reading,
  });
  const clock = new RunningClock(Date.now);
  const { now } = clock;
  const health = (): Omit<Health, 'slack'> => {
    const state = isStarted() ? digests.storeState() : 'unknown';
    const unreadable = isStarted() ? unreadableTokens() : undefined;
    // Ready after the first look into the database, whatever came of it: searches are answered without it.
    return {
      ready: stage() === 'running' && state !== 'unknown',
      store: state,
      ...(unreadable !== undefined && { unreadableTokens: unreadable }),
      programme: programmeHealth(isStarted() ? current() : shelf.first),
    };
  };
  const onZoneChange = (person: string): void =>
    app.forgetZone({ workspace: workspace?.team.id ?? '', person });
  // The workspace on this machine listens before there is anything to serve.
  const serveCalendar: RequestListener = (request, response) =>
    isStarted() && calendar !== undefined
      ? calendar.serve(request, response)
      : void response.writeHead(404).end();
  const serveMcp: RequestListener = (request, response) =>
    isStarted() ? mcp(request, response) : void response.writeHead(404).end();
  const conferenceZone = () => (isStarted() ? current().programme.conference.timeZone : undefined);
  const page = pageFiles && { files: pageFiles, offers: OFFERS, clock, onZoneChange, conferenceZone };
  const { library } = shelf;
  const linkDomains = () => (isStarted() ? linkDomainsOf(current()) : []);
  const connection = await connectSlack(config, { health, serveCalendar, serveMcp, page, linkDomains }).catch(
    async error => {
      await library.close();
      throw error;
    },
  );
  const { apiUrl, mode, workspace, host } = connection;
  const following = followProgramme(shelf, { now, log, onFault });
  const { current, remember } = following;
  const zoneFor = (member: Member) => app.zoneFor(member);
  const limits = new RequestLimits(
    LIMITS,
    () => performance.now(),
    which => observer?.limited(which),
  );
  const store = openStoreFor(config);
  const onForgotten = (id: string) => void [choices, asked].map(each => each.forget(id));
  const { workspaces, installing, sealAgain, unreadableTokens } = wireWorkspaces({
    ...{ ...config, mode, apiUrl, store, onForgotten, log },
  });
  const choices = new WorkspaceChoices({
    store: store.workspaceSettings,
    organisers: config.organisers,
    current,
    timers: realTimers,
    now,
    log,
  });
  const seenIn = (id: string) => choices.seenIn(id);
  const digests = wireDigests({
    ...{ config, choices, store, observer, tokens: workspaces, apiUrl },
    ...{ current, remember, now, zoneFor, log },
    homeWorkspace: () => (config.slack.kind === 'oauth' ? undefined : homeOf(app.token())),
  });
  const publicUrl = config.publicUrl ?? workspace?.pageUrl;
  metrics?.watch({ health, store, now });
  const calendar =
    publicUrl === undefined ? undefined : wireCalendar(publicUrl, { store, current: seenIn, log });
  const asked = new AskedCounter({ store: store.askedWords, timers: realTimers, realNow: Date.now, log });
  const app: SlackApp = slackApp({
    ...connection,
    ...{ workspaces, installing, known },
    current: seenIn,
    ...{ digests: digests.ordering, onStoreFault: digests.onStoreFault },
    ...{ choices, calendar, serveMcp },
    ...{ calendarEntries: store.calendarEntries, stars: store.stars, alerts: store.alerts, news: store.news },
    ...{ preferences: store.preferences, acts: store.acts, forget: store.forget },
    ...{ asked, askedWords: store.askedWords, digestRecords: store.digestRecords, ratings: store.ratings },
    ...{ health, limits, observer, now, log },
  });
  const mcp = wireMcp({
    ...{ ...config, host, mode, publicUrl, isLocal: workspace !== undefined, workspaces, store },
    ...{ refreshHome: (member: Member) => app.refreshHome(member), token: () => app.token() },
    ...{ current, seenIn, limits, now, log },
  });
  return { shelf, clock, following, digests, app, asked, workspace, host, metrics, sealAgain, choices };
}

function wireCalendar(
  publicUrl: string,
  options: FeedServerOptions,
): NonNullable<SlackAppOptions['calendar']> {
  return { feeds: { store: options.store.feeds, publicUrl }, serve: feedListener(options) };
}

function addressOf(host: string, port: number): string {
  const name = host === '127.0.0.1' || host === '::1' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
