import { expect, test } from 'vitest';
import { installation, kept } from '../support/installations.ts';
import { database, execute, isPostgres, store } from '../support/store.ts';

const JUNE = { workspace: 'T1', person: 'U0JUNE0002' };
const MIRA = { workspace: 'T1', person: 'U0MIRA0001' };
/** The same id in another workspace. */
const OTHER_JUNE = { workspace: 'T2', person: 'U0JUNE0002' };

/** Returns each table with this column; each of these people has a row there. */
async function fillEveryTable(
  url: string,
  column: 'person' | 'workspace',
  people: readonly (typeof JUNE)[] = [JUNE, MIRA, OTHER_JUNE],
): Promise<readonly string[]> {
  const columns = (await execute(url, isPostgres(url) ? COLUMNS.postgres : COLUMNS.sqlite)) as Column[];
  const tables = columns.filter(({ name }) => name === column).map(({ table }) => table);
  for (const table of tables)
    for (const who of people)
      await fill(url, { table, who, columns: columns.filter(column => column.table === table) });
  return tables.sort();
}

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

const COLUMNS = {
  sqlite: `select m.name as "table", c.name, c.type
    from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'`,
  postgres: `select table_name as table, column_name as name, data_type as type
    from information_schema.columns where table_schema = 'public'`,
};

/** Values of the right type, whatever the columns mean. */
async function fill(
  url: string,
  {
    table,
    who,
    columns,
  }: {
    readonly table: string;
    readonly who: Readonly<Record<string, string>>;
    readonly columns: readonly Column[];
  },
): Promise<void> {
  const values = columns.map(
    ({ name, type }) => who[name] ?? (/int/i.test(type) ? 1 : `${table} ${who.person} ${who.workspace}`),
  );
  const names = columns.map(({ name }) => name).join(', ');
  const places = columns.map(() => '?').join(', ');
  await execute(url, `insert into ${table} (${names}) values (${places})`, values);
}

test('forgets a person in every table that has people, and nobody else', async () => {
  const url = database();
  const opened = store({ url });
  await opened.preferences.of(JUNE);
  const tables = await fillEveryTable(url, 'person');
  expect(tables).toContain('stars');
  const forgotten = await opened.forget(JUNE);
  expect(forgotten).toEqual(Object.fromEntries(tables.map(table => [table, 1])));
  for (const table of tables)
    expect(await execute(url, `select workspace, person from ${table} order by person, workspace`)).toEqual([
      OTHER_JUNE,
      MIRA,
    ]);
});

test('counts what it was, and forgets the stars of a rehearsal, too', async () => {
  const url = database();
  const [real, rehearsal] = [store({ url }), store({ url, run: 'rehearsal' })];
  for (const talk of ['fog', 'lamps']) await real.stars.star({ ...JUNE, conference: 'Harbour', talk }, 1000);
  await rehearsal.stars.star({ ...JUNE, conference: 'Harbour', talk: 'fog' }, 1000);
  expect(await real.forget(JUNE)).toMatchObject({ stars: 3, preferences: 0 });
  expect(await real.forget(JUNE)).toMatchObject({ stars: 0, preferences: 0 });
  expect(await rehearsal.stars.starsOf(JUNE)).toEqual(new Map());
});

test('forgets a workspace in every table, and no other workspace', async () => {
  const url = database();
  const opened = store({ url });
  await opened.preferences.of(JUNE);
  const tables = await fillEveryTable(url, 'workspace', [JUNE, OTHER_JUNE]);
  expect(tables).toEqual(expect.arrayContaining(['deliveries', 'digests', 'installations', 'stars']));
  expect(await opened.forgetWorkspace('T1', 5000)).toBe(true);
  for (const table of tables)
    expect([table, await execute(url, `select workspace from ${table}`)]).toEqual([
      table,
      [{ workspace: 'T2' }],
    ]);
});

test('leaves a workspace in which Lectern was installed again since', async () => {
  const { installations, stars, forgetWorkspace } = store();
  const again = installation({ installedAt: 5001 });
  await installations.save(again);
  await stars.star({ ...JUNE, conference: 'Harbour', talk: 'fog' }, 1000);
  expect(await forgetWorkspace('T1', 5000)).toBe(false);
  expect(await installations.find('T1')).toEqual(kept(again));
  expect((await stars.starsOf(JUNE)).get('Harbour')).toEqual(new Set(['fog']));
  expect(await forgetWorkspace('T1', 5001)).toBe(true);
  expect(await installations.find('T1')).toBe(undefined);
  expect(await stars.starsOf(JUNE)).toEqual(new Map());
});
