import type { Selectable } from 'kysely';
import type { Schema } from './schema.ts';

/** One message that is owed: it is recorded before it is sent, and what became of it afterwards. */
export interface Delivery extends NewDelivery {
  readonly state: DeliveryState;
  /** Slack's name for it once it is posted; not known where a person said that it is there. */
  readonly ts: string | undefined;
  /** The channel as Slack calls it: a direct message has another id than its person. */
  readonly postedIn: string | undefined;
  readonly attempts: number;
  readonly sendingAt: number | undefined;
  /** True once it was posted a second time, as nobody knew whether it had arrived. */
  readonly repeated: boolean;
  /** How often its words have changed. */
  readonly revision: number;
}

/** A message as it is claimed. */
export interface NewDelivery extends DeliveryKey {
  readonly kind: DeliveryKind;
  /** Among the messages of a digest's day: each is sent after those before it. */
  readonly position: number;
  readonly channel: string;
  /** Whether it stands in the thread of the day's first message. */
  readonly inThread: boolean;
  readonly message: Message;
  /** The ids of the talks that it tells of. */
  readonly talks: readonly string[];
  readonly dueAt: number;
  /** It is not sent later than this. */
  readonly until: number;
}

/** A message is claimed once by its key, whoever tries. */
export interface DeliveryKey {
  readonly digestId: string;
  /** The programme day that it tells of; empty where a talk's move to another day is not to make it another message. */
  readonly day: string;
  /** `0` is a day's first message, `1` and so on the replies that hold the rest; other kinds begin with their name. */
  readonly part: string;
}

type DeliveryKind = 'digest' | 'change' | 'soon' | 'notice';

/**
 * claimed: it will be sent. sending: it may be on its way. posted: it is there. unknown: it was sent and not answered.
 * missed: it would have come too late.
 */
export type DeliveryState = 'claimed' | 'sending' | 'posted' | 'unknown' | 'missed';

/** A message that reads otherwise from now on. */
export interface MessageUpdate {
  readonly key: DeliveryKey;
  readonly message: Message;
  readonly talks: readonly string[];
}

type Row = Selectable<Schema['deliveries']>;

export function deliveryOf(row: Row): Delivery {
  return {
    digestId: row.digest,
    day: row.day,
    part: row.part,
    kind: row.kind as DeliveryKind,
    position: row.position,
    channel: row.channel,
    inThread: row.in_thread === 1,
    message: JSON.parse(row.message),
    talks: JSON.parse(row.talks),
    dueAt: row.due_at,
    until: row.until,
    state: row.state as DeliveryState,
    ts: row.ts ?? undefined,
    postedIn: row.posted_in ?? undefined,
    attempts: row.attempts,
    sendingAt: row.sending_at ?? undefined,
    repeated: row.repeated === 1,
    revision: row.revision,
  };
}

export function rowOf(owed: NewDelivery, run: string) {
  return {
    run,
    digest: owed.digestId,
    day: owed.day,
    part: owed.part,
    kind: owed.kind,
    position: owed.position,
    channel: owed.channel,
    in_thread: Number(owed.inThread),
    message: JSON.stringify(owed.message),
    talks: JSON.stringify(owed.talks),
    due_at: owed.dueAt,
    until: owed.until,
    state: 'claimed',
  };
}

/** What is posted, as it is kept: Slack's blocks, and the same as escaped text. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly object[];
}
