import { renameSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { CompiledQuery, type DatabaseConnection, Kysely, sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { sqliteDialect } from '../../../src/store/sqlite/sqlite-dialect.ts';
import { SqliteFile } from '../../../src/store/sqlite/sqlite-file.ts';
import { databaseFile } from '../../support/store.ts';

interface Words {
  words: { word: string };
}

/** A database with a table of words, and how often it was prepared. */
function words({ path = databaseFile(), fail = (): boolean => false } = {}) {
  const prepared = { times: 0 };
  const prepare = async (connection: DatabaseConnection) => {
    await connection.executeQuery(CompiledQuery.raw('create table if not exists words (word text)'));
    prepared.times += 1;
    if (fail()) throw new Error('It cannot be prepared.');
  };
  const db = new Kysely<Words>({ dialect: sqliteDialect(new SqliteFile(path), prepare) });
  onTestFinished(() => db.destroy());
  const all = async () => (await db.selectFrom('words').select('word').execute()).map(({ word }) => word);
  const add = (word: string) => db.insertInto('words').values({ word }).executeTakeFirstOrThrow();
  return { db, path, prepared, all, add };
}

test('returns rows, and counts those that a statement changed', async () => {
  const { db, all, add } = words();
  await add('lamp');
  await add('lens');
  const updated = await db.updateTable('words').set({ word: 'fog' }).executeTakeFirstOrThrow();
  expect(updated.numUpdatedRows).toBe(2n);
  expect(
    (await db.deleteFrom('words').where('word', '=', 'x').executeTakeFirstOrThrow()).numDeletedRows,
  ).toBe(0n);
  expect(await all()).toEqual(['fog', 'fog']);
});

test('prepares a file once, and again after it was away', async () => {
  const { path, prepared, all, add } = words();
  await add('lamp');
  await add('lens');
  expect(prepared.times).toBe(1);
  renameSync(path, `${path}.away`);
  await expect(all()).rejects.toMatchObject({ code: 'gone' });
  renameSync(`${path}.away`, path);
  expect(await all()).toEqual(['lamp', 'lens']);
  expect(prepared.times).toBe(2);
});

test('prepares a file anew after that failed, with nothing of the first time kept', async () => {
  let isBroken = true;
  const path = databaseFile();
  const { prepared, all } = words({ path, fail: () => isBroken });
  await expect(all()).rejects.toThrow('It cannot be prepared.');
  const other = new DatabaseSync(path);
  expect(other.prepare('select name from sqlite_master').all()).toEqual([]);
  other.close();
  isBroken = false;
  expect(await all()).toEqual([]);
  expect(prepared.times).toBe(2);
});

test('undoes a transaction that failed, and goes on', async () => {
  const { db, all, add } = words();
  const failing = db.transaction().execute(async transaction => {
    await transaction.insertInto('words').values({ word: 'half' }).execute();
    throw new Error('The other half failed.');
  });
  await expect(failing).rejects.toThrow('The other half failed.');
  await add('whole');
  expect(await all()).toEqual(['whole']);
});

test('gives the connection to one at a time, in turn', async () => {
  const { db, add, all } = words();
  const order: string[] = [];
  const slow = db.transaction().execute(async transaction => {
    order.push('begins');
    await transaction.insertInto('words').values({ word: 'first' }).execute();
    await new Promise(resolve => setImmediate(resolve));
    order.push('ends');
  });
  const second = add('second').then(() => order.push('second'));
  const third = all().then(found => order.push(`third finds ${found.join(' and ')}`));
  await Promise.all([slow, second, third]);
  expect(order).toEqual(['begins', 'ends', 'second', 'third finds first and second']);
});

test('lets others in between statements', async () => {
  const { add } = words();
  await add('first');
  const order: string[] = [];
  const adding = Promise.all(['second', 'third'].map(word => add(word).then(() => order.push(word))));
  setImmediate(() => order.push('a search'));
  await adding;
  expect(order.indexOf('a search')).toBeLessThan(2);
});

test('waits for another process before it reads in a transaction, so that nobody writes in between', async () => {
  const { db, path, add } = words();
  await add('lamp');
  const other = new DatabaseSync(path);
  other.exec('begin immediate');
  let found = -1;
  const reading = db.transaction().execute(async transaction => {
    found = (await transaction.selectFrom('words').select('word').execute()).length;
  });
  for (let turn = 0; turn < 10; turn++) await new Promise(resolve => setImmediate(resolve));
  expect(found).toBe(-1);
  other.exec("insert into words values ('lens')");
  other.exec('commit');
  other.close();
  await reading;
  expect(found).toBe(2);
});

test('streams no rows', async () => {
  const { db } = words();
  await expect(db.selectFrom('words').selectAll().stream().next()).rejects.toThrow(
    'Rows are not streamed, since the tables are small.',
  );
});

test('an error in SQL leaves the connection free', async () => {
  const { db, all } = words();
  await expect(sql`select word from nowhere`.execute(db)).rejects.toThrow('no such table: nowhere');
  expect(await all()).toEqual([]);
});
