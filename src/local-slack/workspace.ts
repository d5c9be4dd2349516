import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Deliver } from './delivery/envelope.ts';
import { deliverByHttp } from './delivery/http.ts';
import { Sockets } from './delivery/sockets.ts';
import type { JsonObject } from './json.ts';
import { CardActs } from './people/card-acts.ts';
import { type Click, type ClickResult, click } from './people/click.ts';
import { type CommandResult, type TypedCommand, typeCommand } from './people/command.ts';
import type { WorkspaceContext } from './people/context.ts';
import { type Retry, repeatEvent, type SentEvent, sendEvent } from './people/events.ts';
import { type HomeOpened, openHome, type SayResult, say, type TypedMessage } from './people/say.ts';
import { type ShortcutUsed, useShortcut } from './people/shortcut.ts';
import { closeView, type Submission, type SubmissionResult, submit } from './people/submit.ts';
import type { WorkspacePage } from './serving/contract.ts';
import { servePage } from './serving/serve-page.ts';
import type { Call } from './state/calls.ts';
import { type Clock, makeStoppable, systemClock } from './state/clock.ts';
import { type Directory, type KeptChannels, population, type Team } from './state/directory.ts';
import type { Fault, FaultOptions, FaultTarget } from './state/faults.ts';
import type { Message } from './state/messages.ts';
import { createState, type SlackTokens, type State } from './state/state.ts';
import { Subscribers } from './state/subscribers.ts';
import type { View } from './state/views.ts';
import { createApiServer } from './web-api/server.ts';

/** The minimal scopes of an app that does what Lectern does. */
export const usualScopes: readonly string[] = [
  'commands',
  'app_mentions:read',
  'chat:write',
  'im:history',
  'users:read',
];

export interface WorkspaceOptions {
  /** Any free port by default. */
  readonly port?: number;
  readonly clock?: Clock;
  readonly tokens?: Partial<SlackTokens>;
  /** Another workspace than the usual one, where there are several. */
  readonly team?: Team;
  readonly keptChannels?: KeptChannels | undefined;
  readonly scopes?: readonly string[];
  /** The app's `unfurl_domains` at a moment; none by default. */
  readonly unfurlDomains?: () => readonly string[];
  /** A page in which a person acts, through the same functions as tests. */
  readonly page?: WorkspacePage;
  /** Handles requests that are neither for Slack nor for the page. */
  readonly otherwise?: RequestListener;
}

/** Opens a workspace on a port of the loopback. */
export async function startWorkspace(options: WorkspaceOptions = {}): Promise<Workspace> {
  const subscribers = new Subscribers();
  const clock = makeStoppable(options.clock ?? systemClock);
  const state = createState({
    clock,
    team: options.team,
    keptChannels: options.keptChannels,
    tokens: { ...createTokens(), ...options.tokens },
    scopes: new Set(options.scopes ?? usualScopes),
    unfurlDomains: options.unfurlDomains,
    changed: () => subscribers.notify(),
  });
  const way: { deliver: Deliver } = { deliver: async () => ({ kind: 'unreachable' }) };
  const context: WorkspaceContext = { state, deliver: envelope => way.deliver(envelope) };
  const { page, otherwise = answerNotFound } = options;
  const server = createApiServer(
    state,
    page === undefined ? otherwise : servePage(page, context, subscribers, otherwise),
  );
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const sockets = new Sockets(state, server);
  way.deliver = sockets.deliver;
  const { port } = server.address() as AddressInfo;
  return new Workspace({ context, clock, subscribers, server, sockets, way, port });
}

/** Random, because any page in a browser on this machine can reach the loopback. */
function createTokens(): SlackTokens {
  return { bot: `xoxb-${randomUUID()}`, app: `xapp-${randomUUID()}`, signingSecret: randomUUID() };
}

const answerNotFound: RequestListener = (_request, response) => {
  response.writeHead(404).end();
};

interface Parts {
  readonly context: WorkspaceContext;
  readonly clock: ReturnType<typeof makeStoppable>;
  readonly subscribers: Subscribers;
  readonly server: Server;
  readonly sockets: Sockets;
  /** The present way to the app. */
  readonly way: { deliver: Deliver };
  readonly port: number;
}

/** A Slack workspace on this machine: its Web API, its people, and everything they see. */
export class Workspace {
  readonly url: string;
  /** For people to type into a browser. */
  readonly pageUrl: string;
  /** The value for SLACK_API_URL. */
  readonly apiUrl: string;
  readonly tokens: SlackTokens;
  readonly team: Team;
  readonly bot = population.bot;
  readonly people = population.people;
  readonly channels = population.channels;
  readonly directory: Directory;
  /** Socket Mode's connections: how many there are, and how they end. */
  readonly sockets: Sockets;
  /** Links that people post, and the app's cards for them. */
  readonly cards: CardActs;
  readonly #parts: Parts;
  readonly #state: State;

  constructor(parts: Parts) {
    const { context, port, sockets } = parts;
    const { state } = context;
    this.#parts = parts;
    this.#state = state;
    this.url = `http://127.0.0.1:${port}`;
    this.pageUrl = `http://localhost:${port}`;
    this.apiUrl = `${this.url}/api/`;
    this.tokens = state.tokens;
    this.team = state.directory.team;
    this.directory = state.directory;
    this.sockets = sockets;
    this.cards = new CardActs(context);
    state.address.host = `127.0.0.1:${port}`;
    state.responseUrls.setBase(this.url);
  }

  /** From now on, sends envelopes to the app's request URL, signed. Before, they go over its sockets. */
  deliverTo(requestUrl: string): void {
    const { signingSecret } = this.tokens;
    this.#parts.way.deliver = deliverByHttp({ url: requestUrl, signingSecret, clock: this.#state.clock });
  }

  command(typed: TypedCommand): Promise<CommandResult> {
    return typeCommand(typed, this.#parts.context);
  }

  say(typed: TypedMessage): Promise<SayResult> {
    return say(typed, this.#parts.context);
  }

  mention(typed: TypedMessage): Promise<SayResult> {
    return this.say({ ...typed, text: `@${this.bot.handle} ${typed.text}` });
  }

  directMessage(typed: Omit<TypedMessage, 'channel'>): Promise<SayResult> {
    return this.say({ ...typed, channel: this.directory.openDirectMessages(typed.user).id });
  }

  openHome(opened: HomeOpened): Promise<SentEvent> {
    return openHome(opened, this.#parts.context);
  }

  click(clicked: Click): Promise<ClickResult> {
    return click(clicked, this.#parts.context);
  }

  submit(submission: Submission): Promise<SubmissionResult> {
    return submit(submission, this.#parts.context);
  }

  closeView(closed: Parameters<typeof closeView>[0]): ReturnType<typeof closeView> {
    return closeView(closed, this.#parts.context);
  }

  shortcut(used: ShortcutUsed): Promise<ClickResult> {
    return useShortcut(used, this.#parts.context);
  }

  event(event: JsonObject): Promise<SentEvent> {
    return sendEvent(event, this.#parts.context);
  }

  repeat(sent: SentEvent, retry: Retry = {}): Promise<SentEvent> {
    return repeatEvent(sent, retry, this.#parts.context);
  }

  /** Every call by the app, in the order of arrival. */
  get calls(): readonly Call[] {
    return this.#state.calls.all;
  }

  callsOf(method: string): readonly Call[] {
    return this.calls.filter(call => call.method === method);
  }

  /** Every message, also ephemeral ones, in the order of posting. */
  get messages(): readonly Message[] {
    return this.#state.messages.all;
  }

  visibleMessages(user: string, channel: string): readonly Message[] {
    return this.#state.messages.listVisible(user, channel);
  }

  /** A person's modals, topmost last. */
  modalsOf(user: string): readonly View[] {
    return this.#state.views.stackOf(user);
  }

  homeOf(user: string): View | undefined {
    return this.#state.views.home(user);
  }

  /** Waits until there is something to read: `when(() => workspace.modalsOf(mira.id).at(-1))`. */
  when<T>(read: () => T | undefined, withinMs?: number): Promise<T> {
    return this.#parts.subscribers.when(read, withinMs);
  }

  onChange(listener: () => void): () => void {
    return this.#parts.subscribers.add(listener);
  }

  /** Makes the next calls of a method fail; `response_url`, `socket` and `*` are targets, too. */
  fail(target: FaultTarget, fault: Fault, options: FaultOptions = {}): void {
    this.#state.faults.add(target, fault, options);
  }

  /** Cancels the faults of a target, or all of them. */
  heal(target?: FaultTarget): void {
    this.#state.faults.heal(target);
  }

  /** Whether calls that come too fast are answered with 429. */
  limitRates(isEnforced: boolean): void {
    this.#state.rateLimits.isEnforced = isEnforced;
  }

  async close(): Promise<void> {
    const { clock, sockets, server } = this.#parts;
    clock.stop();
    sockets.close();
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }
}
