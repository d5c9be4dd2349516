import type { ExpressionBuilder, Transaction } from 'kysely';
import { compare, groupByEach, inChunks } from '../text/keys.ts';
import { inTransaction } from './database/in-transaction.ts';
import {
  type DayDelivery,
  type Delivery,
  type DeliveryKey,
  type MessageUpdate,
  type NewDelivery,
  nameOfKey,
  readDelivery,
  readKey,
  writeDelivery,
} from './delivery.ts';
import { writePart } from './delivery-part.ts';
import type { DigestKey } from './digests.ts';
import { type Db, ROWS_AT_ONCE, type Schema } from './schema.ts';

/** A reminder of sessions that start at an instant, in milliseconds since 1970. */
export interface Reminded {
  readonly sessions: readonly string[];
  readonly startsAt: number;
  /** True if it was not yet sent. */
  readonly isWaiting: boolean;
}

/** The messages that are owed or were sent in one run. */
export class DeliveryRepository {
  readonly #db: Db;
  readonly #run: string;

  constructor(db: Db, run: string) {
    this.#db = db;
    this.#run = run;
  }

  /**
   * Claims groups of messages, each group as a whole. A group's answer is false if another process, or this one earlier,
   * has claimed its first message.
   */
  claim(groups: readonly (readonly NewDelivery[])[]): Promise<readonly boolean[]> {
    return inTransaction(this.#db, transaction => claimGroups(transaction, groups, this.#run));
  }

  /**
   * Owes claimed messages anew, with this text and time: those that were missed, and those that wait for another attempt.
   * Returns false if it finds none of these.
   */
  reclaim(deliveries: readonly NewDelivery[]): Promise<boolean> {
    return inTransaction(this.#db, async transaction => {
      let isAny = false;
      for (const delivery of deliveries) {
        const { state, due_at, until, message, talks } = writeDelivery(delivery, this.#run);
        const row = await transaction
          .updateTable('deliveries')
          .where(hasKey(delivery, this.#run))
          .where('state', 'in', ['claimed', 'missed'])
          .set({ state, due_at, until, message, talks, retry_at: 0 })
          .returning('part')
          .executeTakeFirst();
        isAny ||= row !== undefined;
      }
      return isAny;
    });
  }

  /** How many messages there are in each state. */
  async countByState(): Promise<readonly { readonly state: string; readonly count: number }[]> {
    const rows = await this.#db
      .selectFrom('deliveries')
      .select(['state', eb => eb.fn.countAll().as('count')])
      .where('run', '=', this.#run)
      .groupBy('state')
      .orderBy('state')
      .execute();
    return rows.map(({ state, count }) => ({ state, count: Number(count) }));
  }

  /** When the oldest claimed message was due, in milliseconds since 1970; undefined if none waits. */
  async oldestDue(): Promise<number | undefined> {
    const row = await this.#db
      .selectFrom('deliveries')
      .select('due_at')
      .where('run', '=', this.#run)
      .where('state', '=', 'claimed')
      .orderBy('due_at')
      .limit(1)
      .executeTakeFirst();
    return row?.due_at;
  }

  async find(key: DeliveryKey): Promise<Delivery | undefined> {
    const row = await this.#all().where(hasKey(key, this.#run)).executeTakeFirst();
    return row && readDelivery(row);
  }

  /** All messages of a digest that tell of a day, in the order in which they are sent. */
  async ofDay(digest: DigestKey, day: string): Promise<readonly Delivery[]> {
    const rows = await this.#all()
      .where(isOf(digest))
      .where('day', '=', day)
      .orderBy('position')
      .orderBy('part')
      .execute();
    return rows.map(readDelivery);
  }

  /** The messages that tell of this day and of later ones, unless they were missed; a day of a digest in its order. */
  async daysFrom(day: string): Promise<readonly DayDelivery[]> {
    const rows = await this.#all()
      .where('kind', '=', 'digest')
      .where('day', '>=', day)
      .where('state', '!=', 'missed')
      .orderBy('digest')
      .orderBy('day')
      .orderBy('position')
      .execute();
    return rows.map(readDelivery).filter(isOfDay);
  }

  /** The last day before this one of which a digest was posted, or may have been; undefined if there is none. */
  async lastDayPosted(
    digest: DigestKey,
    { before }: { readonly before: string },
  ): Promise<string | undefined> {
    const row = await this.#of(digest, 'digest')
      .select('day')
      .where('day', '<', before)
      .where('state', 'in', ['posted', 'unknown'])
      .orderBy('day', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.day;
  }

  /** The ids of the talks that a digest has told of on other days than this. */
  async talksToldBy(
    digest: DigestKey,
    { exceptOn }: { readonly exceptOn: string },
  ): Promise<ReadonlySet<string>> {
    const rows = await this.#of(digest, 'digest')
      .select('talks')
      .where('day', '!=', exceptOn)
      .where('state', '!=', 'missed')
      .execute();
    return new Set(rows.flatMap(({ talks }): string[] => JSON.parse(talks)));
  }

  /** The keys of the sessions of which a digest has given notice. */
  async remindedSessions(digest: DigestKey): Promise<ReadonlySet<string>> {
    // A channel has hundreds of notices in a conference, and each is asked for before the next: their messages stay unread.
    const rows = await this.#of(digest, 'soon').select('talks').execute();
    return new Set(rows.flatMap(({ talks }) => JSON.parse(talks) as string[]));
  }

  /** The reminders that people got since an instant or are about to get, by the id that stands for a digest's. */
  async remindedSince(instant: number): Promise<ReadonlyMap<string, readonly Reminded[]>> {
    const rows = await this.#db
      .selectFrom('deliveries')
      .select(['workspace', 'digest', 'day', 'part', 'talks', 'state'])
      .where(eb => eb.and({ run: this.#run, kind: 'mine soon' }))
      .where('due_at', '>=', instant)
      .where('state', '!=', 'missed')
      .execute();
    const reminders = rows.flatMap(({ talks, state, ...row }) => {
      const { digestId, part } = readKey(row);
      if (part.kind !== 'mine' || part.about !== 'soon') return [];
      return {
        digestId,
        sessions: JSON.parse(talks),
        startsAt: part.startsAt,
        isWaiting: state === 'claimed',
      };
    });
    return groupByEach(reminders, ({ digestId }) => [digestId]);
  }

  async update(update: MessageUpdate): Promise<void> {
    await inTransaction(this.#db, transaction => updateMessage(transaction, update, this.#run));
  }

  #all() {
    return this.#db.selectFrom('deliveries').selectAll().where('run', '=', this.#run);
  }

  /** Those of a digest that tell of its days, or give notice of sessions. */
  #of(digest: DigestKey, kind: 'digest' | 'soon') {
    return this.#db
      .selectFrom('deliveries')
      .where(isOf(digest))
      .where(eb => eb.and({ run: this.#run, kind }));
  }
}

/** Claims groups, each as a whole; see DeliveryRepository.claim. */
export async function claimGroups(
  transaction: Transaction<Schema>,
  groups: readonly (readonly NewDelivery[])[],
  run: string,
): Promise<readonly boolean[]> {
  const firsts = groups.flatMap(([first]) => (first === undefined ? [] : [first]));
  const inserted = await insertNew(transaction, firsts, run);
  // If two groups have the same first message, the former wins.
  const won = groups.map(([first]) => first === undefined || inserted.delete(nameOfKey(first)));
  const others = groups.flatMap(([, ...rest], index) => (won[index] ? rest : []));
  await insertNew(transaction, others, run);
  return won;
}

/**
 * `insert ... on conflict do nothing returning`: exactly one of those who try gets the row. All processes insert in the
 * same order, so that no two wait for each other. Returns the names of the keys that are new.
 */
async function insertNew(
  transaction: Transaction<Schema>,
  deliveries: readonly NewDelivery[],
  run: string,
): Promise<Set<string>> {
  const inserted = new Set<string>();
  const inOrder = [...deliveries].sort((a, b) => compare(nameOfKey(a), nameOfKey(b)));
  for (const some of inChunks(inOrder, ROWS_AT_ONCE)) {
    const rows = await transaction
      .insertInto('deliveries')
      .values(some.map(delivery => writeDelivery(delivery, run)))
      .onConflict(conflict => conflict.doNothing())
      .returning(['workspace', 'digest', 'day', 'part'])
      .execute();
    for (const row of rows) inserted.add(nameOfKey(readKey(row)));
  }
  return inserted;
}

/** Gives a message another text: if it is posted it will be edited, if it is claimed it will be sent with this text. */
export async function updateMessage(
  transaction: Transaction<Schema>,
  { key, message, talks }: MessageUpdate,
  run: string,
): Promise<void> {
  await transaction
    .updateTable('deliveries')
    .where(hasKey(key, run))
    .set(eb => ({
      message: JSON.stringify(message),
      talks: JSON.stringify(talks),
      revision: eb('revision', '+', 1),
    }))
    .execute();
}

export function hasKey({ workspace, digestId, day, part }: DeliveryKey, run: string) {
  return (eb: ExpressionBuilder<Schema, 'deliveries'>) =>
    eb.and({ run, workspace, digest: digestId, day, part: writePart(part) });
}

function isOf({ workspace, id }: DigestKey) {
  return (eb: ExpressionBuilder<Schema, 'deliveries'>) => eb.and({ workspace, digest: id });
}

function isOfDay(delivery: Delivery): delivery is DayDelivery {
  return delivery.part.kind === 'day';
}
