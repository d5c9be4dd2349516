import type { JsonObject } from '../json.ts';
import type { Message } from '../state/messages.ts';
import { buildViewPayload } from '../state/payloads.ts';
import { requireChannel, requirePerson, type WorkspaceContext } from './context.ts';
import { type SentEvent, sendEvent } from './events.ts';
import { encodeMessageText, requireTypeable } from './typed-text.ts';

export interface TypedMessage {
  readonly user: string;
  readonly channel: string;
  /** As typed: @names, #channels and addresses become what Slack makes of them. */
  readonly text: string;
  readonly threadTs?: string;
}

/** A message that a person wrote, and the events that told the app of it. */
export interface SayResult {
  readonly message: Message;
  /** None where the bot is not in the channel, is not mentioned there, or lacks the scope. */
  readonly events: readonly SentEvent[];
}

/** A person writes a message. The app hears of it in direct messages, and where it is mentioned. */
export async function say(said: TypedMessage, stage: WorkspaceContext): Promise<SayResult> {
  const { state } = stage;
  const person = requirePerson(state, said.user);
  const channel = requireChannel(state, said.channel, person.id);
  const text = encodeMessageText(requireTypeable(said.text), state.directory);
  const message = state.messages.post({
    channel: channel.id,
    author: person.id,
    text,
    blocks: [],
    ...(said.threadTs !== undefined && { threadTs: said.threadTs }),
  });
  state.changed();
  const common = {
    user: person.id,
    ts: message.ts,
    client_msg_id: state.identifiers.newSecret(),
    text,
    team: state.directory.team.id,
    ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
    blocks: typedBlocks(text, state.identifiers.nextId('b')),
    channel: channel.id,
    event_ts: message.ts,
  };
  const hears = state.directory.hasBot(channel);
  const mentioned = text.includes(`<@${state.directory.bot.userId}>`);
  // In direct messages, a mention «can arrive as both app_mention and message.*».
  const events: JsonObject[] = [
    ...(hears && channel.kind === 'dm' && state.scopes.has('im:history')
      ? [{ type: 'message', channel_type: 'im', ...common }]
      : []),
    ...(hears && mentioned && state.scopes.has('app_mentions:read')
      ? [{ type: 'app_mention', ...common }]
      : []),
  ];
  return { message, events: await Promise.all(events.map(event => sendEvent(event, stage))) };
}

export interface HomeOpened {
  readonly user: string;
  readonly tab?: 'home' | 'messages';
}

/** A person opens the app's own page. */
export function openHome({ user, tab = 'home' }: HomeOpened, stage: WorkspaceContext): Promise<SentEvent> {
  const { state } = stage;
  const person = requirePerson(state, user);
  const home = state.views.home(person.id);
  return sendEvent(
    {
      type: 'app_home_opened',
      user: person.id,
      channel: state.directory.openDirectMessages(person.id).id,
      tab,
      ...(home !== undefined && { view: buildViewPayload(home, state) }),
      event_ts: state.identifiers.nextTimestamp(),
    },
    stage,
  );
}

/** What a person types reaches the app as rich text, too. */
function typedBlocks(text: string, blockId: string): readonly JsonObject[] {
  const elements = [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }];
  return [{ type: 'rich_text', block_id: blockId, elements }];
}
