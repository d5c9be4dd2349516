import type { Delivery, NewDelivery } from '../../store/delivery.ts';
import type { RoomPart } from '../../store/delivery-part.ts';
import { rememberOf } from '../../text/remember.ts';
import { type DeliveryContext, logFields } from '../delivery-context.ts';
import type { RefusedInRoom } from '../messages.ts';
import { NOTICE_MS } from '../plan/new-deliveries.ts';

/** More organisers need not know. */
const TOLD_MAX = 5;

/** The reasons that each message in a channel would meet, whatever its kind. */
const OF_CHANNEL: ReadonlySet<string> = new Set(['not_in_channel', 'channel_not_found', 'is_archived']);

/**
 * Gives up what Slack forbids in a room's channel, and tells the organisers once of each reason: the next talk there would
 * meet it again. The log says it once in each process, also where nobody is named as an organiser.
 */
export async function giveUpInRoom(
  delivery: Delivery & { readonly part: RoomPart },
  reason: string,
  context: DeliveryContext,
): Promise<void> {
  const { store, log } = context;
  await store.sending.giveUp(delivery);
  const about = aboutOf(delivery, reason);
  // A scope is missing in all channels.
  const where = reason === 'missing_scope' ? 'all' : delivery.channel;
  const organisers = context.organisersOf(delivery.workspace) ?? [];
  const notices = organisers
    .slice(0, TOLD_MAX)
    .map(person => [refusalNotice(delivery, { about, where, person, reason }, context)]);
  if (notices.length > 0) await store.deliveries.claim(notices);
  const [logged, key] = [loggedOf(context), `${delivery.workspace} ${about} ${where} ${reason}`];
  log[logged.has(key) ? 'debug' : 'warn'](
    { ...logFields(delivery), reason },
    "Slack forbids Lectern a room's channel.",
  );
  logged.add(key);
}

const loggedOf = rememberOf((_: DeliveryContext) => new Set<string>());

function aboutOf({ part }: { readonly part: RoomPart }, reason: string): RefusedInRoom {
  if (OF_CHANNEL.has(reason)) return 'channel';
  return part.about === 'topic' ? 'topic' : 'notice';
}

function refusalNotice(
  { workspace, channel }: Delivery,
  {
    about,
    where,
    person,
    reason,
  }: {
    readonly about: RefusedInRoom;
    readonly where: string;
    readonly person: string;
    readonly reason: string;
  },
  { messages, now }: DeliveryContext,
): NewDelivery {
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
