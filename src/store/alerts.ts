import type { Alert, Member } from '../people/stars.ts';
import { inTransaction } from './database/in-transaction.ts';
import { claimGroups } from './deliveries.ts';
import type { NewDelivery } from './delivery.ts';
import type { ConferenceScope, Db } from './schema.ts';

/** A person's alert, with the talks that they know to match. */
export interface KnownAlert extends Alert {
  readonly told: ReadonlySet<string>;
}

/** The talks that the person of an alert knows from now on. */
export interface ToldTalks {
  readonly alert: KnownAlert;
  /** Their ids, those that the person knew before among them. */
  readonly told: readonly string[];
}

/** The words that people wait for, in one run. */
export class AlertRepository {
  readonly #db: Db;
  readonly #run: string;
  readonly #deliveryRun: string;

  constructor(db: Db, { run, deliveryRun }: { readonly run: string; readonly deliveryRun: string }) {
    this.#db = db;
    this.#run = run;
    this.#deliveryRun = deliveryRun;
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

  /**
   * Records what alerts of one person have told, and claims the message that tells it, in one transaction: nothing is told
   * twice or not at all. An alert that was removed or recorded since it was read is left out; `noticeFor` gets the others and
   * returns undefined if they have nothing to tell. Returns false if one was left out.
   */
  recordTold(
    updates: readonly ToldTalks[],
    noticeFor: (recorded: readonly KnownAlert[]) => NewDelivery | undefined,
  ): Promise<boolean> {
    return inTransaction(this.#db, async transaction => {
      const recorded: KnownAlert[] = [];
      for (const { alert, told } of updates) {
        const row = await transaction
          .updateTable('alerts')
          .where(eb => eb.and({ run: this.#run, ...keyOf(alert), told: JSON.stringify([...alert.told]) }))
          .set({ told: JSON.stringify(told) })
          .returning('words')
          .executeTakeFirst();
        if (row !== undefined) recorded.push(alert);
      }
      const notice = noticeFor(recorded);
      if (notice !== undefined) await claimGroups(transaction, [[notice]], this.#deliveryRun);
      return recorded.length === updates.length;
    });
  }
}

/** Replaces the ids of talks that people know at a conference, by the former ones. Must run in a transaction. */
export async function renameTold(
  transaction: Db,
  { run, conference, ids }: ConferenceScope & { readonly ids: ReadonlyMap<string, string> },
): Promise<void> {
  const alerts = await transaction
    .selectFrom('alerts')
    .select(['workspace', 'person', 'conference', 'words', 'told'])
    .where(eb => eb.and({ run, conference }))
    .execute();
  for (const { told, ...alert } of alerts) {
    const renamed = JSON.stringify(JSON.parse(told).map((id: string) => ids.get(id) ?? id));
    if (renamed === told) continue;
    await transaction
      .updateTable('alerts')
      .set({ told: renamed })
      .where(eb => eb.and({ run, ...alert }))
      .execute();
  }
}

function keyOf({ workspace, person, conference, words }: Alert): Alert {
  return { workspace, person, conference, words };
}
