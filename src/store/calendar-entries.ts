import type { CalendarEntry } from '../programme/calendar-entries.ts';
import { inChunks } from '../text/keys.ts';
import { type ConferenceScope, type Db, ROWS_AT_ONCE } from './schema.ts';

/** The calendar entries of each conference, in one run. */
export class CalendarEntryRepository {
  readonly #db: Db;
  readonly #run: string;

  constructor(db: Db, run: string) {
    this.#db = db;
    this.#run = run;
  }

  /** By UID. */
  async of(conference: string): Promise<readonly CalendarEntry[]> {
    const rows = await this.#db
      .selectFrom('calendar_entries')
      .selectAll()
      .where('run', '=', this.#run)
      .where('conference', '=', conference)
      .orderBy('uid')
      .execute();
    return rows.map(({ talk, uid, sequence, modified_at: modifiedAt, slot }) => ({
      talkId: talk,
      uid,
      sequence,
      modifiedAt,
      slot: JSON.parse(slot),
    }));
  }
}

export async function replaceEntries(
  db: Db,
  entries: readonly CalendarEntry[],
  { run, conference }: ConferenceScope,
): Promise<void> {
  await db
    .deleteFrom('calendar_entries')
    .where('run', '=', run)
    .where('conference', '=', conference)
    .execute();
  for (const some of inChunks(entries, ROWS_AT_ONCE))
    await db
      .insertInto('calendar_entries')
      .values(
        some.map(({ talkId, uid, sequence, modifiedAt, slot }) => ({
          run,
          conference,
          uid,
          talk: talkId,
          slot: JSON.stringify(slot),
          sequence,
          modified_at: modifiedAt,
        })),
      )
      .execute();
}
