import { App, type AppOptions, LogLevel, SocketModeReceiver, webApi } from '@slack/bolt';
import type { Acknowledgement, Envelope } from '../../src/local-slack/delivery/envelope.ts';
import type { WorkspaceContext } from '../../src/local-slack/people/context.ts';
import type { Clock } from '../../src/local-slack/state/clock.ts';
import { createState, type State } from '../../src/local-slack/state/state.ts';
import { startWorkspace, type Workspace, type WorkspaceOptions } from '../../src/local-slack/workspace.ts';

export interface Running {
  readonly workspace: Workspace;
  readonly app: App;
  /** Where the app listens; nowhere over a socket. */
  readonly url: string;
  stop(): Promise<void>;
}

/** A workspace and a small Bolt app that talk over signed HTTP, as Slack and Lectern do. */
export async function startOverHttp(
  register: (app: App) => void,
  options: WorkspaceOptions = {},
  appOptions: AppOptions = {},
): Promise<Running> {
  const workspace = await startWorkspace(options);
  const app = new App({
    token: workspace.tokens.bot,
    signingSecret: workspace.tokens.signingSecret,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: workspace.apiUrl, retryConfig: { retries: 0 } },
    ...appOptions,
  });
  register(app);
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The app does not listen.');
  const url = `http://127.0.0.1:${address.port}`;
  workspace.deliverTo(`${url}/slack/events`);
  // Bolt asks who it is while it starts, and does not wait for the answer.
  await workspace.when(() => workspace.callsOf('auth.test')[0]?.response);
  const stop = async (): Promise<void> => {
    await app.stop();
    await workspace.close();
  };
  return { workspace, app, url, stop };
}

export function section(text: string) {
  return { type: 'section', text: { type: 'plain_text', text } } as const;
}

/** A clock that stands still until it is moved. */
export function manualClock(startsAt = Date.UTC(2027, 4, 18, 8)) {
  let now = startsAt;
  let due: { at: number; run: () => void }[] = [];
  return {
    now: () => now,
    after(delayMs: number, run: () => void) {
      const entry = { at: now + delayMs, run };
      due.push(entry);
      return () => {
        due = due.filter(each => each !== entry);
      };
    },
    advance(ms: number) {
      now += ms;
      const ripe = due.filter(each => each.at <= now);
      due = due.filter(each => each.at > now);
      for (const { run } of ripe) run();
    },
    /** After how many milliseconds something is due. */
    get pending(): readonly number[] {
      return due.map(each => each.at - now);
    },
  };
}

interface TestStateOptions {
  readonly clock?: Clock;
  readonly scopes?: readonly string[];
  readonly changed?: () => void;
}

/** The state of a workspace without a server. Its clock stands still. */
export function testState({
  clock = manualClock(),
  scopes = ['commands'],
  changed = () => {},
}: TestStateOptions = {}): State {
  const tokens = { bot: 'xoxb-test', app: 'xapp-test', signingSecret: 'secret' };
  return createState({ clock, tokens, scopes: new Set(scopes), changed });
}

/** A workspace without a server, and an app that acknowledges each envelope in the same way. */
export function testContext(
  acknowledgement: Acknowledgement = { kind: 'acknowledged', body: undefined },
  options: TestStateOptions = {},
): WorkspaceContext & { readonly sent: readonly Envelope[] } {
  const sent: Envelope[] = [];
  const deliver = async (envelope: Envelope) => {
    sent.push(envelope);
    return acknowledgement;
  };
  return { state: testState(options), deliver, sent };
}

const silent = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** The same over Socket Mode; it reconnects at once, where Bolt would wait for five seconds. */
export async function startOverSocket(
  register: (app: App) => void,
  options: WorkspaceOptions = {},
): Promise<Running> {
  const workspace = await startWorkspace(options);
  const clientOptions = { slackApiUrl: workspace.apiUrl, retryConfig: { retries: 0 } };
  const receiver = new SocketModeReceiver({
    appToken: workspace.tokens.app,
    logger: silent,
    clientPingTimeout: 20,
    installerOptions: { clientOptions },
  });
  const app = new App({ token: workspace.tokens.bot, receiver, logger: silent, clientOptions });
  register(app);
  await app.start();
  await workspace.when(() => workspace.callsOf('auth.test')[0]?.response);
  const stop = async (): Promise<void> => {
    await app.stop();
    await workspace.when(() => (workspace.sockets.connections === 0 ? true : undefined));
    await workspace.close();
  };
  return { workspace, app, url: '', stop };
}

/** Slack's own client; it does not try again, so that a test sees each answer. */
export function client(
  workspace: Workspace,
  token: string | undefined = workspace.tokens.bot,
): webApi.WebClient {
  return new webApi.WebClient(token, {
    slackApiUrl: workspace.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  });
}

/** Calls a method with nothing in between: what the API says, not what the client makes of it. */
export async function call(
  workspace: Workspace,
  method: string,
  args: object,
  token: string | undefined = workspace.tokens.bot,
): Promise<Record<string, unknown>> {
  const response = await fetch(`${workspace.apiUrl}${method}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(token !== '' && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(args),
  });
  return (await response.json()) as Record<string, unknown>;
}
