import type { Transaction } from 'kysely';
import type { AskedCount, AskedWords } from '../../people/asked.ts';
import { compare, groupByEach, inChunks } from '../../text/keys.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { type Db, ROWS_AT_ONCE, type Schema } from '../schema.ts';

/** So many different words are kept of a day, conference and workspace; those that come later are counted without words. */
export const WORDS_A_DAY = 1000;

/** Today and the seven days before it. */
const DAYS_KEPT = 8;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface AskedWordsOptions {
  readonly run: string;
  /** The real time in milliseconds since 1970, in a rehearsal too: it is what people are promised. */
  readonly realNow: () => number;
  /** True if nothing may be kept of a workspace in which Lectern is not installed, or no more. */
  readonly onlyInstalled: boolean;
}

type Counted = Omit<AskedCount, 'workspace' | 'conference'>;

/** Words that people asked, with how often, by the day in UTC: nothing tells of the people, and no time is finer than a day. */
export class AskedWordsRepository {
  readonly #db: Db;
  readonly #options: AskedWordsOptions;

  constructor(db: Db, options: AskedWordsOptions) {
    this.#db = db;
    this.#options = options;
  }

  /** Adds these to today's, all or none. */
  async add(counts: readonly AskedCount[]): Promise<void> {
    if (counts.length === 0) return;
    const day = this.#daysAgo(0);
    // All processes write in the same order, so that no two wait for each other.
    const groups = [
      ...groupByEach(counts, ({ workspace, conference }) => [JSON.stringify([workspace, conference])]),
    ].sort(([a], [b]) => compare(a, b));
    await inTransaction(this.#db, async transaction => {
      for (const [, those] of groups) await this.#addToDay(transaction, day, those);
    });
  }

  /** The sums of today and the six days before, each outcome apart; by outcome and words. */
  async lastWeek({
    workspace,
    conference,
  }: Pick<AskedCount, 'workspace' | 'conference'>): Promise<readonly Counted[]> {
    const rows = await this.#db
      .selectFrom('asked_words')
      .select(['outcome', 'words', eb => eb.fn.sum('count').as('count')])
      .where(eb => eb.and({ run: this.#options.run, workspace, conference }))
      .where('day', '>=', this.#daysAgo(DAYS_KEPT - 2))
      .groupBy(['outcome', 'words'])
      .orderBy('outcome')
      .orderBy('words')
      .execute();
    return rows.map(({ outcome, words, count }) => ({
      outcome: outcome as AskedWords['outcome'],
      words,
      count: Number(count),
    }));
  }

  /** Deletes those of everybody, in every run, that are older. */
  async forgetOld(): Promise<void> {
    await this.#db
      .deleteFrom('asked_words')
      .where('day', '<', this.#daysAgo(DAYS_KEPT - 1))
      .execute();
  }

  async #addToDay(
    transaction: Transaction<Schema>,
    day: string,
    counts: readonly AskedCount[],
  ): Promise<void> {
    const [first] = counts;
    if (first === undefined) return;
    const { workspace, conference } = first;
    // Askings wait in memory, in each process: Lectern may have been uninstalled meanwhile.
    if (this.#options.onlyInstalled && !(await isInstalled(transaction, workspace))) return;
    const of = { run: this.#options.run, workspace, conference, day };
    const there = await transaction
      .selectFrom('asked_words')
      .select(['outcome', 'words'])
      .where(eb => eb.and(of))
      .execute();
    for (const some of inChunks(fitToDay(counts, new Set(there.map(keyOf))), ROWS_AT_ONCE))
      await transaction
        .insertInto('asked_words')
        .values(some.map(({ outcome, words, count }) => ({ ...of, outcome, words, count })))
        .onConflict(conflict =>
          conflict
            .columns(['run', 'workspace', 'conference', 'day', 'outcome', 'words'])
            .doUpdateSet(eb => ({ count: eb('asked_words.count', '+', eb.ref('excluded.count')) })),
        )
        .execute();
  }

  #daysAgo(days: number): string {
    return new Date(this.#options.realNow() - days * DAY_MS).toISOString().slice(0, 10);
  }
}

async function isInstalled(transaction: Transaction<Schema>, workspace: string): Promise<boolean> {
  const found = await transaction
    .selectFrom('installations')
    .select('workspace')
    .where('workspace', '=', workspace)
    .executeTakeFirst();
  return found !== undefined;
}

/** Leaves the words out for which the day has no room, and sums what is then alike, in a fixed order. */
function fitToDay(counts: readonly AskedCount[], there: ReadonlySet<string>): readonly Counted[] {
  const known = new Set(there);
  const summed = new Map<string, Counted>();
  for (const asked of counts) {
    const hasRoom = known.has(keyOf(asked)) || known.size < WORDS_A_DAY;
    const { outcome, words } = hasRoom ? asked : { outcome: asked.outcome, words: '' };
    const key = keyOf({ outcome, words });
    known.add(key);
    summed.set(key, { outcome, words, count: (summed.get(key)?.count ?? 0) + asked.count });
  }
  return [...summed].sort(([a], [b]) => compare(a, b)).map(([, counted]) => counted);
}

function keyOf({ outcome, words }: { readonly outcome: string; readonly words: string }): string {
  return `${outcome} ${words}`;
}
