import { type Delivery, readDelivery, topicId } from '../delivery.ts';
import type { Db } from '../schema.ts';

/** A channel of a workspace. */
export interface ChannelPlace {
  readonly workspace: string;
  readonly channel: string;
}

/** The messages in the channels of rooms that are owed or were sent in one run. */
export class RoomDeliveryRepository {
  readonly #db: Db;
  readonly #run: string;

  constructor(db: Db, run: string) {
    this.#db = db;
    this.#run = run;
  }

  /** The channels that have had a topic. */
  channelsWithTopics(): Promise<readonly ChannelPlace[]> {
    return this.#db
      .selectFrom('deliveries')
      .select(['workspace', 'channel'])
      .distinct()
      .where(eb => eb.and({ run: this.#run, kind: 'topic' }))
      .execute();
  }

  /** The last topic of a channel, whatever became of it. */
  async lastTopic(place: ChannelPlace): Promise<Delivery | undefined> {
    const row = await this.#db
      .selectFrom('deliveries')
      .selectAll()
      .where(eb => eb.and({ run: this.#run, digest: topicId(place), kind: 'topic' }))
      .orderBy('position', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && readDelivery(row);
  }

  /** The notices before talks that were due since an instant, in milliseconds since 1970, unless they were missed. */
  async noticesSince(instant: number): Promise<readonly Delivery[]> {
    const rows = await this.#db
      .selectFrom('deliveries')
      .selectAll()
      .where(eb => eb.and({ run: this.#run, kind: 'room', in_thread: 0 }))
      .where('due_at', '>=', instant)
      .where('state', '!=', 'missed')
      .orderBy('due_at')
      .orderBy('digest')
      .execute();
    return rows.map(readDelivery);
  }
}
