import type { Transaction } from 'kysely';
import { hasKey } from '../deliveries.ts';
import { type Delivery, type Message, placeOf, readDelivery } from '../delivery.ts';
import type { Schema } from '../schema.ts';

/** One message of all of these, the oldest at the front; undefined if one of them is to come by itself. */
export type JoinNotices = (notices: readonly Delivery[]) => Message | undefined;

/** A message as it is sent, and the others that it tells, which must be settled as it is. */
export interface JoinedDelivery {
  readonly delivery: Delivery;
  readonly others: readonly Delivery[];
}

/**
 * Gives a message to a person, which is being sent, the text of all of its kind that is due to them. The others
 * count as being sent, too: each keeps its own text, so that after a refusal all can be joined anew, and none is lost if one
 * is no longer wanted. Must run in a transaction.
 */
export async function joinNotices(
  transaction: Transaction<Schema>,
  {
    taken,
    run,
    now,
    join,
  }: { readonly taken: Delivery; readonly run: string; readonly now: number; readonly join: JoinNotices },
): Promise<JoinedDelivery> {
  const { kind } = placeOf(taken.part);
  const rows = await transaction
    .selectFrom('deliveries')
    .selectAll()
    .where(eb => eb.and({ run, workspace: taken.workspace, channel: taken.channel, kind }))
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
  const others = joined.filter(each => each !== taken);
  for (const each of others)
    await transaction
      .updateTable('deliveries')
      .where(hasKey(each, run))
      .set(eb => ({ state: 'sending', sending_at: now, attempts: eb('attempts', '+', 1) }))
      .execute();
  return { delivery: { ...taken, message }, others };
}

/** Changes by the version of the programme that they led to, then what alerts found; others by when they were due. */
function byAge(a: Delivery, b: Delivery): number {
  return ageOf(a) - ageOf(b);
}

function ageOf({ part, dueAt }: Delivery): number {
  if (part.kind !== 'mine') return dueAt;
  return part.about === 'changed' ? part.version : Number.MAX_SAFE_INTEGER;
}
