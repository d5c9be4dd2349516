import type { Transaction } from 'kysely';
import { hasKey, updateMessage } from '../deliveries.ts';
import { type Delivery, type Message, readDelivery } from '../delivery.ts';
import type { Schema } from '../schema.ts';

/** One message of all of these, the oldest at the front; undefined if one of them is to come by itself. */
export type JoinNotices = (notices: readonly Delivery[]) => Message | undefined;

/**
 * Gives a message to a person about their own talks, which is being sent, the text of all that is due to them; what it tells
 * then counts as posted, and is not claimed again. Must run in a transaction. Returns the message as it is to be sent.
 */
export async function joinNotices(
  transaction: Transaction<Schema>,
  {
    taken,
    run,
    now,
    join,
  }: { readonly taken: Delivery; readonly run: string; readonly now: number; readonly join: JoinNotices },
): Promise<Delivery> {
  const rows = await transaction
    .selectFrom('deliveries')
    .selectAll()
    .where(eb => eb.and({ run, workspace: taken.workspace, digest: taken.digestId, kind: 'mine' }))
    .where('state', '=', 'claimed')
    .where('due_at', '<=', now)
    .where('until', '>=', now)
    .execute();
  let [joined, message]: [readonly Delivery[], Message] = [[taken], taken.message];
  for (const waiting of rows.map(readDelivery).sort(byAge)) {
    const more = [...joined, waiting].sort(byAge);
    const all = join(more);
    if (all !== undefined) [joined, message] = [more, all];
  }
  if (joined.length === 1) return taken;
  const talks = [...new Set(joined.flatMap(each => each.talks))];
  for (const each of joined)
    if (each !== taken)
      await transaction.updateTable('deliveries').where(hasKey(each, run)).set({ state: 'posted' }).execute();
  await updateMessage(transaction, { key: taken, message, talks }, run);
  return { ...taken, message, talks, revision: taken.revision + 1 };
}

/** Changes by the version of the programme that they led to, then what alerts found. */
function byAge(a: Delivery, b: Delivery): number {
  return versionOf(a) - versionOf(b);
}

function versionOf({ part }: Delivery): number {
  return part.kind === 'mine' && part.about === 'changed' ? part.version : Number.MAX_SAFE_INTEGER;
}
