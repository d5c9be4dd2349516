import type { Logger } from 'pino';
import { Deliverer } from '../digests/deliver/deliverer.ts';
import type { DeliveryContext, Outcome } from '../digests/delivery-context.ts';
import type { Directory } from '../local-slack/state/directory.ts';
import { startWorkspace, usualScopes, type Workspace } from '../local-slack/workspace.ts';
import type { Loaded } from '../search/loaded.ts';
import { OPTIONAL_SCOPES } from '../slack/offers.ts';
import { posterTo } from '../slack/post.ts';
import { configuredToken } from '../slack/workspace-tokens.ts';
import type { Message } from '../store/delivery.ts';
import type { Store } from '../store/open.ts';
import { digestMessages } from './digests.ts';

/** A message that went out in a rehearsal, or that was refused. */
export interface RehearsedPost {
  /** When it was sent, by Lectern's clock, in milliseconds since 1970. */
  readonly at: number;
  /** The id of a channel or a person. */
  readonly channel: string;
  /** A topic of a channel has words and no blocks. */
  readonly kind: 'message' | 'reply' | 'topic';
  readonly message: Message;
  readonly outcome: Outcome;
}

export interface RehearsalOptions {
  readonly loaded: Loaded;
  /** Has the orders; everything that is sent is recorded there. */
  readonly store: Store;
  /** When Lectern looks for work, oldest first, in milliseconds since 1970. */
  readonly instants: readonly number[];
  readonly log: Logger;
}

/** Lectern sends so often at most in one channel. */
const PACE_MS = 1100;
/** A message that Slack refused waits for longer, until a later instant. */
const TRIES = 120;

/**
 * Delivers on a clock that jumps from instant to instant, by the code that delivers in Slack, to a workspace on this machine
 * that takes only what Slack would. Everybody and every channel that is written to is there, with Lectern in it.
 */
export async function rehearse(options: RehearsalOptions): Promise<readonly RehearsedPost[]> {
  const workspace = await startWorkspace({ scopes: [...usualScopes, ...OPTIONAL_SCOPES] });
  workspace.limitRates(false);
  const poster = posterTo({
    tokens: configuredToken(workspace.tokens.bot),
    apiUrl: workspace.apiUrl,
    log: options.log,
  });
  try {
    return await run(options, { workspace, poster });
  } finally {
    await poster.close();
    await workspace.close();
  }
}

async function run(
  { loaded, store, instants, log }: RehearsalOptions,
  { workspace, poster }: { readonly workspace: Workspace; readonly poster: ReturnType<typeof posterTo> },
): Promise<readonly RehearsedPost[]> {
  let now = instants[0] ?? 0;
  const posts: RehearsedPost[] = [];
  const context: DeliveryContext = {
    store,
    current: () => loaded,
    currentIn: () => loaded,
    areChoicesKnown: () => true,
    remember: async () => {},
    messages: digestMessages,
    zoneOf: async () => undefined,
    post: async (channel, message, to) => {
      ensureThere(channel, workspace.directory);
      const outcome = await poster.post(channel, message, to);
      const kind = to.threadTs === undefined ? 'message' : 'reply';
      posts.push({ at: now, channel, kind, message, outcome });
      return outcome;
    },
    edit: poster.edit,
    setTopic: async (channel, words, to) => {
      ensureThere(channel, workspace.directory);
      const topicNow = () => workspace.directory.channel(channel)?.topic;
      const before = topicNow();
      const outcome = await poster.setTopic(channel, words, to);
      // One that stays as it is was not set again.
      if (outcome.kind !== 'posted' || topicNow() !== before)
        posts.push({ at: now, channel, kind: 'topic', message: { text: words, blocks: [] }, outcome });
      return outcome;
    },
    homeWorkspace: () => workspace.directory.team.id,
    organisersOf: () => [],
    now: () => now,
    random: () => 0.5,
    rehearsal: false,
    log,
  };
  const deliverer = new Deliverer(context);
  const isWaiting = async () => ((await store.deliveries.oldestDue()) ?? Number.POSITIVE_INFINITY) <= now;
  for (const instant of instants) {
    now = Math.max(now, instant);
    for (let tries = 0; tries < TRIES; tries += 1) {
      const before = posts.length;
      await deliverer.tick();
      await deliverer.settled();
      if (posts.length === before && !(await isWaiting())) break;
      if (posts.length > before) tries = 0;
      now += PACE_MS;
    }
  }
  return posts;
}

function ensureThere(id: string, directory: Directory): void {
  if (/^[UW]/.test(id)) {
    if (directory.person(id) === undefined)
      directory.addPerson({ id, handle: id.toLowerCase(), name: id, timeZone: 'UTC', locale: 'en-GB' });
  } else if (directory.channel(id) === undefined) {
    const members = new Set([directory.bot.userId]);
    directory.add({ id, name: id.toLowerCase(), kind: 'public', members, archived: false });
  }
}
