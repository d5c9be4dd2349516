import { setTimeout as wait } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { Pool, PoolClient, PoolConfig } from 'pg';
import { untilUndisturbed } from '../database/in-transaction.ts';
import { nameOfPrepared } from '../database/prepared.ts';
import { isConnectionLost, isTableMissing, postgresFault } from './postgres-fault.ts';
import { readPostgresUrl } from './postgres-url.ts';

/** A statement that takes longer is ended by the server, and one that the server does not answer is given up. */
const STATEMENT_MS = 5000;
const ANSWER_MS = 7000;
/** Another process may be bringing a large database to a new version. */
const PREPARE_MS = 10 * 60 * 1000;
/** How long a process that ends waits for its connections. */
const CLOSE_MS = 2000;

const POOL: PoolConfig = {
  max: 10,
  connectionTimeoutMillis: 5000,
  idleTimeoutMillis: 60_000,
  // A connection through a firewall that forgets it is noticed.
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  application_name: 'lectern',
};

/**
 * Lets Kysely use a PostgreSQL database through a pool of connections. `prepare` runs on the first connection, in a
 * transaction that one process at a time can hold.
 */
export function postgresDialect(
  url: string,
  prepare: (connection: DatabaseConnection) => Promise<void>,
): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PostgresDriver(url, prepare),
    createIntrospector: db => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class PostgresDriver implements Driver {
  readonly #url: string;
  readonly #label: string;
  readonly #prepare: (connection: DatabaseConnection) => Promise<void>;
  readonly #connections = new WeakMap<PoolClient, PostgresConnection>();
  #pool: Pool | undefined;
  #preparing: Promise<void> | undefined;

  constructor(url: string, prepare: (connection: DatabaseConnection) => Promise<void>) {
    const read = readPostgresUrl(url);
    if ('mistake' in read) throw new Error(`DATABASE_URL ${read.mistake}`);
    this.#url = url;
    this.#label = read.label;
    this.#prepare = prepare;
  }

  /** Those who use SQLite never load pg. */
  async init(): Promise<void> {
    const { Pool, types } = await import('pg');
    const getTypeParser = ((oid: number, format: 'text') =>
      oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format)) as typeof types.getTypeParser;
    this.#pool = new Pool({ ...POOL, types: { getTypeParser }, connectionString: this.#url });
    // The pool has removed the connection already, and the next statement takes another one.
    this.#pool.on('error', () => {});
  }

  async acquireConnection(): Promise<PostgresConnection> {
    const connection = await this.#connect();
    try {
      this.#preparing ??= this.#prepareDatabase(connection);
      await this.#preparing;
    } catch (error) {
      this.#preparing = undefined;
      await this.releaseConnection(connection);
      throw error;
    }
    return connection;
  }

  async beginTransaction(connection: PostgresConnection): Promise<void> {
    await connection.begin('begin');
  }

  async commitTransaction(connection: PostgresConnection): Promise<void> {
    await connection.end('commit');
  }

  async rollbackTransaction(connection: PostgresConnection): Promise<void> {
    await connection.rollBack();
  }

  async releaseConnection(connection: PostgresConnection): Promise<void> {
    // Tables that are missing are made by the next one that connects: the database may be a new one.
    if (connection.lacksTables) this.#preparing = undefined;
    connection.release();
  }

  async destroy(): Promise<void> {
    // A server that does not answer does not keep the process from ending.
    await Promise.race([this.#pool?.end(), wait(CLOSE_MS, undefined, { ref: false })]);
  }

  async #connect(): Promise<PostgresConnection> {
    if (this.#pool === undefined) throw new Error('The database is not open.');
    const client = await this.#checkOut(this.#pool);
    const known = this.#connections.get(client);
    if (known !== undefined) return known;
    // pg tells of a lost connection by an event as well, which would end the process if nobody heard it.
    client.on('error', () => {});
    const connection = new PostgresConnection(client, this.#label);
    try {
      await connection.open();
    } catch (error) {
      // Another statement must not find it as it is, without what `open` sets.
      connection.discard();
      throw error;
    }
    this.#connections.set(client, connection);
    return connection;
  }

  async #checkOut(pool: Pool): Promise<PoolClient> {
    try {
      // A certificate that cannot be read is thrown before there is a promise.
      return await pool.connect();
    } catch (error) {
      throw postgresFault(error, this.#label);
    }
  }

  /** In `read committed`, so that what it finds after it got the lock is what the other process has left. */
  async #prepareDatabase(connection: PostgresConnection): Promise<void> {
    const patient = { query_timeout: PREPARE_MS };
    await connection.begin('begin isolation level read committed');
    try {
      await connection.run(`set local statement_timeout = ${PREPARE_MS}`, [], patient);
      await connection.run(`select pg_advisory_xact_lock(${PREPARE_LOCK})`, [], patient);
      await this.#prepare({
        executeQuery: <R>({ sql, parameters }: CompiledQuery) =>
          connection.run<R>(inBytewiseOrder(sql), parameters, patient),
        streamQuery: connection.streamQuery,
      });
      await connection.end('commit');
    } catch (error) {
      await connection.rollBack();
      throw error;
    }
  }
}

/** Any number that other programs on the same database are unlikely to lock. */
const PREPARE_LOCK = 5_328_376_836_784_750;

/** Texts are compared byte by byte, as SQLite does, whatever language the database was made for. */
function inBytewiseOrder(sql: string): string {
  return sql.replaceAll(/ text\b/g, ' text collate "C"');
}

class PostgresConnection implements DatabaseConnection {
  readonly #client: PoolClient;
  readonly #label: string;
  #isInTransaction = false;
  #isLost = false;
  lacksTables = false;

  constructor(client: PoolClient, label: string) {
    this.#client = client;
    this.#label = label;
  }

  /**
   * Serializable, as SQLite's one writer makes every transaction: what a statement has read is still so when it writes.
   */
  async open(): Promise<void> {
    await this.run(
      `set default_transaction_isolation = 'serializable';
       set statement_timeout = ${STATEMENT_MS};
       set idle_in_transaction_session_timeout = ${2 * STATEMENT_MS};
       set client_min_messages = warning`,
    );
    const { rows } = await this.run<{ transaction_read_only: string }>('show transaction_read_only');
    if (rows[0]?.transaction_read_only === 'on')
      throw postgresFault({ code: '25006', message: 'read-only' }, this.#label);
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const name = nameOfPrepared(query);
    const run = () => this.run<Row>(query.sql, query.parameters, name === undefined ? {} : { name });
    // A statement by itself can be done again; of a transaction all has to be.
    return this.#isInTransaction ? run() : untilUndisturbed(run);
  }

  async run<Row>(
    text: string,
    values: readonly unknown[] = [],
    config: { readonly name?: string; readonly query_timeout?: number } = {},
  ): Promise<QueryResult<Row>> {
    try {
      const query = { query_timeout: ANSWER_MS, ...config, text, values: [...values] };
      const { rows, rowCount } = await this.#client.query(query);
      return { rows: (rows ?? []) as Row[], numAffectedRows: BigInt(rowCount ?? 0) };
    } catch (error) {
      const fault = postgresFault(error, this.#label);
      this.#isLost ||= isConnectionLost(fault);
      this.lacksTables ||= isTableMissing(error);
      throw fault;
    }
  }

  streamQuery(): never {
    throw new Error('Rows are not streamed, since the tables are small.');
  }

  async begin(statement: string): Promise<void> {
    await this.run(statement);
    this.#isInTransaction = true;
  }

  async end(statement: 'commit' | 'rollback'): Promise<void> {
    await this.run(statement);
    this.#isInTransaction = false;
  }

  /** The server itself undoes the transaction of a connection that is lost. */
  async rollBack(): Promise<void> {
    if (!this.#isLost) await this.end('rollback').catch(() => {});
    this.#isLost ||= this.#isInTransaction;
  }

  release(): void {
    this.#client.release(this.#isLost);
  }

  discard(): void {
    this.#client.release(true);
  }
}
