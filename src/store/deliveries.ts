import type { Message } from './message.ts';

/** One message that is owed: it is recorded before it is sent, and what became of it afterwards. */
export interface Delivery extends DeliveryKey {
  readonly kind: DeliveryKind;
  readonly channel: string;
  readonly message: Message;
  /** Whether it stands in the thread of the day's first message. */
  readonly inThread: boolean;
  /** The ids of the talks that it tells of. */
  readonly talks: readonly string[];
  readonly dueAt: number;
  /** It is not posted later than this. */
  readonly until: number;
  readonly state: DeliveryState;
  /** Slack's name for it, once it is posted; unknown where a person said that it is there. */
  readonly ts: string | undefined;
  readonly attempts: number;
  readonly sendingAt: number | undefined;
}

/** A message is claimed once by its key, whoever tries. */
export interface DeliveryKey {
  readonly digest: string;
  /** The programme day that it tells of. */
  readonly day: string;
  /** `0` is a day's first message, `1` and so on the replies that hold the rest. */
  readonly part: string;
}

export type DeliveryKind = 'digest' | 'change' | 'soon' | 'notice';

/**
 * claimed: it will be sent. sending: it may be on its way. posted: it is there. unknown: it was sent and not answered.
 * missed: it came too late to be sent.
 */
export type DeliveryState = 'claimed' | 'sending' | 'posted' | 'unknown' | 'missed';
