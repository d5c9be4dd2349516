import type { Sendable } from '../../store/next-to-send.ts';
import type { Setting } from '../setting.ts';
import { settle } from './settle.ts';
import type { UnderWay } from './under-way.ts';

/** Slack bears a message a second in a channel, several hundred a minute in a workspace; answers to people count too. */
const CHANNEL_MS = 1050;
const PER_MINUTE = 280;
/** So many wait for Slack's answer at a time. */
const AT_ONCE = 20;

/** Sends what can be sent now. It does not wait for Slack's answers. */
export async function sendNext(setting: Setting, underWay: UnderWay): Promise<void> {
  const next = await setting.store.sending.next(paceOf(setting));
  const room = Math.max(0, AT_ONCE - underWay.count);
  for (const sendable of next.slice(0, room)) underWay.add(send(sendable, setting));
}

/** That it is sent is recorded first: of what is recorded and not settled, a later start knows that it may be there. */
async function send({ threadTs, ...key }: Sendable, setting: Setting): Promise<void> {
  const delivery = await setting.store.sending.take(key, paceOf(setting));
  if (delivery === undefined) return;
  const outcome = await setting.post(delivery.channel, delivery.message, { threadTs });
  await settle(delivery, outcome, setting);
}

function paceOf({ now }: Setting) {
  return { now: now(), channelMs: CHANNEL_MS, perMinute: PER_MINUTE };
}
