import { setTimeout as wait } from 'node:timers/promises';
import type { Delivery } from '../../store/delivery.ts';
import { StoreFault } from '../../store/store-fault.ts';
import { noticeOwed } from '../plan/owed.ts';
import type { Setting } from '../setting.ts';
import { backoffMs } from './backoff.ts';
import type { Outcome } from './post.ts';

/** Somebody has to do something first; it is tried again in case they have. */
const FORBIDDEN_AGAIN_MS = 10 * 60 * 1000;
const FAILURES_MAX = 3;

/** Records what became of a message that was sent. */
export function settle(delivery: Delivery, outcome: Outcome, setting: Setting): Promise<void> {
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
  { store, log }: Setting,
): Promise<void> {
  await store.sending.posted(delivery, at);
  if (delivery.kind !== 'notice') await store.digests.forgetFailures(delivery.digest);
  log.debug(nameOf(delivery), 'A message of a digest is posted.');
}

async function refused(
  delivery: Delivery,
  { retryAfterMs = 0, reason }: { readonly retryAfterMs: number | undefined; readonly reason: string },
  { store, log, now, random }: Setting,
): Promise<void> {
  const afterMs = Math.max(retryAfterMs, backoffMs(delivery.attempts, random));
  await store.sending.refused(delivery, now() + afterMs);
  log.warn({ ...nameOf(delivery), reason, afterMs }, 'A message of a digest will be sent again.');
}

/**
 * Its owner is told at once, and again when it is paused; between the two they know already. A notice for an owner who
 * cannot be told is tried again.
 */
async function forbidden(
  delivery: Delivery,
  reason: string,
  { store, words, log, now }: Setting,
): Promise<void> {
  const digest = delivery.kind === 'notice' ? undefined : await store.digests.find(delivery.digest);
  const retryAt = now() + FORBIDDEN_AGAIN_MS;
  if (digest === undefined) await store.sending.refused(delivery, retryAt);
  else
    await store.sending.forbidden(delivery, retryAt, failures => {
      const isPaused = failures >= FAILURES_MAX;
      const key = {
        day: delivery.day,
        part: isPaused ? `notice paused ${now()}` : `notice refused ${reason}`,
      };
      return { isPaused, notice: noticeOwed(digest, key, words.refused(digest, reason, isPaused), now()) };
    });
  log.warn({ ...nameOf(delivery), reason }, 'Slack does not take a message of a digest.');
}

/**
 * Nobody can know whether it is there, and its owner is asked to look. A notice is just sent again: to read one twice
 * does no harm.
 */
export async function unknown(delivery: Delivery, { store, words, log, now }: Setting): Promise<void> {
  if (delivery.kind === 'notice') return store.sending.refused(delivery, now());
  const digest = await store.digests.find(delivery.digest);
  const key = { day: delivery.day, part: `question ${delivery.part} ${delivery.attempts}` };
  const question = digest && noticeOwed(digest, key, words.question(digest, delivery), now());
  const isNew = await store.sending.unknown(delivery, question, now());
  if (isNew) log.warn(nameOf(delivery), 'Whether a message arrived is unknown; its owner is asked.');
}

function nameOf({ digest, day, part, channel }: Delivery) {
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
