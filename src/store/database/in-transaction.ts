import { setTimeout as wait } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import type { Db, Schema } from '../schema.ts';
import { StoreFault } from '../store-fault.ts';

/**
 * Runs work in a transaction, as if no other process did anything meanwhile. The work may be run several times, so it must
 * have no effect outside of the database.
 */
export function inTransaction<T>(db: Db, work: (transaction: Transaction<Schema>) => Promise<T>): Promise<T> {
  return untilUndisturbed(() => db.transaction().execute(work));
}

/** How long work is tried that other processes disturb, and the longest pause between two attempts. */
const DISTURBED_MS = 5000;
const PAUSE_MAX_MS = 100;

/**
 * Does work again that the database has undone because of another process. Pauses are random, so that two processes do not
 * disturb each other for ever.
 */
export async function untilUndisturbed<T>(work: () => Promise<T>): Promise<T> {
  const until = performance.now() + DISTURBED_MS;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const isUndone = error instanceof StoreFault && error.code === 'conflict';
      if (!isUndone || performance.now() >= until) throw error;
    }
    await wait(Math.random() * Math.min(PAUSE_MAX_MS, 2 ** attempt));
  }
}
