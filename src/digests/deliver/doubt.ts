import { type ChannelDelivery, type Delivery, type DeliveryKey, digestOf } from '../../store/delivery.ts';
import { isChannelPart, type OwnerPart, type RoomPart } from '../../store/delivery-part.ts';
import type { Store } from '../../store/open.ts';
import { type DeliveryContext, logFields } from '../delivery-context.ts';
import { ownerNotice } from '../plan/new-deliveries.ts';

/** A message that its owner wants posted is tried for so long. */
const WANTED_MS = 3 * 60 * 60 * 1000;
/** An owner has so long to look whether a message is there. */
const ANSWER_MS = 30 * 60 * 1000;
/** A repeated message is sent soon or not at all. */
const REPEATED_MS = 30 * 60 * 1000;

/**
 * Asks the owner whether a message arrived, since nobody else can know. A notice is sent again instead: reading one twice
 * does no harm.
 */
export async function doubt(delivery: Delivery, context: DeliveryContext): Promise<void> {
  const { store, messages, log, now } = context;
  // Nobody owns a room's channel, and a notice that comes half an hour later is of no use.
  if (isInRoom(delivery) && delivery.part.about !== 'topic') {
    if (await store.sending.recordUnknown(delivery, undefined, now()))
      log.warn(logFields(delivery), "Slack did not answer whether a message arrived in a room's channel.");
    return;
  }
  if (!isForChannel(delivery)) return store.sending.recordRefused(delivery, now());
  const digest = await store.digests.find(digestOf(delivery));
  const question =
    digest &&
    ownerNotice(
      digest,
      { day: delivery.day, part: questionPart(delivery) },
      { message: messages.question(digest, delivery), now: now() },
    );
  if (await store.sending.recordUnknown(delivery, question, now()))
    log.warn(logFields(delivery), 'Slack did not answer, so the owner is asked whether a message arrived.');
}

/**
 * Takes the owner's answer. Returns false if the question was settled before: by another answer, by a late answer of
 * Slack, or because the message was posted once more.
 */
export async function answerQuestion(
  key: DeliveryKey,
  answer: 'post it' | 'it is there',
  { store, now }: { readonly store: Pick<Store, 'sending' | 'deliveries'>; readonly now: () => number },
): Promise<boolean> {
  if (answer === 'it is there') return store.sending.confirm(key);
  const delivery = await store.deliveries.find(key);
  if (delivery === undefined) return false;
  return store.sending.repeat(key, { ...delivery, until: now() + WANTED_MS });
}

/** Posts once more what no owner has answered for. */
export async function repeatUnanswered(context: DeliveryContext): Promise<void> {
  const { sending } = context.store;
  for (const delivery of await sending.unanswered(context.now() - ANSWER_MS))
    if (isForChannel(delivery)) await repeat(delivery, context);
    else if (isInRoom(delivery)) await sending.recordMissed([delivery], []);
}

async function repeat(
  delivery: ChannelDelivery,
  { store, messages, log, now }: DeliveryContext,
): Promise<void> {
  const { workspace, digestId, day, part } = delivery;
  // A reminder is of no use half an hour later.
  if (part.kind === 'reminder') return store.sending.recordMissed([delivery], []);
  const digest = await store.digests.find(digestOf(delivery));
  const again = {
    message: messages.markRepeated(delivery.message, digest?.language ?? 'en'),
    until: now() + REPEATED_MS,
    repeated: true,
  };
  if (!(await store.sending.repeat(delivery, again))) return;
  await store.deliveries.update({
    key: { workspace, digestId, day, part: questionPart(delivery) },
    message: messages.settledQuestion(delivery, 'repeated'),
    talks: [],
  });
  log.warn(logFields(delivery), 'Nobody answered, so a message is posted once more.');
}

/** Whether it is due in a room's channel. */
export function isInRoom(delivery: Delivery): delivery is Delivery & { readonly part: RoomPart } {
  return delivery.part.kind === 'room';
}

function questionPart({ part, attempts }: ChannelDelivery): OwnerPart {
  return { kind: 'notice', about: 'doubt', part, attempts };
}

function isForChannel(delivery: Delivery): delivery is ChannelDelivery {
  return isChannelPart(delivery.part);
}
