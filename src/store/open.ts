import { Kysely } from 'kysely';
import { deliveryQueries } from './deliveries.ts';
import { digestQueries } from './digests.ts';
import { migrate } from './migrations.ts';
import type { Schema } from './schema.ts';
import { sendingQueries } from './sending.ts';
import { toldQueries } from './snapshots.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { SqliteFile } from './sqlite-file.ts';

/** What Lectern remembers. Everything here may fail with a StoreFault, and works again once its cause is gone. */
export type Store = ReturnType<typeof openStore>;

export interface StoreOptions {
  /** `file:./var/lectern.sqlite`; the file is made where there is none, and may be shared by processes. */
  readonly url: string;
  /** What is delivered in one run is not known in another: a rehearsal's deliveries are none of the real day's. */
  readonly run: string;
}

/** Nothing is opened before it is needed, so that Lectern answers even where its database cannot be reached. */
export function openStore({ url, run }: StoreOptions) {
  const file = new SqliteFile(url.replace(/^file:/, ''));
  const db = new Kysely<Schema>({ dialect: sqliteDialect(file, migrate) });
  return {
    digests: digestQueries(db),
    deliveries: deliveryQueries(db, run),
    sending: sendingQueries(db, run),
    told: toldQueries(db, run),
    close: () => db.destroy(),
  };
}
