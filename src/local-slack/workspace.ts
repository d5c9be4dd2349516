import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Deliver } from './delivery/envelope.ts';
import { deliverByHttp } from './delivery/http.ts';
import { Sockets } from './delivery/sockets.ts';
import type { JsonObject } from './json.ts';
import { type Click, type ClickResult, click } from './people/click.ts';
import { type CommandResult, type TypedCommand, typeCommand } from './people/command.ts';
import { repeatEvent, type SentEvent, sendEvent } from './people/events.ts';
import { type HomeOpened, openHome, type SayResult, say, type TypedMessage } from './people/say.ts';
import { type ShortcutUsed, useShortcut } from './people/shortcut.ts';
import { closeView, type Submission, type SubmissionResult, submit } from './people/submit.ts';
import type { WorkspacePage } from './serving/page.ts';
import { servePage } from './serving/serve-page.ts';
import type { Call } from './state/calls.ts';
import { type Clock, makeStoppable, systemClock } from './state/clock.ts';
import { type Directory, population } from './state/directory.ts';
import type { Fault, FaultOptions, FaultTarget } from './state/faults.ts';
import type { Message } from './state/messages.ts';
import { createState, type Tokens } from './state/state.ts';
import { Subscribers } from './state/subscribers.ts';
import type { View } from './state/views.ts';
import { createApiServer } from './web-api/server.ts';

/** What platform.md's table of minimal scopes grants an app that does what Lectern does. */
const usualScopes = ['commands', 'app_mentions:read', 'chat:write', 'im:history', 'users:read'] as const;

export interface WorkspaceOptions {
  /** 0, any free one, where nothing else is said. */
  readonly port?: number;
  readonly clock?: Clock;
  readonly tokens?: Partial<Tokens>;
  readonly scopes?: readonly string[];
  /** A page in which a person does what tests do by the functions below. */
  readonly page?: WorkspacePage;
  /** Answers what is neither Slack's nor the page's. */
  readonly otherwise?: RequestListener;
}

/** A Slack workspace on this machine: its Web API, its people, and what they see. */
export type Workspace = Awaited<ReturnType<typeof startWorkspace>>;

/** Opens a workspace on a port of the loopback. */
export async function startWorkspace(options: WorkspaceOptions = {}) {
  const changes = new Subscribers();
  const clock = makeStoppable(options.clock ?? systemClock);
  const tokens: Tokens = {
    // Not to be guessed: any page in a browser on this machine can reach the loopback.
    bot: `xoxb-${randomUUID()}`,
    app: `xapp-${randomUUID()}`,
    signingSecret: randomUUID(),
    ...options.tokens,
  };
  const state = createState({
    clock,
    tokens,
    scopes: options.scopes ?? usualScopes,
    changed: () => changes.notify(),
  });
  let deliverToApp: Deliver = async () => ({ kind: 'unreachable' });
  const stage = { state, deliver: (delivery => deliverToApp(delivery)) satisfies Deliver };
  const { page, otherwise = notFound } = options;
  const server = createApiServer(
    state,
    page === undefined ? otherwise : servePage(page, stage, changes, otherwise),
  );
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  state.address.host = `127.0.0.1:${port}`;
  state.responseUrls.setBase(url);

  const sockets = new Sockets(state, server);
  deliverToApp = sockets.deliver;
  const { directory, messages, views, faults } = state;

  return {
    url,
    /** What people type into a browser. */
    pageUrl: `http://localhost:${port}`,
    /** What SLACK_API_URL is to be. */
    apiUrl: `${url}/api/`,
    tokens,
    ...population,
    directory: directory as Directory,
    get calls(): readonly Call[] {
      return state.calls.all;
    },
    callsOf: (method: string): readonly Call[] => state.calls.all.filter(call => call.method === method),

    /** From now on, what happens goes to the app's request URL, signed. Until then it goes over its sockets. */
    deliverTo(requestUrl: string): void {
      deliverToApp = deliverByHttp({ url: requestUrl, signingSecret: tokens.signingSecret, clock });
    },

    command: (typed: TypedCommand): Promise<CommandResult> => typeCommand(typed, stage),
    say: (said: TypedMessage): Promise<SayResult> => say(said, stage),
    mention: (said: TypedMessage): Promise<SayResult> =>
      say({ ...said, text: `@${directory.bot.handle} ${said.text}` }, stage),
    directMessage: (said: Omit<TypedMessage, 'channel'>): Promise<SayResult> =>
      say({ ...said, channel: directory.openDirectMessages(said.user).id }, stage),
    openHome: (opened: HomeOpened): Promise<SentEvent> => openHome(opened, stage),
    click: (clicked: Click): Promise<ClickResult> => click(clicked, stage),
    submit: (submission: Submission): Promise<SubmissionResult> => submit(submission, stage),
    closeView: (closed: { readonly user: string; readonly all?: boolean }) => closeView(closed, stage),
    shortcut: (used: ShortcutUsed): Promise<ClickResult> => useShortcut(used, stage),
    event: (event: JsonObject): Promise<SentEvent> => sendEvent(event, stage),
    repeat: (sent: SentEvent, retry: Parameters<typeof repeatEvent>[1] = {}): Promise<SentEvent> =>
      repeatEvent(sent, retry, stage),

    /** Every message, ephemeral ones too, in the order of posting. */
    get messages(): readonly Message[] {
      return messages.all;
    },
    seenBy: (user: string, channel: string): readonly Message[] => messages.listVisible(user, channel),
    /** A person's modals, topmost last. */
    modalsOf: (user: string): readonly View[] => views.stackOf(user),
    homeOf: (user: string): View | undefined => views.home(user),
    /** Waits until there is something to read: `when(() => workspace.modalsOf(mira.id).at(-1))`. */
    when: <T>(read: () => T | undefined, withinMs?: number): Promise<T> => changes.when(read, withinMs),
    onChange: (listener: () => void): (() => void) => changes.add(listener),

    /** Lets the next calls of a method go wrong; `response_url`, `socket` and `*` are targets, too. */
    fail(target: FaultTarget, fault: Fault, faultOptions: FaultOptions = {}): void {
      faults.add(target, fault, faultOptions);
    },
    heal: (target?: FaultTarget): void => faults.heal(target),
    /** Socket Mode's connections: how many there are, and how they end. */
    sockets,
    limitRates(on: boolean): void {
      state.limitsRates = on;
    },

    async close(): Promise<void> {
      clock.stop();
      sockets.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

const notFound: RequestListener = (_request, response) => {
  response.writeHead(404).end();
};
