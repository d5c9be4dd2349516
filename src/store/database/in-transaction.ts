import type { Transaction } from 'kysely';
import type { Db, Schema } from '../schema.ts';
import { retryOn } from './retry.ts';

/**
 * Runs work in a transaction, as if no other process did anything meanwhile. The work may be run several times, so it
 * must have no effect outside of the database.
 */
export function inTransaction<T>(db: Db, work: (transaction: Transaction<Schema>) => Promise<T>): Promise<T> {
  return untilUndisturbed(() => db.transaction().execute(work));
}

const PAUSE_MAX_MS = 100;

/**
 * Does work again that the database has undone because of another process. Pauses are random, so that two processes do
 * not disturb each other for ever.
 */
export function untilUndisturbed<T>(work: () => Promise<T>): Promise<T> {
  return retryOn('conflict', work, attempt => Math.random() * Math.min(PAUSE_MAX_MS, 2 ** attempt));
}
