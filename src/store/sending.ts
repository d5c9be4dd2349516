import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { inTransaction } from './database/in-transaction.ts';
import { claimGroups, hasKey } from './deliveries.ts';
import {
  type Delivery,
  type DeliveryKey,
  type DeliveryState,
  digestOf,
  type MessageAddress,
  type NewDelivery,
  readDelivery,
} from './delivery.ts';
import { DigestRepository } from './digests.ts';
import { isChannelFree, nextToSend, type Pace, type Sendable } from './next-to-send.ts';
import { type JoinedDelivery, type JoinNotices, joinNotices } from './people/join-notices.ts';
import type { Db, Schema } from './schema.ts';
import { delayEdits, staleMessages } from './stale-messages.ts';

/**
 * The way of a message from claimed to posted. Each step changes a row only in the state that it expects, so that of
 * several processes one takes it. Instants are in milliseconds since 1970.
 */
export class Sending {
  readonly #db: Db;
  readonly #run: string;

  constructor(db: Db, run: string) {
    this.#db = db;
    this.#run = run;
  }

  /** `random` is from 0 to 1, as Math.random returns it. */
  next(pace: Pace, random: () => number): Promise<readonly Sendable[]> {
    return nextToSend(this.#db, this.#run, { pace, random });
  }

  /**
   * Returns those of the messages that this process alone is to send. Each must be for another channel. They are taken by
   * one statement: on PostgreSQL, statements of several processes at the same time undo each other.
   */
  async take(keys: readonly DeliveryKey[], { now, channelMs }: Pace): Promise<readonly Delivery[]> {
    if (keys.length === 0) return [];
    const rows = await this.#db
      .updateTable('deliveries')
      .where(eb => eb.or(keys.map(key => hasKey(key, this.#run)(eb))))
      .where('state', '=', 'claimed')
      .where(isChannelFree(now - channelMs))
      .set(eb => ({ state: 'sending', sending_at: now, attempts: eb('attempts', '+', 1) }))
      .returningAll()
      .execute();
    return rows.map(readDelivery);
  }

  /** `others` are those that were joined to it. */
  recordPosted(
    { revision, ...key }: DeliveryKey & { readonly revision: number },
    at: MessageAddress,
    others: readonly DeliveryKey[] = [],
  ): Promise<void> {
    return inTransaction(this.#db, async transaction => {
      await this.#step(key, ['sending', 'unknown'], transaction)
        .set({ state: 'posted', ts: at.ts, posted_in: at.channel, shown: revision })
        .execute();
      // They have no address, as no edit of theirs may replace the whole message, and count as no message of their own.
      for (const other of others)
        await this.#step(other, ['sending'], transaction)
          .set({ state: 'posted', sending_at: null })
          .execute();
    });
  }

  /** Joins what waits for the same person to a message that is being sent; see joinNotices. */
  joinNotices(taken: Delivery, now: number, join: JoinNotices): Promise<JoinedDelivery> {
    return inTransaction(this.#db, transaction =>
      joinNotices(transaction, { taken, run: this.#run, now, join }),
    );
  }

  /** It certainly did not arrive and is sent again from `retryAt` on. */
  async recordRefused(key: DeliveryKey, retryAt: number): Promise<void> {
    await this.#step(key, ['sending'])
      .set({ state: 'claimed', sending_at: null, retry_at: retryAt })
      .execute();
  }

  /**
   * It is sent again from `retryAt` on. `react` gets how often in a row Slack has forbidden the digest, and says what to
   * do in the same transaction.
   */
  recordForbidden(
    key: DeliveryKey,
    retryAt: number,
    react: (failures: number) => { readonly isPaused: boolean; readonly notice: NewDelivery },
  ): Promise<void> {
    return inTransaction(this.#db, async transaction => {
      const row = await this.#step(key, ['sending'], transaction)
        .set({ state: 'claimed', sending_at: null, retry_at: retryAt })
        .returning('part')
        .executeTakeFirst();
      if (row === undefined) return;
      const digests = new DigestRepository(transaction, false);
      const digest = digestOf(key);
      const { isPaused, notice } = react(await digests.countFailure(digest));
      await claimGroups(transaction, [[notice]], this.#run);
      if (isPaused) await digests.pause(digest);
    });
  }

  /** Nobody can know whether it arrived, so its owner is asked. Returns false if that was recorded before. */
  recordUnknown(key: DeliveryKey, question: NewDelivery | undefined, now: number): Promise<boolean> {
    return inTransaction(this.#db, async transaction => {
      const row = await this.#step(key, ['sending'], transaction)
        .set({ state: 'unknown', asked_at: now })
        .returning('part')
        .executeTakeFirst();
      if (row !== undefined && question !== undefined)
        await claimGroups(transaction, [[question]], this.#run);
      return row !== undefined;
    });
  }

  /** Sends an unknown message a second time, with this text. Returns false if it was settled meanwhile. */
  async repeat(
    key: DeliveryKey,
    { message, until, repeated }: Pick<Delivery, 'message' | 'until' | 'repeated'>,
  ): Promise<boolean> {
    const row = await this.#step(key, ['unknown'])
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
  }

  /** A person has seen an unknown message in the channel. Returns false if it was settled meanwhile. */
  async confirm(key: DeliveryKey): Promise<boolean> {
    const row = await this.#step(key, ['unknown'])
      .set({ state: 'posted' })
      .returning('part')
      .executeTakeFirst();
    return row !== undefined;
  }

  /** It was not sent, and is owed no more. Its row goes, so that the same can be claimed again. */
  async withdraw(key: DeliveryKey): Promise<void> {
    await this.#db
      .deleteFrom('deliveries')
      .where(hasKey(key, this.#run))
      .where('state', '=', 'sending')
      .execute();
  }

  /** They were too late and are not sent any more; the notices about that are claimed in the same transaction. */
  recordMissed(keys: readonly DeliveryKey[], notices: readonly NewDelivery[]): Promise<void> {
    return inTransaction(this.#db, async transaction => {
      for (const key of keys)
        await this.#step(key, ['claimed', 'unknown'], transaction).set({ state: 'missed' }).execute();
      const groups = notices.map(notice => [notice]);
      await claimGroups(transaction, groups, this.#run);
    });
  }

  /** It was not sent and never will be, and nobody can be told. */
  async giveUp(key: DeliveryKey): Promise<void> {
    await this.#step(key, ['sending']).set({ state: 'missed', sending_at: null }).execute();
  }

  overdue(now: number): Promise<readonly Delivery[]> {
    return this.#inState('claimed', eb => eb('until', '<', now));
  }

  /** They were sent so long ago that the process that sent them must have ended. */
  stuck(sentBefore: number): Promise<readonly Delivery[]> {
    return this.#inState('sending', eb => eb('sending_at', '<', sentBefore));
  }

  /** Without those that were repeated: nothing is posted a third time unless a person asks for it. */
  unanswered(askedBefore: number): Promise<readonly Delivery[]> {
    return this.#inState('unknown', eb =>
      eb.and([eb('asked_at', '<=', askedBefore), eb('repeated', '=', 0)]),
    );
  }

  /** Posted with another text than they have now: the first of each workspace but the paused ones. */
  stale(now: number, paused: readonly string[]): Promise<readonly Delivery[]> {
    return staleMessages(this.#db, this.#run, { now, paused });
  }

  /** Keeps others from editing the message before `retryAt`. Returns false if another process edits it. */
  async takeEdit(key: DeliveryKey, now: number, retryAt: number): Promise<boolean> {
    const row = await this.#step(key, ['posted'])
      .where('retry_at', '<=', now)
      .set({ retry_at: retryAt })
      .returning('part')
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Slack takes no edit of this message before `retryAt`, nor of another one in its workspace. */
  delayEdits(key: DeliveryKey, retryAt: number): Promise<void> {
    return delayEdits(this.#db, this.#run, { key, retryAt });
  }

  async recordEdited({ revision, ...key }: DeliveryKey & { readonly revision: number }): Promise<void> {
    await this.#step(key, ['posted']).set({ shown: revision, retry_at: 0 }).execute();
  }

  /** After the clock was set back by so much: no instant lies in the future, so that no channel has to wait for it. */
  adjustToClock(now: number, setBackByMs: number): Promise<void> {
    return inTransaction(this.#db, async transaction => {
      const all = transaction.updateTable('deliveries');
      const ofRun = all.where('run', '=', this.#run);
      // The runs share the limits of a channel, but the clock of another run says which of its messages are stuck.
      await all
        .where('sending_at', '>', now)
        .where(eb => eb.or([eb('run', '=', this.#run), eb('state', '!=', 'sending')]))
        .set({ sending_at: now })
        .execute();
      await ofRun.where('asked_at', '>', now).set({ asked_at: now }).execute();
      await ofRun
        .where('retry_at', '>', now)
        .set(eb => ({ retry_at: eb('retry_at', '-', setBackByMs) }))
        .execute();
    });
  }

  #step(key: DeliveryKey, from: readonly DeliveryState[], db: Db = this.#db) {
    return db.updateTable('deliveries').where(hasKey(key, this.#run)).where('state', 'in', from);
  }

  async #inState(state: DeliveryState, where: Condition): Promise<readonly Delivery[]> {
    const rows = await this.#db
      .selectFrom('deliveries')
      .selectAll()
      .where('run', '=', this.#run)
      .where('state', '=', state)
      .where(where)
      .orderBy('due_at')
      .orderBy('position')
      .orderBy('digest')
      .orderBy('day')
      .orderBy('part')
      .execute();
    return rows.map(readDelivery);
  }
}

type Condition = (eb: ExpressionBuilder<Schema, 'deliveries'>) => Expression<SqlBool>;
