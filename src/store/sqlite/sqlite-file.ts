import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { DatabaseSync, type StatementSyncInstance } from '@photostructure/sqlite';
import { StoreFault } from '../store-fault.ts';
import { sqliteFault } from './sqlite-fault.ts';

/**
 * With a write-ahead log readers never wait; with FULL a power cut loses nothing that was acknowledged. SQLite must not
 * wait for another process, since all of Lectern would stand still meanwhile: the driver waits instead.
 */
const PRAGMAS = ['journal_mode = wal', 'synchronous = full', 'busy_timeout = 0', 'foreign_keys = on'];

/**
 * Changes nothing, and fails if the file may only be read: to begin a transaction does not. A prepared statement that failed
 * would keep the file open, for reading alone, until the garbage collector takes it, and whatever opens the file meanwhile
 * shares that.
 */
const WRITABLE = 'begin immediate; create table writable (it integer); rollback';

interface Prepared {
  readonly statement: StatementSyncInstance;
  /** Asked once for a statement, since asking takes several times as long as running it. */
  readonly hasRows: boolean;
}

/** A read at once may answer from a file that was replaced so long ago: to look takes as long as to read. */
const LOOK_AGAIN_MS = 1000;

/** The one connection of a process to a database file: opened when it is first needed, and again after a fault. */
export class SqliteFile {
  readonly #path: string;
  readonly #now: () => number;
  #open:
    | { readonly database: InstanceType<typeof DatabaseSync>; readonly inode: bigint | undefined }
    | undefined;
  #wasOpen = false;
  #lookedAt = Number.NEGATIVE_INFINITY;
  readonly #statements = new Map<string, Prepared>();

  /** `now` is in milliseconds and never goes back. */
  constructor(path: string, now = () => performance.now()) {
    this.#path = path;
    this.#now = now;
  }

  /** Returns true if it opened a new connection. Throws a StoreFault if that is impossible. */
  connect(): boolean {
    if (this.#open !== undefined && this.#isInPlace(this.#open)) return false;
    this.close();
    // Otherwise SQLite would make a new, empty file, and everything that was posted would be posted again.
    if (this.#wasOpen && this.#inode() === undefined && this.#path !== ':memory:')
      throw new StoreFault(
        'gone',
        `The database ${this.#path} is gone. Put the file back, and Lectern continues with it.`,
      );
    this.#open = this.#attempt(() => ({ database: openDatabase(this.#path), inode: this.#inode() }));
    this.#wasOpen = true;
    return true;
  }

  run(sql: string, parameters: readonly unknown[]): { readonly rows: unknown[]; readonly changes: number } {
    return this.#attempt(() => {
      const { statement, hasRows } = this.#prepared(sql);
      if (hasRows) return { rows: statement.all(...parameters), changes: 0 };
      return { rows: [], changes: statement.run(...parameters).changes };
    });
  }

  /**
   * The rows of a statement that only reads, without a turn at the connection. Undefined inside a transaction, whose rows
   * are not kept yet, and if the file must be opened first or cannot be used. A file that was replaced is noticed within a
   * second.
   */
  readNow(sql: string, parameters: readonly unknown[]): unknown[] | undefined {
    try {
      if (this.#open === undefined || this.#open.database.isTransaction) return undefined;
      const isKnown = this.#now() - this.#lookedAt < LOOK_AGAIN_MS || this.#isInPlace(this.#open);
      return isKnown ? this.run(sql, parameters).rows : undefined;
    } catch {
      // A query that is executed as usual meets the fault again and tells it.
      return undefined;
    }
  }

  /** If the disk is full, SQLite has already rolled the transaction back. */
  rollBack(): void {
    if (this.#open?.database.isTransaction) this.run('rollback', []);
  }

  /** Writes the log into the one file, so that a copy of it has everything. */
  checkpoint(): void {
    if (this.#open !== undefined)
      this.#attempt(() => this.#open?.database.exec('pragma wal_checkpoint(truncate)'));
  }

  close(): void {
    this.#statements.clear();
    this.#open?.database.close();
    this.#open = undefined;
  }

  #prepared(sql: string): Prepared {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    if (this.#open === undefined) throw new Error(`The database ${this.#path} is not open.`);
    const statement = this.#open.database.prepare(sql);
    const prepared = { statement, hasRows: statement.columns().length > 0 };
    this.#statements.set(sql, prepared);
    return prepared;
  }

  /** Whether the path still leads to the file that is open. */
  #isInPlace({ inode }: { readonly inode: bigint | undefined }): boolean {
    const isInPlace = this.#inode() === inode;
    this.#lookedAt = isInPlace ? this.#now() : Number.NEGATIVE_INFINITY;
    return isInPlace;
  }

  #inode(): bigint | undefined {
    return statSync(this.#path, { bigint: true, throwIfNoEntry: false })?.ino;
  }

  #attempt<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      const fault = sqliteFault(error, this.#path);
      // A connection that SQLite has opened read-only stays so, even if the file becomes writable.
      if (fault instanceof StoreFault && fault.code === 'unusable') this.close();
      throw fault;
    }
  }
}

function openDatabase(path: string): InstanceType<typeof DatabaseSync> {
  if (path !== ':memory:') preparePlace(path);
  const database = new DatabaseSync(path);
  try {
    for (const pragma of PRAGMAS) database.exec(`pragma ${pragma}`);
    database.exec(WRITABLE);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** Meets the slips in DATABASE_URL of which SQLite says no more than that it cannot open the file. */
function preparePlace(path: string): void {
  const folder = dirname(path);
  if (!existsSync(folder)) {
    if (!isBelowHere(folder))
      throw slip(path, `its folder ${folder} does not exist. Make the folder, or correct DATABASE_URL.`);
    makeFolder(folder);
  }
  if (!isFolder(folder)) throw slip(path, `${folder} is a file, not a folder. Correct DATABASE_URL.`);
  if (isFolder(path))
    throw slip(
      path,
      `it is a folder. Name a file in DATABASE_URL, such as ${join(path, 'lectern.sqlite')}, or move the folder.`,
    );
}

function slip(path: string, what: string): StoreFault {
  return new StoreFault('unusable', `The database ${path} cannot be used: ${what}`);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * Below the folder in which Lectern is started, as `./var`, folders are made: elsewhere one that is missing is a slip in
 * DATABASE_URL or a disk that is not there.
 */
function isBelowHere(path: string): boolean {
  const way = relative('', path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Node's own `recursive` never ends below a folder such as /proc, in which no folder can be made. */
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
