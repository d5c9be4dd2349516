import type { JsonObject } from '../json.ts';
import type { SharedFile } from './files.ts';
import type { FormValues } from './form-values.ts';
import type { Identifiers } from './identifiers.ts';

export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs?: string;
  /** The id of its author: a person, or the bot. */
  readonly author: string;
  readonly text: string;
  /** Slack's own message that somebody has set the channel's topic. */
  readonly subtype?: 'channel_topic' | 'group_topic';
  readonly topic?: string;
  /** As sent, with the block_id and action_id that Slack adds if they are missing. */
  readonly blocks: readonly JsonObject[];
  /** The only person who sees it, if it is ephemeral. */
  readonly ephemeralFor?: string;
  readonly metadata?: JsonObject;
  readonly files?: readonly SharedFile[];
  /** The work objects that the app shows for its links. */
  readonly cards?: readonly JsonObject[];
  readonly edited: boolean;
}

export type NewMessage = Omit<Message, 'ts' | 'edited'>;

/** Every message of the workspace in the order of posting; a replaced one keeps its place. */
export class Messages {
  readonly #identifiers: Identifiers;
  #messages: Message[] = [];
  /** By channel, ts and person. */
  readonly #entered = new Map<string, FormValues>();

  constructor(identifiers: Identifiers) {
    this.#identifiers = identifiers;
  }

  get all(): readonly Message[] {
    return [...this.#messages];
  }

  post(newMessage: NewMessage): Message {
    const message: Message = { ...newMessage, ts: this.#identifiers.nextTimestamp(), edited: false };
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

  /** Shows cards below a message, in place of those before; the message counts as unchanged. */
  attach(message: Message, cards: readonly JsonObject[]): void {
    this.#messages = this.#messages.map(each => (isSame(each, message) ? { ...each, cards } : each));
  }

  remove(message: Message): void {
    this.#messages = this.#messages.filter(each => !isSame(each, message));
  }

  /** The messages of a channel that a person sees: everyone's, and those that are ephemeral for them. */
  listVisible(userId: string, channel: string): readonly Message[] {
    return this.#messages.filter(
      message => message.channel === channel && (message.ephemeralFor ?? userId) === userId,
    );
  }

  /** Keeps a person's choices in the menus of a message; others have their own. */
  enter(message: Message, userId: string, entered: FormValues): void {
    this.#entered.set(`${message.channel} ${message.ts} ${userId}`, entered);
  }

  /** A person's choices in the menus of a message so far. */
  readEntered(message: Message, userId: string): FormValues {
    return this.#entered.get(`${message.channel} ${message.ts} ${userId}`) ?? {};
  }
}

function isSame(one: Message, other: Message): boolean {
  return one.channel === other.channel && one.ts === other.ts;
}
