import type { JsonObject } from '../json.ts';
import type { Message } from '../state/messages.ts';
import { buildViewPayload } from '../state/payloads.ts';
import { requireChannel, requirePerson, type WorkspaceContext } from './context.ts';
import { type SentEvent, sendEvent } from './events.ts';
import { buildLinkShared } from './links.ts';
import { encodeMessageText, requireTypeable } from './typed-text.ts';

export interface TypedMessage {
  readonly user: string;
  readonly channel: string;
  /** As typed: @names, #channels and addresses, which Slack encodes. */
  readonly text: string;
  readonly threadTs?: string;
}

/** A person's message, and the events that told the app about it. */
export interface SayResult {
  readonly message: Message;
  /** None if the bot is not in the channel, is not mentioned there, or lacks the scope; but links are told of anywhere. */
  readonly events: readonly SentEvent[];
}

/** A person writes a message. The app is told if it is a direct message, mentions the app, or has a link of its. */
export async function say(typed: TypedMessage, context: WorkspaceContext): Promise<SayResult> {
  const { state } = context;
  const person = requirePerson(state, typed.user);
  const channel = requireChannel(state, typed.channel, person.id);
  const text = encodeMessageText(requireTypeable(typed.text), state.directory);
  const message = state.messages.post({
    channel: channel.id,
    author: person.id,
    text,
    blocks: [],
    ...(typed.threadTs !== undefined && { threadTs: typed.threadTs }),
  });
  state.links.draft(person.id, undefined);
  state.changed();
  const common = {
    user: person.id,
    ts: message.ts,
    client_msg_id: state.identifiers.newSecret(),
    text,
    team: state.directory.team.id,
    ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
    blocks: buildTypedBlocks(text, state.identifiers.nextId('b')),
    channel: channel.id,
    event_ts: message.ts,
  };
  const isMember = state.directory.hasBot(channel);
  const isMentioned = text.includes(`<@${state.directory.bot.userId}>`);
  // In direct messages, a mention «can arrive as both app_mention and message.*».
  const linkShared = buildLinkShared(message, state);
  const events: JsonObject[] = [
    ...(isMember && channel.kind === 'dm' && state.scopes.has('im:history')
      ? [{ type: 'message', channel_type: 'im', ...common }]
      : []),
    ...(isMember && isMentioned && state.scopes.has('app_mentions:read')
      ? [{ type: 'app_mention', ...common }]
      : []),
    ...(linkShared === undefined ? [] : [linkShared]),
  ];
  return { message, events: await Promise.all(events.map(event => sendEvent(event, context))) };
}

export interface HomeOpened {
  readonly user: string;
  readonly tab?: 'home' | 'messages';
}

/** A person opens the app's own tabs. */
export function openHome({ user, tab = 'home' }: HomeOpened, context: WorkspaceContext): Promise<SentEvent> {
  const { state } = context;
  const person = requirePerson(state, user);
  const home = state.views.home(person.id);
  return sendEvent(
    {
      type: 'app_home_opened',
      user: person.id,
      channel: state.directory.openDirectMessages(person.id).id,
      tab,
      ...(home !== undefined && { view: buildViewPayload(home, state.directory) }),
      event_ts: state.identifiers.nextTimestamp(),
    },
    context,
  );
}

/** The app also gets a typed text as rich text. */
function buildTypedBlocks(text: string, blockId: string): readonly JsonObject[] {
  const elements = [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }];
  return [{ type: 'rich_text', block_id: blockId, elements }];
}
