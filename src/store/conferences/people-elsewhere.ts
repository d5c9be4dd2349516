import { sql } from 'kysely';
import type { Db } from '../schema.ts';

/** A conference of which something is kept about people. */
export interface KeptConference {
  /** Its key, as conferenceKey makes it. */
  readonly conference: string;
  /** How many people have stars, alerts or calendar feeds there, in all workspaces. */
  readonly people: number;
}

/** The conferences besides the loaded ones, by their keys, of which people have stars, alerts or feeds. */
export async function countPeopleElsewhere(
  db: Db,
  run: string,
  loaded: readonly string[],
): Promise<readonly KeptConference[]> {
  const isElsewhere = loaded.length === 0 ? sql`true` : sql`conference not in (${sql.join(loaded)})`;
  const { rows } = await sql<{ conference: string; people: unknown }>`
    select conference, count(*) as people from (
      select conference, workspace, person from stars where run = ${run} and ${isElsewhere}
      union
      select conference, workspace, person from alerts where run = ${run} and ${isElsewhere}
      union
      select conference, workspace, person from feeds where ${isElsewhere}
    ) as kept
    group by conference order by conference`.execute(db);
  return rows.map(({ conference, people }) => ({ conference, people: Number(people) }));
}
