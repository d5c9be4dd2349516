import type { Selectable } from 'kysely';
import { type Member, memberKey } from '../people/stars.ts';
import { type ChannelPart, type DeliveryPart, readPart, writePart } from './delivery-part.ts';
import type { DigestKey } from './digests.ts';
import type { Schema } from './schema.ts';
import { StoreFault } from './store-fault.ts';

/** A message as it is sent: Slack's blocks, and the same as escaped text. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly object[];
}

/** A message is claimed once by its key, whichever process tries. */
export interface DeliveryKey {
  /** The id of the workspace that the channel or the person belongs to, as its digest has it. */
  readonly workspace: string;
  readonly digestId: string;
  /** The programme day that the message tells of; empty for a message that stays the same if its talks move to another day. */
  readonly day: string;
  readonly part: DeliveryPart;
}

/** The same text for equal keys, by which they are compared. */
export function nameOfKey({ workspace, digestId, day, part }: DeliveryKey): string {
  return JSON.stringify([workspace, digestId, day, writePart(part)]);
}

/** A message that is owed. Instants are in milliseconds since 1970. */
export interface NewDelivery extends DeliveryKey {
  /** The id of a channel, or of a person for a direct message. */
  readonly channel: string;
  readonly message: Message;
  /** The ids of the talks that the message tells of. */
  readonly talks: readonly string[];
  readonly dueAt: number;
  /** It is not sent later than this. */
  readonly until: number;
}

/** The digest that a delivery belongs to, unless it is about a person's own talks. */
export function digestOf({ workspace, digestId: id }: DeliveryKey): DigestKey {
  return { workspace, id };
}

/** Stands in the place of a digest's id: messages to a person about their own talks belong to no digest. */
export function myTalksId(member: Member): string {
  return `mine ${memberKey(member)}`;
}

/** Stands in the place of a digest's id: the notice before a session and its thread belong to a room's channel. */
export function roomTalkId(conference: string, { channel, session }: RoomSession): string {
  return `room ${channel} ${session} ${conference}`;
}

/** Stands in the place of a digest's id for the topics of a channel, of which it has one, whichever rooms and conferences are there. */
export function topicId({ workspace, channel }: Pick<NewDelivery, 'workspace' | 'channel'>): string {
  return `topic ${workspace} ${channel}`;
}

interface RoomSession {
  readonly channel: string;
  /** The session's key. */
  readonly session: string;
}

/** A message that was claimed, with what became of it. */
export type Delivery = NewDelivery & {
  /** How often it was sent. */
  readonly attempts: number;
  /** True if it was posted a second time because nobody knew whether it had arrived. */
  readonly repeated: boolean;
  /** How often its text was changed. */
  readonly revision: number;
} & (
    | { readonly state: Exclude<DeliveryState, 'posted'> }
    /** The address is not known if a person said that the message is there. */
    | { readonly state: 'posted'; readonly at: MessageAddress | undefined }
  );

/**
 * claimed: it will be sent. sending: it may be on its way. posted: it is there. unknown: it was sent, and Slack did not
 * answer. missed: it was too late.
 */
export type DeliveryState = 'claimed' | 'sending' | 'posted' | 'unknown' | 'missed';

/** Where Slack put a message. The channel of a direct message has another id than its person. */
export interface MessageAddress {
  readonly channel: string;
  readonly ts: string;
}

/** One of the messages that tell of a day. */
export type DayDelivery = Delivery & { readonly part: Extract<DeliveryPart, { kind: 'day' }> };

/** A message for the channel, not for the owner. */
export type ChannelDelivery = Delivery & { readonly part: ChannelPart };

/** The new text of a message that was claimed. */
export interface MessageUpdate {
  readonly key: DeliveryKey;
  readonly message: Message;
  readonly talks: readonly string[];
}

type Row = Selectable<Schema['deliveries']>;

/** Throws a StoreFault if the row is of no kind that this Lectern knows. */
export function readDelivery(row: Row): Delivery {
  const delivery = {
    ...readKey(row),
    channel: row.channel,
    message: JSON.parse(row.message),
    talks: JSON.parse(row.talks),
    dueAt: row.due_at,
    until: row.until,
    attempts: row.attempts,
    repeated: row.repeated === 1,
    revision: row.revision,
  };
  const { state } = row;
  if (!isState(state)) throw unreadable(`the state "${state}"`);
  return state === 'posted' ? { ...delivery, state, at: addressOf(row) } : { ...delivery, state };
}

/** Throws a StoreFault if the part is none that this Lectern knows. */
export function readKey({
  workspace,
  digest,
  day,
  part: text,
}: Pick<Row, 'workspace' | 'digest' | 'day' | 'part'>): DeliveryKey {
  const part = readPart(text);
  if (part === undefined) throw unreadable(`the part "${text}"`);
  return { workspace, digestId: digest, day, part };
}

export function writeDelivery(delivery: NewDelivery, run: string) {
  return {
    run,
    workspace: delivery.workspace,
    digest: delivery.digestId,
    day: delivery.day,
    part: writePart(delivery.part),
    ...placeOf(delivery.part),
    channel: delivery.channel,
    message: JSON.stringify(delivery.message),
    talks: JSON.stringify(delivery.talks),
    due_at: delivery.dueAt,
    until: delivery.until,
    state: 'claimed' satisfies DeliveryState,
  };
}

function addressOf({ ts, posted_in, channel }: Row): MessageAddress | undefined {
  return ts === null ? undefined : { channel: posted_in ?? channel, ts };
}

const STATES: Readonly<Record<DeliveryState, true>> = {
  claimed: true,
  sending: true,
  posted: true,
  unknown: true,
  missed: true,
};

function isState(text: string): text is DeliveryState {
  return Object.hasOwn(STATES, text);
}

function unreadable(found: string): StoreFault {
  return new StoreFault(
    'newer',
    `The database has a delivery with ${found}, which this Lectern does not know. Run the newer Lectern that wrote it, or set DATABASE_URL to another database.`,
  );
}

/** A reply with changes comes after all parts of its day. */
const AFTER_THE_DAY = 1_000_000;

/** The columns by which SQL selects and orders, since it does not read parts. */
export function placeOf(part: DeliveryPart): Pick<Row, 'kind' | 'position' | 'in_thread'> {
  switch (part.kind) {
    case 'day':
      return { kind: 'digest', position: part.position, in_thread: Number(part.position > 0) };
    case 'change':
      return { kind: 'change', position: AFTER_THE_DAY, in_thread: 1 };
    case 'changes':
      return { kind: 'changes', position: 0, in_thread: 0 };
    case 'reminder':
      return { kind: 'soon', position: 0, in_thread: 0 };
    case 'room':
      if (part.about === 'topic') return { kind: 'topic', position: part.number, in_thread: 0 };
      return { kind: 'room', position: 0, in_thread: Number(part.about === 'changed') };
    case 'notice':
      return { kind: 'notice', position: 0, in_thread: 0 };
    case 'mine':
      return { kind: part.about === 'soon' ? 'mine soon' : 'mine', position: 0, in_thread: 0 };
    default:
      return part satisfies never;
  }
}
