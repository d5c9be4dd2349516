import { createHash } from 'node:crypto';
import type { Member } from '../../people/stars.ts';
import { DAY_MS } from '../../programme/local-time.ts';
import { type Message, myTalksId, type NewDelivery } from '../../store/delivery.ts';
import type { MyTalksPart, OwnerPart } from '../../store/delivery-part.ts';
import type { Digest } from '../../store/digests.ts';
import type { DayPart } from '../messages.ts';
import type { DueDay } from './due.ts';

/** The parts of a day: the first stands in the channel, the others in its thread. */
export function dayDeliveries(
  digest: Digest,
  { day, dueAt, until }: DueDay,
  parts: readonly DayPart[],
): readonly NewDelivery[] {
  return parts.map(({ message, talks }, position) => ({
    workspace: digest.workspace,
    digestId: digest.id,
    day,
    part: { kind: 'day', position },
    channel: digest.channel,
    message,
    talks,
    dueAt,
    until,
  }));
}

/** The reply that tells what changed, in the thread of a day. */
export function changeReply(
  digest: Digest,
  { day, dueAt, until }: DueDay,
  { version, message, talks }: DayPart & { readonly version: number },
): NewDelivery {
  return {
    workspace: digest.workspace,
    digestId: digest.id,
    day,
    part: { kind: 'change', version },
    channel: digest.channel,
    message,
    talks,
    dueAt,
    until,
  };
}

/** The message that tells changes in the channel itself. */
export function changesInChannel(
  digest: Digest,
  { dueAt, until }: Pick<DueDay, 'dueAt' | 'until'>,
  { version, changes, message, talks }: DayPart & { readonly version: number; readonly changes: string },
): NewDelivery {
  return {
    workspace: digest.workspace,
    digestId: digest.id,
    // It may tell of several days.
    day: '',
    part: { kind: 'changes', version, changes },
    channel: digest.channel,
    message,
    talks,
    dueAt,
    until,
  };
}

/** The notice before sessions that start at the same instant. */
export function reminder(
  digest: Digest,
  {
    sessions,
    startsAt,
    ...delivery
  }: Pick<NewDelivery, 'message' | 'talks' | 'dueAt'> & {
    /** Tells these sessions from others, and is the same in every process. */
    readonly sessions: string;
    readonly startsAt: number;
  },
): NewDelivery {
  return {
    workspace: digest.workspace,
    digestId: digest.id,
    // It stays the same reminder if its talks move to another day.
    day: '',
    part: { kind: 'reminder', startsAt, sessions },
    channel: digest.channel,
    ...delivery,
    until: startsAt,
  };
}

/** A person has a day to read a notice. */
export const NOTICE_MS = DAY_MS;

/** A direct message to the owner. */
export function ownerNotice(
  digest: Digest,
  { day, part }: { readonly day: string; readonly part: OwnerPart },
  { message, now }: { readonly message: Message; readonly now: number },
): NewDelivery {
  return {
    workspace: digest.workspace,
    digestId: digest.id,
    day,
    part,
    channel: digest.owner,
    message,
    talks: [],
    dueAt: now,
    until: now + NOTICE_MS,
  };
}

/** A direct message to a person about their own talks. */
export function myTalksNotice(
  member: Member,
  part: MyTalksPart,
  delivery: Pick<NewDelivery, 'message' | 'talks' | 'dueAt' | 'until'>,
): NewDelivery {
  return {
    workspace: member.workspace,
    digestId: myTalksId(member),
    day: '',
    part,
    channel: member.person,
    ...delivery,
  };
}

/** Short enough for the value of a button (2,000 characters), and the same in every process. */
export function fingerprint(keys: readonly string[]): string {
  return createHash('sha256').update(keys.join('\n')).digest('hex').slice(0, 16);
}
