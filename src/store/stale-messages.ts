import { type SqlBool, sql } from 'kysely';
import { hasKey } from './deliveries.ts';
import { type Delivery, type DeliveryKey, readDelivery } from './delivery.ts';
import type { Db } from './schema.ts';

/** Posted with another text than they have now: the first of each workspace but the paused ones. */
export async function staleMessages(
  db: Db,
  run: string,
  { now, paused }: { readonly now: number; readonly paused: readonly string[] },
): Promise<readonly Delivery[]> {
  const isWanted = paused.length === 0 ? isStale(now) : isStaleExcept(now, paused);
  const isAny = sql`select 1 from deliveries where run = ${run} and ${isWanted} limit 1`;
  if ((await isAny.execute(db)).rows.length === 0) return [];
  const rows = await db
    .selectFrom(eb =>
      eb
        .selectFrom('deliveries')
        .select(['workspace', 'digest', 'day', 'part'])
        .select(
          sql<number>`row_number() over (partition by workspace order by due_at, position, digest)`.as(
            'turn',
          ),
        )
        .where('run', '=', run)
        .where(isWanted)
        .as('first'),
    )
    .innerJoin('deliveries', join =>
      join
        .onRef('deliveries.workspace', '=', 'first.workspace')
        .onRef('deliveries.digest', '=', 'first.digest')
        .onRef('deliveries.day', '=', 'first.day')
        .onRef('deliveries.part', '=', 'first.part')
        .on('deliveries.run', '=', run),
    )
    .selectAll('deliveries')
    .where('first.turn', '=', 1)
    .orderBy('deliveries.workspace')
    .execute();
  return rows.map(readDelivery);
}

/** Neither this message, whose edit failed, nor another one of its workspace is edited before an instant. */
export async function delayEdits(
  db: Db,
  run: string,
  { key, retryAt }: { readonly key: DeliveryKey; readonly retryAt: number },
): Promise<void> {
  await db
    .updateTable('deliveries')
    .where(eb => eb.and({ run, workspace: key.workspace }))
    .where(eb => eb.or([hasKey(key, run)(eb), eb('retry_at', '<', retryAt)]))
    .where(isOutdated())
    .set({ retry_at: retryAt })
    .execute();
}

/** In the words of the index `deliveries_to_edit`, or it would not serve: posted rows are kept, and become very many. */
function isOutdated() {
  return sql<SqlBool>`state = 'posted' and shown < revision and ts is not null`;
}

function isStale(now: number) {
  return sql<SqlBool>`${isOutdated()} and retry_at <= ${now}`;
}

function isStaleExcept(now: number, workspaces: readonly string[]) {
  return sql<SqlBool>`${isStale(now)} and workspace not in (${sql.join(workspaces)})`;
}
