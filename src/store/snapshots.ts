import type { Talk } from '../programme/talk.ts';
import { claimGroup, updateMessage } from './deliveries.ts';
import type { MessageUpdate, NewDelivery } from './delivery.ts';
import type { Db } from './schema.ts';

/** The talks of a conference as people were last told of them. */
export interface Snapshot {
  /** One higher each time. */
  readonly version: number;
  readonly talks: readonly Talk[];
}

/** A new snapshot, with the messages that tell people how it differs from the one before. */
export interface SnapshotUpdate {
  readonly conference: string;
  /** The version that it replaces, 0 for the first snapshot. */
  readonly replaces: number;
  readonly talks: readonly Talk[];
  readonly claims: readonly (readonly NewDelivery[])[];
  readonly updates: readonly MessageUpdate[];
}

/** The last snapshot stands under no day, beside those of each day. */
const LAST = '';

/** The talks as people know them, by conference, in one run. */
export class SnapshotRepository {
  readonly #db: Db;
  readonly #run: string;

  constructor(db: Db, run: string) {
    this.#db = db;
    this.#run = run;
  }

  async last(conference: string): Promise<Snapshot | undefined> {
    const row = await this.#of(conference).where('day', '=', LAST).executeTakeFirst();
    return row && { version: row.version, talks: JSON.parse(row.talks) };
  }

  /** The talks as they were when the digests of the last earlier day were made. */
  async beforeDay(conference: string, day: string): Promise<readonly Talk[] | undefined> {
    const days = this.#of(conference).where('day', '!=', LAST).where('day', '<', day);
    const row = await days.orderBy('day', 'desc').limit(1).executeTakeFirst();
    return row && JSON.parse(row.talks);
  }

  /** Keeps the talks as they are when the first digest of a day is made; later ones of that day change nothing. */
  async keepForDay(conference: string, day: string, talks: readonly Talk[]): Promise<void> {
    const row = { run: this.#run, conference, day, version: 0, talks: JSON.stringify(talks) };
    await this.#db
      .insertInto('told')
      .values(row)
      .onConflict(conflict => conflict.doNothing())
      .execute();
  }

  /**
   * Replaces the last snapshot and records all messages that tell of it, in one transaction. Returns false, with nothing
   * recorded, if another process has replaced that version.
   */
  replace({ conference, replaces, talks, claims, updates }: SnapshotUpdate): Promise<boolean> {
    return this.#db.transaction().execute(async transaction => {
      const version = replaces + 1;
      const row = { run: this.#run, conference, day: LAST, version, talks: JSON.stringify(talks) };
      const won = await transaction
        .insertInto('told')
        .values(row)
        .onConflict(conflict =>
          conflict
            .columns(['run', 'conference', 'day'])
            .doUpdateSet({ version, talks: row.talks })
            .where('told.version', '=', replaces),
        )
        .returning('version')
        .executeTakeFirst();
      if (won === undefined) return false;
      for (const group of claims) await claimGroup(transaction, group, this.#run);
      for (const update of updates) await updateMessage(transaction, update, this.#run);
      return true;
    });
  }

  #of(conference: string) {
    return this.#db
      .selectFrom('told')
      .selectAll()
      .where('run', '=', this.#run)
      .where('conference', '=', conference);
  }
}
