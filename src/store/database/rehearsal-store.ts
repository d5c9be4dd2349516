import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { copyRows } from '../copy-database.ts';
import { openDatabase, openFilledStore, openToRead, type Store } from '../open.ts';
import { isPostgresUrl } from '../postgres/postgres-url.ts';
import type { Db } from '../schema.ts';
import { pathOfFileUrl } from '../sqlite/file-url.ts';
import { StoreFault } from '../store-fault.ts';

/** A Lectern that runs writes for a moment only. */
const BUSY_MS = 5000;

/**
 * A store in memory with all that a database has at this moment, or with nothing. Nothing is written to the database,
 * which may be in use: an older version of a file is brought up to date in the copy alone. What was sent before counts for
 * nothing.
 */
export function openRehearsalStore(from: string | undefined, run: string): Promise<Store> {
  const options = { run, deliveryRun: 'rehearsed', isAlone: true };
  return openFilledStore(async target => {
    if (from === undefined) return;
    if (isPostgresUrl(from)) await copyFrom(openToRead(from), target);
    else await copyFile(pathOfFileUrl(from), target);
  }, options);
}

async function copyFrom(source: Db, target: Db): Promise<void> {
  try {
    await copyRows(source, target);
  } finally {
    await source.destroy();
  }
}

/** SQLite itself copies a file as it is at one moment; what is in the copy belongs to people, so it is soon deleted. */
async function copyFile(path: string, target: Db): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-rehearsal-'));
  try {
    const copy = join(folder, 'copy.sqlite');
    vacuumInto(path, copy);
    await copyFrom(openDatabase(`file:${copy}`), target);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function vacuumInto(path: string, copy: string): void {
  try {
    const database = new DatabaseSync(path, { readOnly: true, timeout: BUSY_MS });
    try {
      database.prepare('vacuum into ?').run(copy);
    } finally {
      database.close();
    }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new StoreFault(
      'unusable',
      `The database ${path} cannot be read: ${why}. Correct DATABASE_URL, or try again.`,
      {
        cause,
      },
    );
  }
}
