import type { Delivery } from '../store/delivery.ts';
import type { Setting } from './setting.ts';
import type { UnderWay } from './under-way.ts';

/** Nobody else edits a message meanwhile; after it, what was not answered is tried again. */
const EDITING_MS = 60_000;
/** Edits are limited apart from posts, to about one a second. */
const AT_ONCE = 1;

/** Puts the words that messages have now in the place of those in Slack. An edit that is made twice does no harm. */
export async function editStale(setting: Setting, underWay: UnderWay): Promise<void> {
  const stale = await setting.store.sending.stale(setting.now());
  for (const delivery of stale.slice(0, AT_ONCE)) underWay.add(editOne(delivery, setting));
}

async function editOne(delivery: Delivery, { store, edit, now, log }: Setting): Promise<void> {
  if (delivery.ts === undefined) return;
  if (!(await store.sending.takeEdit(delivery, now(), now() + EDITING_MS))) return;
  const outcome = await edit(delivery.postedIn ?? delivery.channel, delivery.ts, delivery.message);
  if (outcome.kind !== 'posted')
    log.warn({ digest: delivery.digest, day: delivery.day, outcome }, 'A message could not be edited.');
  // What may not be edited stays as it is: it was deleted, or the bot has left.
  if (outcome.kind === 'posted' || outcome.kind === 'forbidden') await store.sending.edited(delivery);
}
