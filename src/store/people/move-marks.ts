import { sql } from 'kysely';
import type { ConferenceScope, Db } from '../schema.ts';

/** The tables of what people marked talks with, and their columns besides the key. */
const MARKS = [
  ['stars', sql`starred_at`],
  ['ratings', sql`rating, line`],
] as const;

/** Stands before an id while marks are moved, since ids may be exchanged: 1 becomes 2, and 2 becomes 1. No id has it. */
const MOVING = '\u0001';
const AFTER_MOVING = '\u0002';

/** By present ids from former ones. A person who has marked both keeps one mark. Must run in a transaction. */
export async function moveMarks(
  transaction: Db,
  {
    run,
    conference,
    ids,
  }: { readonly run: string; readonly conference: string; readonly ids: ReadonlyMap<string, string> },
): Promise<void> {
  if (ids.size === 0) return;
  for (const [table, columns] of MARKS) {
    for (const [from, to] of ids)
      await transaction
        .updateTable(table)
        .where(eb => eb.and({ run, conference, talk: from }))
        .set({ talk: MOVING + to })
        .execute();
    await sql`
      insert into ${sql.table(table)} (run, workspace, person, conference, talk, ${columns})
      select run, workspace, person, conference, substr(talk, 2), ${columns} from ${sql.table(table)}
      where run = ${run} and conference = ${conference} and talk >= ${MOVING} and talk < ${AFTER_MOVING}
      on conflict do nothing`.execute(transaction);
    await transaction
      .deleteFrom(table)
      .where(eb => eb.and({ run, conference }))
      .where('talk', '>=', MOVING)
      .where('talk', '<', AFTER_MOVING)
      .execute();
  }
}

/** Moves marks to another conference, by the ids that the talks have there from those that they had. Must run in a transaction. */
export async function handOverMarks(
  transaction: Db,
  {
    run,
    conference,
    to,
    ids,
  }: ConferenceScope & { readonly to: string; readonly ids: ReadonlyMap<string, string> },
): Promise<void> {
  for (const [table, columns] of MARKS)
    for (const [former, talk] of ids) {
      await sql`
        insert into ${sql.table(table)} (run, workspace, person, conference, talk, ${columns})
        select run, workspace, person, ${to}, ${talk}, ${columns} from ${sql.table(table)}
        where run = ${run} and conference = ${conference} and talk = ${former}
        on conflict do nothing`.execute(transaction);
      await transaction
        .deleteFrom(table)
        .where(eb => eb.and({ run, conference, talk: former }))
        .execute();
    }
}
