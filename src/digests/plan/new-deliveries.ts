import type { DeliveryKey, Message, NewDelivery } from '../../store/delivery.ts';
import type { Digest } from '../../store/digests.ts';
import type { DayPart } from '../messages.ts';
import type { DueDay } from './due.ts';

/** The parts of a digest's day: the first in the channel, the others in its thread, one after the other. */
export function partsOwed(digest: Digest, due: DueDay, parts: readonly DayPart[]): readonly NewDelivery[] {
  return parts.map((part, position) => partOwed(digest, due, { ...part, position }));
}

export function partOwed(
  digest: Digest,
  { day, dueAt, until }: DueDay,
  { message, talks, position }: DayPart & { readonly position: number },
): NewDelivery {
  return {
    digestId: digest.id,
    day,
    part: String(position),
    kind: 'digest',
    position,
    channel: digest.channel,
    inThread: position > 0,
    message,
    talks,
    dueAt,
    until,
  };
}

/** In the thread of a day, after all that is said of the day itself. */
const AFTER_ALL_PARTS = 1_000_000;

export function replyOwed(
  digest: Digest,
  { day, dueAt, until }: DueDay,
  reply: { readonly part: string; readonly message: Message; readonly talks: readonly string[] },
): NewDelivery {
  return {
    digestId: digest.id,
    day,
    ...reply,
    kind: 'change',
    position: AFTER_ALL_PARTS,
    channel: digest.channel,
    inThread: true,
    dueAt,
    until,
  };
}

/** A day is enough for an owner's attention. */
const NOTICE_MS = 24 * 60 * 60 * 1000;

/** A message to the owner alone. */
export function noticeOwed(
  digest: Digest,
  key: Omit<DeliveryKey, 'digestId'>,
  message: Message,
  now: number,
): NewDelivery {
  return {
    ...key,
    digestId: digest.id,
    kind: 'notice',
    position: 0,
    channel: digest.owner,
    inThread: false,
    message,
    talks: [],
    dueAt: now,
    until: now + NOTICE_MS,
  };
}
