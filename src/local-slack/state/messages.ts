import type { JsonObject } from '../json.ts';
import type { Identifiers } from './identifiers.ts';

export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs?: string;
  /** The id of who wrote it: a person, or the bot. */
  readonly author: string;
  readonly text: string;
  /** As sent, with the block_id and action_id that Slack adds where there is none. */
  readonly blocks: readonly JsonObject[];
  /** The only person who sees it, where it is ephemeral. */
  readonly ephemeralFor?: string;
  readonly metadata?: JsonObject;
  readonly unfurlLinks?: boolean;
  readonly edited: boolean;
}

export type NewMessage = Omit<Message, 'ts' | 'edited'>;

/** Every message of the workspace, in the order of posting. What was replaced keeps its place. */
export class Messages {
  readonly #identifiers: Identifiers;
  #messages: Message[] = [];

  constructor(identifiers: Identifiers) {
    this.#identifiers = identifiers;
  }

  get all(): readonly Message[] {
    return [...this.#messages];
  }

  post(draft: NewMessage): Message {
    const message: Message = { ...draft, ts: this.#identifiers.nextTimestamp(), edited: false };
    this.#messages.push(message);
    return message;
  }

  find(channel: string, ts: string): Message | undefined {
    return this.#messages.find(message => message.channel === channel && message.ts === ts);
  }

  replace(message: Message, content: Pick<Message, 'text' | 'blocks'> & { metadata?: JsonObject }): Message {
    const replaced: Message = { ...message, ...content, edited: true };
    this.#messages = this.#messages.map(each => (isSame(each, message) ? replaced : each));
    return replaced;
  }

  remove(message: Message): void {
    this.#messages = this.#messages.filter(each => !isSame(each, message));
  }

  /** What a person sees of a channel: what everyone sees, and what only they do. */
  listVisible(userId: string, channel: string): readonly Message[] {
    return this.#messages.filter(
      message => message.channel === channel && (message.ephemeralFor ?? userId) === userId,
    );
  }
}

function isSame(one: Message, other: Message): boolean {
  return one.channel === other.channel && one.ts === other.ts;
}
