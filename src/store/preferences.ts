import type { Selectable } from 'kysely';
import { DEFAULT_PREFERENCES, type Preferences, readReminders } from '../people/preferences.ts';
import { type Member, memberKey } from '../people/stars.ts';
import { inChunks } from '../text/keys.ts';
import type { Db, Schema } from './schema.ts';

type Row = Omit<Selectable<Schema['preferences']>, 'workspace' | 'person'>;

/** How each person wants to be told about their talks. They belong to every run: a rehearsal has the same ones. */
export class PreferenceRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** The defaults where the person has chosen nothing. */
  async of({ workspace, person }: Member): Promise<Preferences> {
    const row = await this.#db
      .selectFrom('preferences')
      .select(['reminders', 'changes', 'quiet_from', 'quiet_to'])
      .where(eb => eb.and({ workspace, person }))
      .executeTakeFirst();
    return row === undefined ? DEFAULT_PREFERENCES : readPreferences(row);
  }

  /** Those of many people, to be asked by member. */
  async ofAll(members: readonly Member[]): Promise<(member: Member) => Preferences> {
    const people = [...new Set(members.map(({ person }) => person))];
    const chosen = new Map<string, Preferences>();
    for (const some of inChunks(people, PEOPLE_AT_ONCE)) {
      const rows = await this.#db.selectFrom('preferences').selectAll().where('person', 'in', some).execute();
      for (const row of rows) chosen.set(memberKey(row), readPreferences(row));
    }
    return member => chosen.get(memberKey(member)) ?? DEFAULT_PREFERENCES;
  }

  /** Keeps what was chosen, and leaves all else as it is. */
  change(member: Member, chosen: Partial<Preferences>): Promise<void> {
    return changePreferences(this.#db, member, chosen);
  }
}

/** See PreferenceRepository.change; `db` may be a transaction. */
export async function changePreferences(
  db: Db,
  { workspace, person }: Member,
  chosen: Partial<Preferences>,
): Promise<void> {
  const all = writePreferences({ ...DEFAULT_PREFERENCES, ...chosen });
  const changed = {
    // One column has to be named, and this one cannot differ.
    person,
    ...('reminders' in chosen ? { reminders: all.reminders } : {}),
    ...('changes' in chosen ? { changes: all.changes } : {}),
    ...('quietHours' in chosen ? { quiet_from: all.quiet_from, quiet_to: all.quiet_to } : {}),
  };
  await db
    .insertInto('preferences')
    .values({ workspace, person, ...all })
    .onConflict(conflict => conflict.columns(['workspace', 'person']).doUpdateSet(changed))
    .execute();
}

/** SQLite took 32,766 parameters in a statement when this was written, and other databases take fewer. */
const PEOPLE_AT_ONCE = 500;

function writePreferences({ reminders, changes, quietHours }: Preferences): Row {
  return {
    reminders: reminders === undefined ? null : String(reminders),
    changes: Number(changes),
    quiet_from: quietHours?.from ?? null,
    quiet_to: quietHours?.to ?? null,
  };
}

function readPreferences({ reminders, changes, quiet_from: from, quiet_to: to }: Row): Preferences {
  return {
    reminders: reminders === null ? undefined : readReminders(reminders),
    changes: changes === 1,
    quietHours: from === null || to === null ? undefined : { from, to },
  };
}
