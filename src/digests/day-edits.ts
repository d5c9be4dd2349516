import type { Delivery, MessageUpdate, NewDelivery } from '../store/delivery.ts';

/** Brings messages that were posted up to date: a day's, or the notice of a talk. */
export interface DayEdits {
  /** The parts whose text is another one now. */
  readonly updates: readonly MessageUpdate[];
  /** Further parts, and the messages that say what changed. */
  readonly claims: readonly NewDelivery[];
}

/** Whether people may have seen the message. */
export function isPerhapsRead({ state }: Delivery): boolean {
  switch (state) {
    case 'claimed':
    case 'missed':
      return false;
    case 'sending':
    case 'posted':
    case 'unknown':
      return true;
    default:
      return state satisfies never;
  }
}
