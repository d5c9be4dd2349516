import type { Act } from '../../people/acts.ts';
import type { Member } from '../../people/stars.ts';
import { AlertRepository } from '../alerts.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { PreferenceRepository } from '../preferences.ts';
import type { Db } from '../schema.ts';
import { StarRepository } from '../stars.ts';

/** Later nobody means it by `undo`, and it is not kept for longer. */
const KEPT_MS = 60 * 60 * 1000;
/** So many acts of a person can be taken back, one after the other. */
const ACTS_MAX = 20;

/** The parts of the database that an act changes, within its transaction. */
export interface ChangedByAct {
  readonly stars: Pick<StarRepository, 'star' | 'unstar' | 'unstarAll'>;
  readonly alerts: Pick<AlertRepository, 'add' | 'remove'>;
  readonly preferences: Pick<PreferenceRepository, 'of' | 'change'>;
}

export interface ActOptions {
  readonly run: string;
  readonly deliveryRun: string;
  /** The real time in milliseconds since 1970, in a rehearsal too: it is what people are promised. */
  readonly realNow: () => number;
}

/** The last acts of each person in one run. The work that is passed in may be run several times: see inTransaction. */
export class ActRepository {
  readonly #db: Db;
  readonly #options: ActOptions;

  constructor(db: Db, options: ActOptions) {
    this.#db = db;
    this.#options = options;
  }

  /**
   * Changes something of a person's and records that, both or neither. `work` returns the act, or undefined if nothing had
   * to be changed; so does this.
   */
  record<Done extends Act>(
    member: Member,
    work: (changed: ChangedByAct) => Promise<Done | undefined>,
  ): Promise<Done | undefined> {
    return inTransaction(this.#db, async transaction => {
      const act = await work(this.#changedIn(transaction));
      if (act !== undefined) await this.#add(transaction, member, act);
      return act;
    });
  }

  /**
   * Takes the last act off and does what `work` makes of it, both or neither. Returns what `work` does; 'none' if all acts of
   * the last hour were taken, undefined if there was none. Two calls at once take two acts.
   */
  takeBack<T>(
    member: Member,
    work: (act: Act, changed: ChangedByAct) => Promise<T>,
  ): Promise<T | 'none' | undefined> {
    const { realNow } = this.#options;
    return inTransaction(this.#db, async transaction => {
      const kept = await transaction
        .selectFrom('acts')
        .select(['number', 'act'])
        .where(eb => eb.and(this.#keyOf(member)))
        .where('at', '>=', realNow() - KEPT_MS)
        .orderBy('number', 'desc')
        .execute();
      if (kept.length === 0) return undefined;
      const last = kept.find(({ act }) => act !== null);
      if (last === undefined || last.act === null) return 'none';
      await transaction
        .updateTable('acts')
        .set({ act: null })
        .where(eb => eb.and({ ...this.#keyOf(member), number: last.number }))
        .execute();
      return work(JSON.parse(last.act), this.#changedIn(transaction));
    });
  }

  /** Deletes the acts of everybody, in every run, that nobody can take back any more. */
  async forgetOld(): Promise<void> {
    await this.#db
      .deleteFrom('acts')
      .where('at', '<', this.#options.realNow() - KEPT_MS)
      .execute();
  }

  #changedIn(transaction: Db): ChangedByAct {
    return {
      stars: new StarRepository(transaction, this.#options.run),
      alerts: new AlertRepository(transaction, this.#options),
      preferences: new PreferenceRepository(transaction),
    };
  }

  /** Numbers go on after the last act that is left: one that was taken back makes room. */
  async #add(transaction: Db, member: Member, act: Act): Promise<void> {
    const { run, workspace, person } = this.#keyOf(member);
    const left = await transaction
      .selectFrom('acts')
      .select(eb => eb.fn.max('number').as('number'))
      .where(eb => eb.and({ run, workspace, person }))
      .where('act', 'is not', null)
      .executeTakeFirst();
    const number = (left?.number ?? 0) + 1;
    await transaction
      .deleteFrom('acts')
      .where(eb => eb.and({ run, workspace, person }))
      .where(eb => eb.or([eb('number', '>=', number), eb('number', '<=', number - ACTS_MAX)]))
      .execute();
    const at = this.#options.realNow();
    await transaction
      .insertInto('acts')
      .values({ run, workspace, person, number, at, act: JSON.stringify(act) })
      .execute();
  }

  #keyOf({ workspace, person }: Member) {
    return { run: this.#options.run, workspace, person };
  }
}
