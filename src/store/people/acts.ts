import type { Act } from '../../people/acts.ts';
import type { Member } from '../../people/stars.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Db } from '../schema.ts';

/** Later nobody means it by `undo`, and it is not kept for longer. */
const KEPT_MS = 60 * 60 * 1000;
/** So many acts of a person can be taken back, one after the other. */
const ACTS_MAX = 20;

/** The last acts of each person in one run. */
export class ActRepository {
  readonly #db: Db;
  readonly #run: string;

  constructor(db: Db, run: string) {
    this.#db = db;
    this.#run = run;
  }

  /** `at` is in milliseconds since 1970. */
  async record(member: Member, act: Act, at: number): Promise<void> {
    await this.#forgetBefore(at - KEPT_MS);
    await inTransaction(this.#db, async transaction => {
      const before = (await this.#actsOf(transaction, member)) ?? [];
      await this.#keep(transaction, member, { acts: [...before, act].slice(-ACTS_MAX), at });
    });
  }

  /**
   * Takes the last act off and returns it; 'none' if all of the last hour were taken, undefined if there was none. Two calls
   * at once take two acts.
   */
  async takeLast(member: Member, at: number): Promise<Act | 'none' | undefined> {
    await this.#forgetBefore(at - KEPT_MS);
    return inTransaction(this.#db, async transaction => {
      const acts = await this.#actsOf(transaction, member);
      if (acts === undefined) return undefined;
      const last = acts.at(-1);
      if (last === undefined) return 'none';
      await this.#keep(transaction, member, { acts: acts.slice(0, -1), at });
      return last;
    });
  }

  /** Those of everybody. */
  async #forgetBefore(at: number): Promise<void> {
    await this.#db.deleteFrom('acts').where('run', '=', this.#run).where('changed_at', '<', at).execute();
  }

  async #actsOf(transaction: Db, { workspace, person }: Member): Promise<readonly Act[] | undefined> {
    const row = await transaction
      .selectFrom('acts')
      .select('acts')
      .where(eb => eb.and({ run: this.#run, workspace, person }))
      .executeTakeFirst();
    return row === undefined ? undefined : JSON.parse(row.acts);
  }

  async #keep(
    transaction: Db,
    { workspace, person }: Member,
    { acts, at }: { readonly acts: readonly Act[]; readonly at: number },
  ): Promise<void> {
    const kept = { acts: JSON.stringify(acts), changed_at: at };
    await transaction
      .insertInto('acts')
      .values({ run: this.#run, workspace, person, ...kept })
      .onConflict(conflict => conflict.columns(['run', 'workspace', 'person']).doUpdateSet(kept))
      .execute();
  }
}
