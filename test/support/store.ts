import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { openStore, type Store } from '../../src/store/open.ts';
import type { SnapshotUpdate } from '../../src/store/snapshots/snapshots.ts';
import { PostgresServer } from './postgres.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A file for an SQLite database; it goes when the tests of the file are done. */
export function databaseFile(): string {
  return join(temporaryFolder(), 'lectern.sqlite');
}

/** The URL of a new, empty database, of the kind that this run of the tests is about. */
export function database(): string {
  return newPostgresDatabase() ?? `file:${databaseFile()}`;
}

/** A store of its own, or one of several on the same database, as processes share one. */
export function store({
  url = newPostgresDatabase() ?? 'file::memory:',
  run = 'real',
  tokenKeys = [TOKEN_KEY],
  isAlone = false,
  realNow = Date.now,
  onlyInstalled = false,
} = {}): Store {
  const opened = openStore({ url, run, tokenKeys, isAlone, realNow, onlyInstalled });
  onTestFinished(() => opened.close());
  return opened;
}

/** The first snapshot of a conference, which has no talks. */
export function firstSnapshot(conference: string): SnapshotUpdate {
  const nothing = { talks: [], claims: [], updates: [], entries: [], news: [] };
  return { conference, replaces: 0, newIds: new Map(), ...nothing };
}

/** Encrypts the tokens of tests. */
export const TOKEN_KEY = Buffer.alloc(32, 7).toString('base64');

export function isPostgres(url: string): boolean {
  return url.startsWith('postgres:');
}

type Value = string | number | null;

/** Runs SQL beside a store; with values, one statement. Returns its rows. */
export async function execute(
  url: string,
  sql: string,
  values: readonly Value[] = [],
): Promise<readonly object[]> {
  if (!isPostgres(url)) return executeOnFile(url.replace('file:', ''), sql, values);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let place = 0;
    const { rows } = await client.query(
      sql.replaceAll('?', () => `$${++place}`),
      [...values],
    );
    return rows;
  } finally {
    await client.end();
  }
}

function executeOnFile(path: string, sql: string, values: readonly Value[]): readonly object[] {
  const file = new DatabaseSync(path);
  try {
    if (sql.includes(';')) file.exec(sql);
    return sql.includes(';') ? [] : (file.prepare(sql).all(...values) as object[]);
  } finally {
    file.close();
  }
}

function newPostgresDatabase(): string | undefined {
  const running = inject('postgres');
  return running && new PostgresServer(running.folder, running.port).newDatabase();
}
