import type { Delivery, NewDelivery } from '../../store/delivery.ts';
import type { RoomPart } from '../../store/delivery-part.ts';
import { type DeliveryContext, logFields } from '../delivery-context.ts';
import { NOTICE_MS } from '../plan/new-deliveries.ts';

/** More organisers need not know. */
const TOLD_MAX = 5;

/**
 * Gives up what Slack forbids in a room's channel, and tells the organisers once of each reason: the next talk there would
 * meet it again.
 */
export async function giveUpInRoom(
  delivery: Delivery & { readonly part: RoomPart },
  reason: string,
  context: DeliveryContext,
): Promise<void> {
  const { store, log } = context;
  await store.sending.giveUp(delivery);
  const organisers = context.organisersOf(delivery.workspace) ?? [];
  const notices = organisers
    .slice(0, TOLD_MAX)
    .map(person => [refusalNotice(delivery, { person, reason }, context)]);
  const won = notices.length === 0 ? [] : await store.deliveries.claim(notices);
  const isNew = won.includes(true);
  log[isNew ? 'warn' : 'debug'](
    { ...logFields(delivery), reason },
    "Slack forbids Lectern a room's channel.",
  );
}

function refusalNotice(
  { workspace, channel, part }: Delivery & { readonly part: RoomPart },
  { person, reason }: { readonly person: string; readonly reason: string },
  { messages, now }: DeliveryContext,
): NewDelivery {
  const about = part.about === 'topic' ? 'topic' : 'notice';
  // A scope is missing in all channels.
  const where = reason === 'missing_scope' ? 'all' : channel;
  return {
    workspace,
    digestId: `room refused ${about} ${where} ${person}`,
    day: '',
    part: { kind: 'notice', about: 'refusal', reason },
    channel: person,
    message: messages.roomRefused(about, channel, reason),
    talks: [],
    dueAt: now(),
    until: now() + NOTICE_MS,
  };
}
