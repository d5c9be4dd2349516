import { CompiledQuery, type DatabaseConnection } from 'kysely';
import { MIGRATIONS } from './migrations.ts';
import { StoreFault } from './store-fault.ts';

/** Brings the database to the newest version. To be run in a transaction that one process at a time can be inside of. */
export async function migrate(connection: DatabaseConnection): Promise<void> {
  const run = (sql: string) => connection.executeQuery<{ version: number }>(CompiledQuery.raw(sql));
  await run('create table if not exists schema_version (version integer not null)');
  const { rows } = await run('select version from schema_version');
  const version = rows[0]?.version ?? 0;
  if (version > MIGRATIONS.length) throw newer(version);
  if (version === MIGRATIONS.length) return;
  for (const statement of MIGRATIONS.slice(version).flat()) await run(statement);
  await run('delete from schema_version');
  await run(`insert into schema_version (version) values (${MIGRATIONS.length})`);
}

function newer(version: number): StoreFault {
  return new StoreFault(
    'newer',
    `The database is of version ${version}, which a newer Lectern has made; this one knows ${MIGRATIONS.length}. Run the newer one, or name another database by DATABASE_URL.`,
  );
}
