import type { Selectable } from 'kysely';
import type { Db, Schema } from './schema.ts';

/** A standing order, as it is kept: this channel, at this local time, on these days. */
export interface Digest {
  readonly id: string;
  readonly team: string | undefined;
  readonly channel: string;
  /** Who ordered it, by user id: who is told of what goes wrong. */
  readonly owner: string;
  /** `08:00` */
  readonly timeOfDay: string;
  /** An IANA name. */
  readonly timeZone: string;
  /** Programme days, `2027-05-11`, or every day that there is. */
  readonly days: 'daily' | readonly string[];
  /** Posted the evening before. */
  readonly eve: boolean;
  /** As a query: `track:storage`. Empty for everything. */
  readonly filters: string;
  /** Whether the channel has a notice before each talk. */
  readonly reminders: boolean;
  readonly paused: boolean;
  /** When it was ordered, changed or resumed, in milliseconds since 1970; what was due earlier is not owed. */
  readonly since: number;
  /** How often in a row Slack has forbidden a post. */
  readonly failures: number;
}

export function digestQueries(db: Db) {
  const all = () => db.selectFrom('digests').selectAll().orderBy('since').orderBy('id');
  const change = (id: string) => db.updateTable('digests').where('id', '=', id);
  return {
    /** Adds it, or puts it in the place of the one with its id. */
    save: async (digest: Digest): Promise<void> => {
      const row = rowOf(digest);
      await db
        .insertInto('digests')
        .values(row)
        .onConflict(conflict => conflict.column('id').doUpdateSet(row))
        .execute();
    },
    find: async (id: string): Promise<Digest | undefined> => {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row && digestOf(row);
    },
    /** In the order in which they were ordered. */
    all: async (): Promise<readonly Digest[]> => (await all().execute()).map(digestOf),
    in: async (channel: string): Promise<readonly Digest[]> =>
      (await all().where('channel', '=', channel).execute()).map(digestOf),
    /** Nothing is sent for it until it is resumed. */
    pause: async (id: string): Promise<void> => {
      await change(id).set({ paused: 1 }).execute();
    },
    /** What was due up to `now` is not owed; what is claimed and still in time is sent. */
    resume: async (id: string, now: number): Promise<void> => {
      await change(id).set({ paused: 0, failures: 0, since: now }).execute();
    },
    /** What was posted stays known; what was not yet sent is not sent. */
    remove: async (id: string): Promise<void> => {
      await db.deleteFrom('digests').where('id', '=', id).execute();
    },
    /** One more post was forbidden; returns how many that makes in a row. */
    countFailure: async (id: string): Promise<number> => {
      const row = await change(id)
        .set(eb => ({ failures: eb('failures', '+', 1) }))
        .returning('failures')
        .executeTakeFirst();
      return row?.failures ?? 0;
    },
    forgetFailures: async (id: string): Promise<void> => {
      await change(id).where('failures', '>', 0).set({ failures: 0 }).execute();
    },
    /** A clock that was set back, as it is when a day is rehearsed again, makes no order one of the future. */
    orderedBy: async (now: number): Promise<void> => {
      await db.updateTable('digests').set({ since: now }).where('since', '>', now).execute();
    },
  };
}

function rowOf(digest: Digest): Selectable<Schema['digests']> {
  return {
    id: digest.id,
    team: digest.team ?? null,
    channel: digest.channel,
    owner: digest.owner,
    time_of_day: digest.timeOfDay,
    time_zone: digest.timeZone,
    days: digest.days === 'daily' ? 'daily' : digest.days.join(','),
    eve: Number(digest.eve),
    filters: digest.filters,
    reminders: Number(digest.reminders),
    paused: Number(digest.paused),
    since: digest.since,
    failures: digest.failures,
  };
}

function digestOf(row: Selectable<Schema['digests']>): Digest {
  return {
    id: row.id,
    team: row.team ?? undefined,
    channel: row.channel,
    owner: row.owner,
    timeOfDay: row.time_of_day,
    timeZone: row.time_zone,
    days: row.days === 'daily' ? 'daily' : row.days.split(',').filter(day => day !== ''),
    eve: row.eve === 1,
    filters: row.filters,
    reminders: row.reminders === 1,
    paused: row.paused === 1,
    since: row.since,
    failures: row.failures,
  };
}
