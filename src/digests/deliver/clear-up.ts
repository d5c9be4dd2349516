import { findProgrammeDay } from '../../programme/moment.ts';
import type { Delivery, NewDelivery } from '../../store/delivery.ts';
import { groupByEach } from '../../text/keys.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import { dayToTell } from '../plan/due.ts';
import { ownerNotice } from '../plan/new-deliveries.ts';
import { doubt, repeatUnanswered } from './doubt.ts';

/** Three times as long as a process waits for Slack's answer: one that has not recorded it by then has ended. */
const SENDING_MS = 30_000;

/** Settles what was left behind: messages that are too late, that a process was killed over, or that nobody answered. */
export async function clearUp(context: DeliveryContext): Promise<void> {
  const { sending } = context.store;
  await giveUp(await sending.overdue(context.now()), context);
  for (const delivery of await sending.stuck(context.now() - SENDING_MS)) await doubt(delivery, context);
  await repeatUnanswered(context);
}

async function giveUp(late: readonly Delivery[], context: DeliveryContext): Promise<void> {
  if (late.length === 0) return;
  const notices: NewDelivery[] = [];
  for (const [digestId, deliveries] of groupByEach(late, delivery => [delivery.digestId]))
    notices.push(...(await missedNotices(digestId, deliveries, context)));
  await context.store.sending.recordMissed(late, notices);
}

/** One notice tells the owner of all days that were missed. */
async function missedNotices(
  digestId: string,
  late: readonly Delivery[],
  { store, messages, log, now, current }: DeliveryContext,
): Promise<readonly NewDelivery[]> {
  const days = [...new Set(late.filter(({ part }) => part.kind === 'day').map(({ day }) => day))].sort();
  log.warn({ digest: digestId, days, messages: late.length }, 'Messages were too late and are not posted.');
  const digest = await store.digests.find(digestId);
  const [day, until] = [days.at(-1), late.at(-1)?.until];
  // The owner of a paused digest knows that nothing comes.
  if (digest === undefined || digest.paused || day === undefined || until === undefined) return [];
  const today = findProgrammeDay(now(), current().programme.conference);
  const message = messages.missedNotice(digest, days, dayToTell(today, digest));
  const part = { kind: 'notice', about: 'missed', until } as const;
  return [ownerNotice(digest, { day, part }, { message, now: now() })];
}
