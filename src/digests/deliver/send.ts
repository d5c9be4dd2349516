import { setTimeout as wait } from 'node:timers/promises';
import { type Delivery, digestOf, type MessageAddress, nameOfKey } from '../../store/delivery.ts';
import { isChannelPart } from '../../store/delivery-part.ts';
import type { Sendable } from '../../store/next-to-send.ts';
import type { JoinedDelivery } from '../../store/people/join-notices.ts';
import { StoreFault } from '../../store/store-fault.ts';
import { type DeliveryContext, logFields, type Outcome } from '../delivery-context.ts';
import { refreshNotice } from '../mine/remind.ts';
import { ownerNotice } from '../plan/new-deliveries.ts';
import { isReplaced } from '../rooms/plan-topics.ts';
import { giveUpInRoom } from '../rooms/tell-refusal.ts';
import { doubt, isInRoom } from './doubt.ts';

/**
 * Slack takes a message a second in a channel and several hundred a minute in a workspace
 * (https://docs.slack.dev/apis/web-api/rate-limits); answers to people count too.
 */
const CHANNEL_MS = 1050;
const PER_MINUTE = 280;
/** So many calls wait for Slack's answer at a time: of one workspace, whose Slack may be slow, and of all. */
const AT_ONCE = 20;
const OF_ALL_AT_ONCE = 100;

/** How many messages are in flight, by workspace. */
export type InFlightByWorkspace = Map<string, number>;

/**
 * Takes the messages that can be sent now, beside those in flight, and returns the sending of each, which counts itself
 * while it runs. What is taken is recorded before it is sent: a later start finds such a row and knows that the message may
 * be there.
 */
export async function sendNext(
  context: DeliveryContext,
  inFlight: InFlightByWorkspace,
): Promise<readonly (() => Promise<void>)[]> {
  const { sending } = context.store;
  const next = await sending.next(paceAt(context.now()), context.random);
  const chosen = chooseBeside(inFlight, next);
  const threads = new Map(chosen.map(({ key, threadTs }) => [nameOfKey(key), threadTs]));
  const taken = await sending.take(
    chosen.map(({ key }) => key),
    paceAt(context.now()),
  );
  return taken.map(delivery => () => {
    const threadTs = threads.get(nameOfKey(delivery));
    return counted(delivery.workspace, inFlight, () => send(delivery, threadTs, context));
  });
}

/** The first for which there is room: in flight are only so many of a workspace, and of all. */
function chooseBeside(inFlight: InFlightByWorkspace, next: readonly Sendable[]): readonly Sendable[] {
  const busy = new Map(inFlight);
  const room = OF_ALL_AT_ONCE - [...inFlight.values()].reduce((sum, count) => sum + count, 0);
  const hasRoom = ({ key: { workspace } }: Sendable) => {
    const count = busy.get(workspace) ?? 0;
    busy.set(workspace, count + 1);
    return count < AT_ONCE;
  };
  return next.filter(hasRoom).slice(0, Math.max(0, room));
}

async function counted(
  workspace: string,
  inFlight: InFlightByWorkspace,
  work: () => Promise<void>,
): Promise<void> {
  const add = (one: 1 | -1) => {
    const count = (inFlight.get(workspace) ?? 0) + one;
    if (count === 0) inFlight.delete(workspace);
    else inFlight.set(workspace, count);
  };
  add(1);
  try {
    await work();
  } finally {
    add(-1);
  }
}

async function send(taken: Delivery, threadTs: string | undefined, context: DeliveryContext): Promise<void> {
  if (isTopic(taken) && (await isReplaced(taken, context)))
    return untilRecorded(() => context.store.sending.giveUp(taken));
  const joined = await (isAboutMissed(taken) ? joinMissed(taken, context) : refreshNotice(taken, context));
  if (joined === undefined) return untilRecorded(() => context.store.sending.withdraw(taken));
  const { delivery, others } = joined;
  const { channel, message, workspace } = delivery;
  const outcome = isTopic(delivery)
    ? await context.setTopic(channel, message.text, { workspace })
    : await context.post(channel, message, { workspace, threadTs });
  if (outcome.kind === 'posted') return untilRecorded(() => settlePosted(joined, outcome, context));
  for (const each of [delivery, ...others]) await untilRecorded(() => settleUnposted(each, outcome, context));
}

/** An owner of several digests is told once what was missed while Lectern was away. */
function joinMissed(taken: Delivery, { store, messages, now }: DeliveryContext): Promise<JoinedDelivery> {
  return store.sending.joinNotices(taken, now(), notices =>
    notices.every(isAboutMissed) ? messages.joinMissed(notices.map(({ message }) => message)) : undefined,
  );
}

function isTopic({ part }: Delivery): boolean {
  return part.kind === 'room' && part.about === 'topic';
}

function isAboutMissed({ part }: Delivery): boolean {
  return part.kind === 'notice' && part.about === 'missed';
}

function paceAt(now: number) {
  return { now, channelMs: CHANNEL_MS, perMinute: PER_MINUTE };
}

async function settleUnposted(
  delivery: Delivery,
  outcome: Exclude<Outcome, { kind: 'posted' }>,
  context: DeliveryContext,
): Promise<void> {
  switch (outcome.kind) {
    case 'refused':
      return settleRefused(delivery, outcome, context);
    case 'forbidden':
      return settleForbidden(delivery, outcome.reason, context);
    case 'uninstalled':
      return settleUninstalled(delivery, outcome.reason, context);
    case 'revoked':
      return settleRevoked(delivery, context);
    case 'unknown':
      return doubt(delivery, context);
    default:
      outcome satisfies never;
  }
}

async function settlePosted(
  { delivery, others }: JoinedDelivery,
  at: MessageAddress,
  { store, log }: DeliveryContext,
): Promise<void> {
  await store.sending.recordPosted(delivery, at, others);
  if (isChannelPart(delivery.part)) await store.digests.clearFailures(digestOf(delivery));
  log.debug(logFields(delivery), 'A message of a digest was posted.');
}

async function settleRefused(
  delivery: Delivery,
  { retryAfterMs = 0, reason }: { readonly retryAfterMs: number | undefined; readonly reason: string },
  { store, log, now, random }: DeliveryContext,
): Promise<void> {
  const afterMs = Math.max(retryAfterMs, backoffMs(delivery.attempts, random));
  await store.sending.recordRefused(delivery, now() + afterMs);
  log.warn({ ...logFields(delivery), reason, afterMs }, 'A message of a digest was not taken; retrying.');
}

/** A person has to do something first; another attempt finds out whether they have. */
const FORBIDDEN_AGAIN_MS = 10 * 60 * 1000;
const FAILURES_MAX = 3;

/**
 * Tells the owner at once, and again when the digest is paused; between the two they know already. A notice to an owner
 * who cannot be told is tried again.
 */
async function settleForbidden(delivery: Delivery, reason: string, context: DeliveryContext): Promise<void> {
  if (isInRoom(delivery)) return giveUpInRoom(delivery, reason, context);
  const { store, messages, log, now } = context;
  const { day, part } = delivery;
  const digest = isChannelPart(part) ? await store.digests.find(digestOf(delivery)) : undefined;
  const retryAt = now() + FORBIDDEN_AGAIN_MS;
  if (digest === undefined) await store.sending.recordRefused(delivery, retryAt);
  else
    await store.sending.recordForbidden(delivery, retryAt, failures => {
      const isPaused = failures >= FAILURES_MAX;
      const about = isPaused
        ? ({ kind: 'notice', about: 'pause', at: now() } as const)
        : ({ kind: 'notice', about: 'refusal', reason } as const);
      const message = messages.refusedNotice(digest, reason, isPaused);
      return { isPaused, notice: ownerNotice(digest, { day, part: about }, { message, now: now() }) };
    });
  log.warn({ ...logFields(delivery), reason }, 'Slack forbids a message of a digest.');
}

/** Nobody can be told there, and nothing is tried again. */
async function settleUninstalled(
  delivery: Delivery,
  reason: string,
  { store, log }: DeliveryContext,
): Promise<void> {
  await store.sending.giveUp(delivery);
  log.warn({ ...logFields(delivery), reason }, 'A message is not posted: its workspace has no Lectern.');
}

/**
 * Nobody can be told there, so that neither the digest is paused nor a notice claimed: if Lectern is installed again in time,
 * the message is posted, and if not, the owner is told then that it was missed. Whoever posts has logged it.
 */
async function settleRevoked(delivery: Delivery, { store, log, now }: DeliveryContext): Promise<void> {
  await store.sending.recordRefused(delivery, now() + FORBIDDEN_AGAIN_MS);
  log.debug(logFields(delivery), 'A message waits until Lectern is installed again in its workspace.');
}

const FIRST_MS = 1000;
const LONGEST_MS = 60_000;

/**
 * Doubles with each attempt up to a minute; `random` takes off up to half of that, so that messages that wait do not all
 * come back at once.
 */
export function backoffMs(attempts: number, random: () => number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempts - 1));
  return Math.round(longest * (0.5 + 0.5 * random()));
}

const RECORD_AGAIN_MS = 20;

/** Nobody else knows Slack's answer, so it is kept until the database takes it. */
async function untilRecorded(record: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await record();
    } catch (error) {
      if (!(error instanceof StoreFault)) throw error;
    }
    await wait(RECORD_AGAIN_MS);
  }
}
