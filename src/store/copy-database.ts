import { inChunks } from '../text/keys.ts';
import { inTransaction } from './database/in-transaction.ts';
import { openDatabase } from './open.ts';
import { type Db, ROWS_AT_ONCE, type Schema } from './schema.ts';

type Table = keyof Schema;

/** A table that is not named does not compile. */
const TABLES: Readonly<Record<Table, true>> = {
  digests: true,
  deliveries: true,
  told: true,
  told_parts: true,
  calendar_entries: true,
  stars: true,
  ratings: true,
  preferences: true,
  feeds: true,
  alerts: true,
  acts: true,
  asked_words: true,
  workspace_settings: true,
  news: true,
  installations: true,
};

/**
 * Copies every row of a database into another one, whichever kind each is, in one transaction. Nothing may write to the
 * first meanwhile. Returns how many rows there are, by table. Throws if the second is not empty, and then changes nothing.
 */
export async function copyDatabase(from: string, to: string): Promise<readonly CopiedTable[]> {
  const [source, target] = [openDatabase(from), openDatabase(to)];
  try {
    return await copyRows(source, target);
  } finally {
    await source.destroy();
    await target.destroy();
  }
}

interface CopiedTable {
  readonly table: string;
  readonly rows: number;
}

/** The same between databases that are open. */
export async function copyRows(source: Db, target: Db): Promise<readonly CopiedTable[]> {
  const copied: { table: Table; rows: readonly object[] }[] = [];
  for (const table of Object.keys(TABLES) as Table[])
    copied.push({ table, rows: await source.selectFrom(table).selectAll().execute() });
  await inTransaction(target, async transaction => {
    for (const { table, rows } of copied) {
      const there = await transaction.selectFrom(table).selectAll().limit(1).execute();
      if (there.length > 0)
        throw new Error(
          `The database to copy into is not empty: there are rows in ${table}. Name a new one by DATABASE_URL.`,
        );
      for (const some of inChunks(rows, ROWS_AT_ONCE))
        await transaction
          .insertInto(table)
          .values(some as never)
          .execute();
    }
  });
  return copied.map(({ table, rows }) => ({ table, rows: rows.length }));
}
