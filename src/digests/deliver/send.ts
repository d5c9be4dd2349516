import { setTimeout as wait } from 'node:timers/promises';
import type { Delivery } from '../../store/delivery.ts';
import type { Sendable } from '../../store/next-to-send.ts';
import { StoreFault } from '../../store/store-fault.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import { noticeOwed } from '../plan/new-deliveries.ts';
import type { Outcome } from './post.ts';

/** Slack bears a message a second in a channel, several hundred a minute in a workspace; answers to people count too. */
const CHANNEL_MS = 1050;
const PER_MINUTE = 280;
/** So many wait for Slack's answer at a time. */
const AT_ONCE = 20;

/** Begins to send what can be sent now, beside so many calls to Slack that are under way; returns the calls it began. */
export async function sendNext(
  setting: DeliveryContext,
  inFlight: number,
): Promise<readonly Promise<void>[]> {
  const next = await setting.store.sending.next(paceOf(setting));
  const room = Math.max(0, AT_ONCE - inFlight);
  return next.slice(0, room).map(sendable => send(sendable, setting));
}

/** That it is sent is recorded first: of what is recorded and not settled, a later start knows that it may be there. */
async function send({ threadTs, ...key }: Sendable, setting: DeliveryContext): Promise<void> {
  const delivery = await setting.store.sending.take(key, paceOf(setting));
  if (delivery === undefined) return;
  const outcome = await setting.post(delivery.channel, delivery.message, { threadTs });
  await settle(delivery, outcome, setting);
}

function paceOf({ now }: DeliveryContext) {
  return { now: now(), channelMs: CHANNEL_MS, perMinute: PER_MINUTE };
}

/** Somebody has to do something first; it is tried again in case they have. */
const FORBIDDEN_AGAIN_MS = 10 * 60 * 1000;
const FAILURES_MAX = 3;

/** Records what became of a message that was sent. */
function settle(delivery: Delivery, outcome: Outcome, setting: DeliveryContext): Promise<void> {
  return remembered(async () => {
    switch (outcome.kind) {
      case 'posted':
        return posted(delivery, outcome, setting);
      case 'refused':
        return refused(delivery, outcome, setting);
      case 'forbidden':
        return forbidden(delivery, outcome.reason, setting);
      case 'unknown':
        return unknown(delivery, setting);
    }
  });
}

async function posted(
  delivery: Delivery,
  at: { readonly channel: string; readonly ts: string },
  { store, log }: DeliveryContext,
): Promise<void> {
  await store.sending.posted(delivery, at);
  if (delivery.kind !== 'notice') await store.digests.forgetFailures(delivery.digestId);
  log.debug(describeDelivery(delivery), 'A message of a digest is posted.');
}

async function refused(
  delivery: Delivery,
  { retryAfterMs = 0, reason }: { readonly retryAfterMs: number | undefined; readonly reason: string },
  { store, log, now, random }: DeliveryContext,
): Promise<void> {
  const afterMs = Math.max(retryAfterMs, backoffMs(delivery.attempts, random));
  await store.sending.refused(delivery, now() + afterMs);
  log.warn({ ...describeDelivery(delivery), reason, afterMs }, 'A message of a digest will be sent again.');
}

/**
 * Its owner is told at once, and again when it is paused; between the two they know already. A notice for an owner who
 * cannot be told is tried again.
 */
async function forbidden(
  delivery: Delivery,
  reason: string,
  { store, messages: words, log, now }: DeliveryContext,
): Promise<void> {
  const digest = delivery.kind === 'notice' ? undefined : await store.digests.find(delivery.digestId);
  const retryAt = now() + FORBIDDEN_AGAIN_MS;
  if (digest === undefined) await store.sending.refused(delivery, retryAt);
  else
    await store.sending.forbidden(delivery, retryAt, failures => {
      const isPaused = failures >= FAILURES_MAX;
      const key = {
        day: delivery.day,
        part: isPaused ? `notice paused ${now()}` : `notice refused ${reason}`,
      };
      return {
        isPaused,
        notice: noticeOwed(digest, key, words.refusedNotice(digest, reason, isPaused), now()),
      };
    });
  log.warn({ ...describeDelivery(delivery), reason }, 'Slack does not take a message of a digest.');
}

/**
 * Nobody can know whether it is there, and its owner is asked to look. A notice is just sent again: to read one twice
 * does no harm.
 */
export async function unknown(
  delivery: Delivery,
  { store, messages: words, log, now }: DeliveryContext,
): Promise<void> {
  if (delivery.kind === 'notice') return store.sending.refused(delivery, now());
  const digest = await store.digests.find(delivery.digestId);
  const key = { day: delivery.day, part: `question ${delivery.part} ${delivery.attempts}` };
  const question = digest && noticeOwed(digest, key, words.question(digest, delivery), now());
  const isNew = await store.sending.unknown(delivery, question, now());
  if (isNew)
    log.warn(describeDelivery(delivery), 'Whether a message arrived is unknown; its owner is asked.');
}

function describeDelivery({ digestId: digest, day, part, channel }: Delivery) {
  return { digest, day, part, channel };
}

const REMEMBERED_AGAIN_MS = 20;

/** What Slack has answered is known to nobody else, so it is kept until the database takes it. */
async function remembered(work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreFault)) throw error;
    }
    await wait(REMEMBERED_AGAIN_MS);
  }
}

const FIRST_MS = 1000;
const LONGEST_MS = 60_000;

/** Twice as long after each attempt, and by chance a part of that, so that those who wait do not all come back at once. */
export function backoffMs(attempts: number, random: () => number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempts - 1));
  return Math.round(longest * (0.5 + 0.5 * random()));
}
