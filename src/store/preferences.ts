import type { Selectable } from 'kysely';
import { DEFAULT_PREFERENCES, type Preferences, type Reminders } from '../people/preferences.ts';
import type { Member } from '../people/stars.ts';
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

  /** Keeps what was chosen, and leaves all else as it is. */
  async change({ workspace, person }: Member, chosen: Partial<Preferences>): Promise<void> {
    const all = writePreferences({ ...DEFAULT_PREFERENCES, ...chosen });
    const changed = {
      // One column has to be named, and this one cannot differ.
      person,
      ...('reminders' in chosen ? { reminders: all.reminders } : {}),
      ...('changes' in chosen ? { changes: all.changes } : {}),
      ...('quietHours' in chosen ? { quiet_from: all.quiet_from, quiet_to: all.quiet_to } : {}),
    };
    await this.#db
      .insertInto('preferences')
      .values({ workspace, person, ...all })
      .onConflict(conflict => conflict.columns(['workspace', 'person']).doUpdateSet(changed))
      .execute();
  }
}

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
    reminders: reminders === null ? undefined : REMINDERS.get(reminders),
    changes: changes === 1,
    quietHours: from === null || to === null ? undefined : { from, to },
  };
}

const REMINDERS: ReadonlyMap<string, Reminders> = new Map<string, Reminders>([
  ['5', 5],
  ['10', 10],
  ['15', 15],
  ['off', 'off'],
]);
