import { type SqlBool, sql } from 'kysely';
import { type Delivery, readDelivery } from './delivery.ts';
import type { Db } from './schema.ts';

/** Posted with another text than they have now: the first of each workspace. */
export async function staleMessages(db: Db, run: string, now: number): Promise<readonly Delivery[]> {
  const isAny = sql`select 1 from deliveries where run = ${run} and ${isStale(now)} limit 1`;
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
        .where(isStale(now))
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

/** In the words of the index `deliveries_to_edit`, or it would not serve: posted rows are kept, and become very many. */
function isStale(now: number) {
  return sql<SqlBool>`state = 'posted' and shown < revision and ts is not null and retry_at <= ${now}`;
}
