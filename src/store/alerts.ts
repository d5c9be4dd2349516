import type { Alert, Member } from '../people/stars.ts';
import type { Db } from './schema.ts';

/** A person's alert, with the talks that they know to match. */
export interface KnownAlert extends Alert {
  readonly told: ReadonlySet<string>;
}

/** The words that people wait for, in one run. */
export class AlertRepository {
  readonly #db: Db;
  readonly #run: string;

  constructor(db: Db, run: string) {
    this.#db = db;
    this.#run = run;
  }

  /** `told`: the ids of the talks that match by now. Returns false if the person waits for these words already. */
  async add(alert: Alert, told: readonly string[], at: number): Promise<boolean> {
    const row = await this.#db
      .insertInto('alerts')
      .values({ run: this.#run, ...keyOf(alert), told: JSON.stringify(told), created_at: at })
      .onConflict(conflict => conflict.doNothing())
      .returning('words')
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Returns false if there was none. */
  async remove(alert: Alert): Promise<boolean> {
    const row = await this.#db
      .deleteFrom('alerts')
      .where(eb => eb.and({ run: this.#run, ...keyOf(alert) }))
      .returning('words')
      .executeTakeFirst();
    return row !== undefined;
  }

  /** The words that a person waits for at a conference, the first at the front. */
  async wordsOf({ workspace, person }: Member, conference: string): Promise<readonly string[]> {
    const rows = await this.#db
      .selectFrom('alerts')
      .select('words')
      .where(eb => eb.and({ run: this.#run, workspace, person, conference }))
      .orderBy('created_at')
      .orderBy('words')
      .execute();
    return rows.map(({ words }) => words);
  }

  /** All alerts at a conference, in all workspaces. */
  async all(conference: string): Promise<readonly KnownAlert[]> {
    const rows = await this.#db
      .selectFrom('alerts')
      .select(['workspace', 'person', 'conference', 'words', 'told'])
      .where(eb => eb.and({ run: this.#run, conference }))
      .orderBy('words')
      .orderBy('created_at')
      .execute();
    return rows.map(({ told, ...alert }) => ({ ...alert, told: new Set<string>(JSON.parse(told)) }));
  }

  /** The person knows these talks from now on. */
  async recordTold(alert: Alert, told: readonly string[]): Promise<void> {
    await this.#db
      .updateTable('alerts')
      .where(eb => eb.and({ run: this.#run, ...keyOf(alert) }))
      .set({ told: JSON.stringify(told) })
      .execute();
  }
}

function keyOf({ workspace, person, conference, words }: Alert): Alert {
  return { workspace, person, conference, words };
}
