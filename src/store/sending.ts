import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { claimIn, keyIs } from './deliveries.ts';
import {
  type Delivery,
  type DeliveryKey,
  type DeliveryState,
  deliveryOf,
  type NewDelivery,
} from './delivery.ts';
import { digestQueries } from './digests.ts';
import { nextToSend, type Pace, type Sendable } from './next-to-send.ts';
import type { Db, Schema } from './schema.ts';

/** The way of a message from claimed to posted. Each step changes a row only in the state that it expects. */
export function sendingQueries(db: Db, run: string) {
  const step = (key: DeliveryKey, from: readonly DeliveryState[]) =>
    db.updateTable('deliveries').where(keyIs(key, run)).where('state', 'in', from);
  const inState = async (state: DeliveryState, where: Condition): Promise<readonly Delivery[]> =>
    (
      await db
        .selectFrom('deliveries')
        .selectAll()
        .where('run', '=', run)
        .where('state', '=', state)
        .where(where)
        .orderBy('due_at')
        .orderBy('position')
        .execute()
    ).map(deliveryOf);
  return {
    next: (pace: Pace): Promise<readonly Sendable[]> => nextToSend(db, run, pace),
    /** The message, for the one process that is to send it. */
    take: async (key: DeliveryKey, { now, channelMs }: Pace): Promise<Delivery | undefined> => {
      const row = await step(key, ['claimed'])
        .where(channelIsFree(now - channelMs))
        .set(eb => ({ state: 'sending', sending_at: now, attempts: eb('attempts', '+', 1) }))
        .returningAll()
        .executeTakeFirst();
      return row && deliveryOf(row);
    },
    posted: async (
      { revision, ...key }: DeliveryKey & { readonly revision: number },
      at: { readonly channel: string; readonly ts: string },
    ): Promise<void> => {
      await step(key, ['sending', 'unknown'])
        .set({ state: 'posted', ts: at.ts, posted_in: at.channel, shown: revision })
        .execute();
    },
    /** It certainly did not arrive: it is sent again from `retryAt` on. */
    refused: async (key: DeliveryKey, retryAt: number): Promise<void> => {
      await step(key, ['sending']).set({ state: 'claimed', sending_at: null, retry_at: retryAt }).execute();
    },
    /** It is sent again from `retryAt` on; how often in a row its digest was forbidden says what else becomes of it. */
    forbidden: (
      key: DeliveryKey,
      retryAt: number,
      follows: (failures: number) => { readonly isPaused: boolean; readonly notice: NewDelivery },
    ): Promise<void> =>
      db.transaction().execute(async transaction => {
        const row = await transaction
          .updateTable('deliveries')
          .where(keyIs(key, run))
          .where('state', '=', 'sending')
          .set({ state: 'claimed', sending_at: null, retry_at: retryAt })
          .returning('part')
          .executeTakeFirst();
        if (row === undefined) return;
        const digests = digestQueries(transaction);
        const { isPaused, notice } = follows(await digests.countFailure(key.digestId));
        await claimIn(transaction, [notice], run);
        if (isPaused) await digests.pause(key.digestId);
      }),
    /** Nobody can know whether it arrived, and its owner is asked. False where that has been found before. */
    unknown: (key: DeliveryKey, question: NewDelivery | undefined, now: number): Promise<boolean> =>
      db.transaction().execute(async transaction => {
        const row = await transaction
          .updateTable('deliveries')
          .where(keyIs(key, run))
          .where('state', '=', 'sending')
          .set({ state: 'unknown', asked_at: now })
          .returning('part')
          .executeTakeFirst();
        if (row !== undefined && question !== undefined) await claimIn(transaction, [question], run);
        return row !== undefined;
      }),
    /** It is posted a second time, in these words. False where it was settled meanwhile. */
    repeat: async (
      key: DeliveryKey,
      { message, until, repeated }: Pick<Delivery, 'message' | 'until' | 'repeated'>,
    ): Promise<boolean> => {
      const row = await step(key, ['unknown'])
        .set({
          state: 'claimed',
          retry_at: 0,
          until,
          repeated: Number(repeated),
          message: JSON.stringify(message),
        })
        .returning('part')
        .executeTakeFirst();
      return row !== undefined;
    },
    /** A person has seen it in the channel. False where it was settled meanwhile. */
    there: async (key: DeliveryKey): Promise<boolean> => {
      const row = await step(key, ['unknown']).set({ state: 'posted' }).returning('part').executeTakeFirst();
      return row !== undefined;
    },
    /** What came too late is not sent any more; the notice of it is claimed in the same step. */
    miss: (keys: readonly DeliveryKey[], notices: readonly NewDelivery[]): Promise<void> =>
      db.transaction().execute(async transaction => {
        for (const key of keys)
          await transaction
            .updateTable('deliveries')
            .where(keyIs(key, run))
            .where('state', 'in', ['claimed', 'unknown'])
            .set({ state: 'missed' })
            .execute();
        for (const notice of notices) await claimIn(transaction, [notice], run);
      }),
    overdue: (now: number) => inState('claimed', eb => eb('until', '<', now)),
    /** Sent so long ago that whoever sent it is no longer there to say what became of it. */
    stuck: (sentBefore: number) => inState('sending', eb => eb('sending_at', '<', sentBefore)),
    /** Not those that were repeated: nothing is posted a third time without being asked for. */
    unanswered: (askedBefore: number) =>
      inState('unknown', eb => eb.and([eb('asked_at', '<=', askedBefore), eb('repeated', '=', 0)])),
    /** Posted, but in other words than it has now. */
    stale: (now: number) =>
      inState('posted', eb =>
        eb.and([eb('shown', '<', eb.ref('revision')), eb('ts', 'is not', null), eb('retry_at', '<=', now)]),
      ),
    /** Nobody else edits it before `retryAt`. False where somebody does. */
    takeEdit: async (key: DeliveryKey, now: number, retryAt: number): Promise<boolean> => {
      const row = await step(key, ['posted'])
        .where('retry_at', '<=', now)
        .set({ retry_at: retryAt })
        .returning('part')
        .executeTakeFirst();
      return row !== undefined;
    },
    /** A clock that was set back by so much makes nothing one of the future: no channel waits until it has caught up. */
    clockIs: (now: number, setBackByMs: number): Promise<void> =>
      db.transaction().execute(async transaction => {
        const all = transaction.updateTable('deliveries');
        const ofRun = all.where('run', '=', run);
        // Channels bear no more of two runs than of one; which of another run's messages are stuck, its own clock says.
        await all
          .where('sending_at', '>', now)
          .where(eb => eb.or([eb('run', '=', run), eb('state', '!=', 'sending')]))
          .set({ sending_at: now })
          .execute();
        await ofRun.where('asked_at', '>', now).set({ asked_at: now }).execute();
        await ofRun
          .where('retry_at', '>', now)
          .set(eb => ({ retry_at: eb('retry_at', '-', setBackByMs) }))
          .execute();
      }),
    /** Slack has refused the edit for the time being. */
    editLater: async (key: DeliveryKey, retryAt: number): Promise<void> => {
      await step(key, ['posted']).set({ retry_at: retryAt }).execute();
    },
    edited: async ({ revision, ...key }: DeliveryKey & { readonly revision: number }): Promise<void> => {
      await step(key, ['posted']).set({ shown: revision, retry_at: 0 }).execute();
    },
  };
}

type Condition = (eb: ExpressionBuilder<Schema, 'deliveries'>) => Expression<SqlBool>;

/** Whether this channel, too, can take a message: another process may have just sent one. */
function channelIsFree(sentAfter: number) {
  return sql<SqlBool>`not exists (
    select 1 from deliveries c where c.channel = deliveries.channel and c.sending_at > ${sentAfter})`;
}
