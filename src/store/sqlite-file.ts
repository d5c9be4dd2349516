import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSyncInstance } from '@photostructure/sqlite';
import { sqliteFault } from './sqlite-fault.ts';
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

  /** Brings all that is written into the one file, so that a copy of it has everything. */
  gather(): void {
    if (this.#open !== undefined)
      this.#attempt(() => this.#open?.database.exec('pragma wal_checkpoint(truncate)'));
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
      const fault = sqliteFault(error, this.#path);
      // What SQLite has opened to be read alone stays so, whatever may be done with the file by then.
      if (fault instanceof StoreFault && fault.code === 'unusable') this.close();
      throw fault;
    }
  }
}

function opened(path: string): InstanceType<typeof DatabaseSync> {
  if (path !== ':memory:') makeFolder(dirname(path));
  const database = new DatabaseSync(path);
  try {
    for (const pragma of PRAGMAS) database.exec(`pragma ${pragma}`);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** Node's own `recursive` never ends where the system has a folder in which none can be made, such as /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!existsSync(path)) throw error;
  }
}
