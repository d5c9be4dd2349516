import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { retryOn } from '../database/retry.ts';
import type { SqliteFile } from './sqlite-file.ts';

/** How long a statement waits between two attempts. */
const BUSY_STEP_MS = 15;

/** Lets Kysely use an SQLite file. `prepare` runs first on each new connection, in a transaction. */
export function sqliteDialect(
  file: SqliteFile,
  prepare: (connection: DatabaseConnection) => Promise<void>,
): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new SqliteDriver(file, prepare),
    createIntrospector: db => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** SQLite has one connection in a process; callers get it in turn. */
class SqliteDriver implements Driver {
  readonly #file: SqliteFile;
  readonly #prepare: (connection: DatabaseConnection) => Promise<void>;
  #last: Promise<void> = Promise.resolve();
  #release: () => void = () => {};

  constructor(file: SqliteFile, prepare: (connection: DatabaseConnection) => Promise<void>) {
    this.#file = file;
    this.#prepare = prepare;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last;
    const { promise, resolve } = withResolvers();
    this.#last = promise;
    await before;
    this.#release = resolve;
    // SQLite answers at once, so a long list of statements would keep searches waiting.
    await nextTurn();
    const connection = connectionTo(this.#file);
    try {
      if (await whenFree(() => this.#file.connect())) await this.#prepareNew(connection);
    } catch (error) {
      this.#file.close();
      resolve();
      throw error;
    }
    return connection;
  }

  async releaseConnection(): Promise<void> {
    this.#release();
  }

  /** At once for writing: if a transaction read first, another process could write before it does. */
  async beginTransaction(): Promise<void> {
    await whenFree(() => this.#file.run('begin immediate', []));
  }

  async commitTransaction(): Promise<void> {
    this.#file.run('commit', []);
  }

  async rollbackTransaction(): Promise<void> {
    this.#file.rollBack();
  }

  async #prepareNew(connection: DatabaseConnection): Promise<void> {
    await this.beginTransaction();
    try {
      await this.#prepare(connection);
      await this.commitTransaction();
    } catch (error) {
      // A file that is closed inside a transaction stays locked, to other processes too, until this process ends.
      this.#file.rollBack();
      throw error;
    }
  }

  async destroy(): Promise<void> {
    await this.#last;
    try {
      this.#file.checkpoint();
    } finally {
      this.#file.close();
    }
  }
}

function connectionTo(file: SqliteFile): DatabaseConnection {
  return {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      const { rows, changes } = await whenFree(() => file.run(sql, parameters));
      return { rows: rows as Row[], numAffectedRows: BigInt(changes) };
    },
    streamQuery(): never {
      throw new Error('Rows are not streamed, since the tables are small.');
    },
  };
}

/** Retries while another process holds the file: a statement that finds it locked has changed nothing. */
function whenFree<T>(work: () => T): Promise<T> {
  return retryOn('locked', work, () => BUSY_STEP_MS);
}

/** Promise.withResolvers, which Node 20 does not have. */
function withResolvers(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => {};
  const promise = new Promise<void>(done => {
    resolve = done;
  });
  return { promise, resolve };
}
