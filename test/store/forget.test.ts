import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { databaseFile, store } from '../support/store.ts';

const JUNE = { workspace: 'T1', person: 'U0JUNE0002' };
const MIRA = { workspace: 'T1', person: 'U0MIRA0001' };
/** The same id in another workspace. */
const OTHER_JUNE = { workspace: 'T2', person: 'U0JUNE0002' };

/** Each table with a column `person`; each of these people has a row there. */
function fillEveryTable(path: string): readonly string[] {
  const database = new DatabaseSync(path);
  const tables = database.prepare("select name from sqlite_master where type = 'table'").all() as Named[];
  const personal = tables.filter(({ name }) => columnsOf(database, name).some(one => one.name === 'person'));
  for (const { name } of personal) for (const who of [JUNE, MIRA, OTHER_JUNE]) fill(database, name, who);
  database.close();
  return personal.map(({ name }) => name).sort();
}

type Database = InstanceType<typeof DatabaseSync>;

interface Named {
  readonly name: string;
}

function columnsOf(database: Database, table: string) {
  return database.prepare(`pragma table_info(${table})`).all() as (Named & { readonly type: string })[];
}

/** Values of the right type, whatever the columns mean. */
function fill(database: Database, table: string, who: Readonly<Record<string, string>>): void {
  const columns = columnsOf(database, table);
  const places = columns.map(() => '?').join(', ');
  const insert = database.prepare(
    `insert into ${table} (${columns.map(({ name }) => name).join(', ')}) values (${places})`,
  );
  insert.run(
    ...columns.map(
      ({ name, type }) => who[name] ?? (/int/i.test(type) ? 1 : `${table} ${who.person} ${who.workspace}`),
    ),
  );
}

function rowsOf(path: string, table: string): readonly unknown[] {
  const database = new DatabaseSync(path);
  const rows = database.prepare(`select workspace, person from ${table} order by person, workspace`).all();
  database.close();
  return rows;
}

test('forgets a person in every table that has people, and nobody else', async () => {
  const path = databaseFile();
  const opened = store({ path });
  await opened.preferences.of(JUNE);
  const tables = fillEveryTable(path);
  expect(tables).toContain('stars');
  const forgotten = await opened.forget(JUNE);
  expect(forgotten).toEqual(Object.fromEntries(tables.map(table => [table, 1])));
  for (const table of tables) expect(rowsOf(path, table)).toEqual([OTHER_JUNE, MIRA]);
});

test('counts what it was, and forgets the stars of a rehearsal, too', async () => {
  const path = databaseFile();
  const [real, rehearsal] = [store({ path }), store({ path, run: 'rehearsal' })];
  for (const talk of ['fog', 'lamps']) await real.stars.star({ ...JUNE, conference: 'Harbour', talk }, 1000);
  await rehearsal.stars.star({ ...JUNE, conference: 'Harbour', talk: 'fog' }, 1000);
  expect(await real.forget(JUNE)).toMatchObject({ stars: 3, preferences: 0 });
  expect(await real.forget(JUNE)).toMatchObject({ stars: 0, preferences: 0 });
  expect(await rehearsal.stars.starsOf(JUNE)).toEqual(new Map());
});
