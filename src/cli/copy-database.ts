import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { isPostgresUrl } from '../store/postgres/postgres-url.ts';
import { pathOfFileUrl } from '../store/sqlite/file-url.ts';
import { pluralise } from '../text/display.ts';
import { UsageError } from './faults.ts';
import { type ExitCode, type Io, write } from './io.ts';
import { readConfigOrThrow } from './load-data.ts';

export function copyDatabaseCommand(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('copy-database')
    .description('copy a database into the empty one that DATABASE_URL names; stop Lectern first')
    .argument('<from>', 'such as file:./var/lectern.sqlite')
    .action(async (from: string) => {
      const { databaseUrl } = readConfigOrThrow(io.env);
      if (databaseUrl === undefined) throw new UsageError('Set DATABASE_URL to the database to copy into.');
      if (!isPostgresUrl(from) && !existsSync(pathOfFileUrl(from)))
        throw new UsageError('There is no database at that address. Name it as DATABASE_URL did.');
      const { copyDatabase } = await import('../store/copy-database.ts');
      const copied = await copyDatabase(from, databaseUrl);
      const lines = copied.map(({ table, rows }) => `${table}: ${pluralise(rows, 'row')}\n`);
      await write(io.stdout, lines.join(''));
      done(0);
    });
}
