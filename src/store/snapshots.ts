import type { Talk } from '../programme/talk.ts';
import { claimIn, rewordIn } from './deliveries.ts';
import type { MessageUpdate, NewDelivery } from './delivery.ts';
import type { Db } from './schema.ts';

/** The talks as people were last told of them. */
export interface Snapshot {
  /** One higher at each telling. */
  readonly version: number;
  readonly talks: readonly Talk[];
}

/** What tells of a new state of the programme: replies to post, and messages that read otherwise from now on. */
export interface SnapshotUpdate {
  readonly conference: string;
  /** Of the state before, 0 where there was none. */
  readonly version: number;
  readonly talks: readonly Talk[];
  readonly owed: readonly (readonly NewDelivery[])[];
  readonly reworded: readonly MessageUpdate[];
}

/** The day under which the last state stands, beside those of the days. */
const LAST = '';

export function toldQueries(db: Db, run: string) {
  const of = (conference: string) =>
    db.selectFrom('told').selectAll().where('run', '=', run).where('conference', '=', conference);
  return {
    last: async (conference: string): Promise<Snapshot | undefined> => {
      const row = await of(conference).where('day', '=', LAST).executeTakeFirst();
      return row && { version: row.version, talks: JSON.parse(row.talks) };
    },
    /** The talks as they were when the last digests of an earlier day were made. */
    before: async (conference: string, day: string): Promise<readonly Talk[] | undefined> => {
      const days = of(conference).where('day', '!=', LAST).where('day', '<', day);
      const row = await days.orderBy('day', 'desc').limit(1).executeTakeFirst();
      return row && JSON.parse(row.talks);
    },
    /** Keeps the talks as they are when a day's first digest is made. */
    keepDay: async (conference: string, day: string, talks: readonly Talk[]): Promise<void> => {
      const row = { run, conference, day, version: 0, talks: JSON.stringify(talks) };
      await db
        .insertInto('told')
        .values(row)
        .onConflict(conflict => conflict.doNothing())
        .execute();
    },
    /** Records a telling and all that it makes to be sent, all or nothing; false where another process has told it. */
    tell: ({ conference, version, talks, owed, reworded }: SnapshotUpdate): Promise<boolean> =>
      db.transaction().execute(async transaction => {
        const row = { run, conference, day: LAST, version: version + 1, talks: JSON.stringify(talks) };
        const won = await transaction
          .insertInto('told')
          .values(row)
          .onConflict(conflict =>
            conflict
              .columns(['run', 'conference', 'day'])
              .doUpdateSet({ version: row.version, talks: row.talks })
              .where('told.version', '=', version),
          )
          .returning('version')
          .executeTakeFirst();
        if (won === undefined) return false;
        for (const messages of owed) await claimIn(transaction, messages, run);
        for (const each of reworded) await rewordIn(transaction, each, run);
        return true;
      }),
  };
}
