import type { ExpressionBuilder, Transaction } from 'kysely';
import {
  type Delivery,
  type DeliveryKey,
  deliveryOf,
  type MessageUpdate,
  type NewDelivery,
  rowOf,
} from './delivery.ts';
import type { Db, Schema } from './schema.ts';

/** What is owed, and what became of it. */
export function deliveryQueries(db: Db, run: string) {
  const all = () => db.selectFrom('deliveries').selectAll().where('run', '=', run);
  const kept = async (query: ReturnType<typeof all>) => (await query.execute()).map(deliveryOf);
  return {
    /**
     * Claims messages, those that belong together all or none: false where another process, or this one at an earlier
     * time, has claimed the first of them.
     */
    claim: (groups: readonly (readonly NewDelivery[])[]): Promise<readonly boolean[]> =>
      db.transaction().execute(async transaction => {
        const won: boolean[] = [];
        for (const owed of groups) won.push(await claimIn(transaction, owed, run));
        return won;
      }),
    /**
     * Messages that were claimed before, as they are to be sent from now on: those that came too late, and those that wait
     * until they are tried again. False where there is none of these.
     */
    owe: (owed: readonly NewDelivery[]): Promise<boolean> =>
      db.transaction().execute(async transaction => {
        const sent = [];
        for (const message of owed) {
          const { state, due_at, until, message: words, talks } = rowOf(message, run);
          const row = await transaction
            .updateTable('deliveries')
            .where(keyIs(message, run))
            .where('state', 'in', ['claimed', 'missed'])
            .set({ state, due_at, until, message: words, talks, retry_at: 0 })
            .returning('part')
            .executeTakeFirst();
          if (row !== undefined) sent.push(row);
        }
        return sent.length > 0;
      }),
    /** Of one day of a digest, in the order in which they are sent. */
    of: (digest: string, day: string): Promise<readonly Delivery[]> =>
      kept(all().where('digest', '=', digest).where('day', '=', day).orderBy('position').orderBy('part')),
    find: async (key: DeliveryKey): Promise<Delivery | undefined> =>
      (await kept(all().where(keyIs(key, run)))).at(0),
    /** Every message of the digests themselves that is there or will be, of this day and those after it. */
    since: (day: string): Promise<readonly Delivery[]> =>
      kept(
        all()
          .where('kind', '=', 'digest')
          .where('day', '>=', day)
          .where('state', 'in', ['claimed', 'sending', 'posted', 'unknown'])
          .orderBy('digest')
          .orderBy('day')
          .orderBy('position'),
      ),
    /** The ids of the talks that a digest has told of on other days. */
    toldBy: async (digest: string, exceptOn: string): Promise<ReadonlySet<string>> => {
      const rows = await db
        .selectFrom('deliveries')
        .select('talks')
        .where(eb => eb.and({ run, digest, kind: 'digest' }))
        .where('day', '!=', exceptOn)
        .where('state', '!=', 'missed')
        .execute();
      return new Set(rows.flatMap(({ talks }): string[] => JSON.parse(talks)));
    },
    reword: (reworded: MessageUpdate): Promise<void> =>
      db.transaction().execute(transaction => rewordIn(transaction, reworded, run)),
    /** The notices before talks, which a digest has given. */
    noticesOf: (digest: string): Promise<readonly Delivery[]> =>
      kept(all().where('digest', '=', digest).where('kind', '=', 'soon')),
  };
}

/** `insert ... on conflict do nothing returning`: exactly one of those who try has the row. */
export async function claimIn(
  transaction: Transaction<Schema>,
  owed: readonly NewDelivery[],
  run: string,
): Promise<boolean> {
  for (const [index, message] of owed.entries()) {
    const row = await transaction
      .insertInto('deliveries')
      .values(rowOf(message, run))
      .onConflict(conflict => conflict.doNothing())
      .returning('part')
      .executeTakeFirst();
    if (row === undefined && index === 0) return false;
  }
  return true;
}

/** Other words for a message. Where it is posted, it will be edited; where it is claimed, it will be sent so. */
export async function rewordIn(
  transaction: Transaction<Schema>,
  { key, message, talks }: MessageUpdate,
  run: string,
): Promise<void> {
  await transaction
    .updateTable('deliveries')
    .where(keyIs(key, run))
    .set(eb => ({
      message: JSON.stringify(message),
      talks: JSON.stringify(talks),
      revision: eb('revision', '+', 1),
    }))
    .execute();
}

export function keyIs({ digestId: digest, day, part }: DeliveryKey, run: string) {
  return (eb: ExpressionBuilder<Schema, 'deliveries'>) => eb.and({ run, digest, day, part });
}
