import type { Member } from '../people/stars.ts';
import { inTransaction } from './database/in-transaction.ts';
import { myTalksId } from './delivery.ts';
import type { Db, Schema } from './schema.ts';

/** The tables with a column `person`: each row there belongs to somebody. */
type PersonalTable = { [T in keyof Schema]: 'person' extends keyof Schema[T] ? T : never }[keyof Schema];

/** How many rows of each such table belonged to a person. */
export type Forgotten = Readonly<Record<PersonalTable, number>>;

/** Says of each table with a column `person` how a person is forgotten there. A table that is not named does not compile. */
const FORGET: Readonly<Record<PersonalTable, (db: Db, member: Member) => Promise<number>>> = {
  stars: deleteFrom('stars'),
  ratings: deleteFrom('ratings'),
  preferences: deleteFrom('preferences'),
  alerts: deleteFrom('alerts'),
  feeds: deleteFrom('feeds'),
  acts: deleteFrom('acts'),
};

/** Deletes everything, the messages about the person's talks too, in every run, or nothing if that fails. */
export async function forgetPerson(db: Db, member: Member): Promise<Forgotten> {
  return inTransaction(db, async transaction => {
    const forgotten: [string, number][] = [];
    for (const [table, forget] of Object.entries(FORGET))
      forgotten.push([table, await forget(transaction, member)]);
    await transaction.deleteFrom('deliveries').where('digest', '=', myTalksId(member)).execute();
    return Object.fromEntries(forgotten) as Forgotten;
  });
}

/** The tables with a column `workspace`: each row there belongs to one. */
type TableOfWorkspaces = {
  [T in keyof Schema]: 'workspace' extends keyof Schema[T] ? T : never;
}[keyof Schema];

/** Each table with a column `workspace`. One that is not named does not compile. */
const OF_WORKSPACES: Readonly<Record<TableOfWorkspaces, true>> = {
  installations: true,
  digests: true,
  deliveries: true,
  stars: true,
  ratings: true,
  preferences: true,
  alerts: true,
  feeds: true,
  acts: true,
  asked_words: true,
  workspace_settings: true,
};

/**
 * Deletes everything that belongs to a workspace, in every run, or nothing if that fails. Slack tells of the end of an
 * installation late at times: an installation after `before` (in milliseconds since 1970) and all else is left, and false
 * is returned.
 */
export async function forgetWorkspace(db: Db, workspace: string, before: number): Promise<boolean> {
  return inTransaction(db, async transaction => {
    const newer = await transaction
      .selectFrom('installations')
      .select('workspace')
      .where('workspace', '=', workspace)
      .where('installed_at', '>', before)
      .executeTakeFirst();
    if (newer !== undefined) return false;
    for (const table of Object.keys(OF_WORKSPACES) as TableOfWorkspaces[])
      await transaction.deleteFrom(table).where('workspace', '=', workspace).execute();
    return true;
  });
}

function deleteFrom(table: PersonalTable) {
  return async (db: Db, { workspace, person }: Member): Promise<number> => {
    const { numDeletedRows } = await db
      .deleteFrom(table)
      .where('workspace', '=', workspace)
      .where('person', '=', person)
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  };
}
