import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSyncInstance } from '@photostructure/sqlite';
import { StoreFault } from './store-fault.ts';

/**
 * With a write-ahead log readers never wait; with FULL a power cut loses nothing that was acknowledged. SQLite itself
 * does not wait for another process, as the whole of Lectern would stand still meanwhile: the driver waits.
 */
const PRAGMAS = ['journal_mode = wal', 'synchronous = full', 'busy_timeout = 0', 'foreign_keys = on'];

/** The one connection to a database file: opened when it is first needed, and again once a lost file is back. */
export class SqliteFile {
  readonly #path: string;
  #open:
    | { readonly database: InstanceType<typeof DatabaseSync>; readonly inode: bigint | undefined }
    | undefined;
  #wasOpen = false;
  readonly #statements = new Map<string, StatementSyncInstance>();

  constructor(path: string) {
    this.#path = path;
  }

  /** True where the connection is another one than before. */
  connect(): boolean {
    if (this.#open !== undefined && this.#inode() === this.#open.inode) return false;
    this.close();
    // SQLite would make a new, empty file, and everything that was posted would be posted again.
    if (this.#wasOpen && this.#inode() === undefined && this.#path !== ':memory:')
      throw new StoreFault(
        'gone',
        `The database ${this.#path} is gone. Put the file back; Lectern goes on with it then.`,
      );
    this.#open = this.#attempt(() => ({ database: opened(this.#path), inode: this.#inode() }));
    this.#wasOpen = true;
    return true;
  }

  run(sql: string, parameters: readonly unknown[]): { readonly rows: unknown[]; readonly changes: number } {
    return this.#attempt(() => {
      const statement = this.#prepared(sql);
      if (statement.columns().length > 0) return { rows: statement.all(...parameters), changes: 0 };
      return { rows: [], changes: statement.run(...parameters).changes };
    });
  }

  /** Where the disk is full, SQLite has already undone the transaction by itself. */
  rollBack(): void {
    if (this.#open?.database.isTransaction) this.run('rollback', []);
  }

  close(): void {
    this.#statements.clear();
    this.#open?.database.close();
    this.#open = undefined;
  }

  #prepared(sql: string): StatementSyncInstance {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    if (this.#open === undefined) throw new Error(`The database ${this.#path} is not open.`);
    const statement = this.#open.database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #inode(): bigint | undefined {
    return statSync(this.#path, { bigint: true, throwIfNoEntry: false })?.ino;
  }

  #attempt<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw faultOf(error, this.#path);
    }
  }
}

function opened(path: string): InstanceType<typeof DatabaseSync> {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path);
  try {
    for (const pragma of PRAGMAS) database.exec(`pragma ${pragma}`);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** SQLite's result codes, https://sqlite.org/rescode.html, by what a person can do about them. */
const BUSY = new Set([5, 6]);
const FULL = 13;
/** Read-only, no access, input or output failed, cannot be opened, damaged, no database. */
const UNUSABLE = new Set([8, 3, 10, 14, 11, 26]);

function faultOf(error: unknown, path: string): unknown {
  const { code, errcode } = error as { readonly code?: string; readonly errcode?: number };
  const result = code === 'ERR_SQLITE_ERROR' && errcode !== undefined ? errcode & 0xff : undefined;
  const options = { cause: error };
  if (result === undefined && !['EACCES', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EEXIST'].includes(code ?? ''))
    return error;
  if (result !== undefined && BUSY.has(result))
    return new StoreFault(
      'locked',
      `The database ${path} is locked by another process. End that process, or wait for it.`,
      options,
    );
  if (result === FULL || code === 'ENOSPC')
    return new StoreFault(
      'full',
      `The database ${path} cannot grow: its disk is full. Free some space; Lectern goes on by itself.`,
      options,
    );
  if (result === undefined || UNUSABLE.has(result))
    return new StoreFault(
      'unusable',
      `The database ${path} cannot be used: ${(error as Error).message}. See that the file is whole and that Lectern may write there, or name another by DATABASE_URL.`,
      options,
    );
  return error;
}
