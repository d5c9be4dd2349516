import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, expect, test } from 'vitest';
import { SqliteFile } from '../../../src/store/sqlite/sqlite-file.ts';
import { StoreFault } from '../../../src/store/store-fault.ts';
import { databaseFile } from '../../support/store.ts';

const cwd = process.cwd();
afterEach(() => process.chdir(cwd));

test('a full disk is named, and writing goes on once there is space', () => {
  const path = databaseFile();
  const file = new SqliteFile(path);
  file.connect();
  file.run('create table words (word text)', []);
  // To SQLite, a file that must not grow and a disk that has no space are the same.
  file.run('pragma max_page_count = 2', []);
  for (const returning of ['', ' returning word']) {
    file.run('begin immediate', []);
    expect(() => file.run(`insert into words values (?)${returning}`, ['x'.repeat(100_000)])).toThrow(
      `The disk of the database ${path} is full. Free some space, and Lectern continues by itself.`,
    );
    file.rollBack();
  }
  file.run('pragma max_page_count = 1000', []);
  file.run('insert into words values (?)', ['x'.repeat(100_000)]);
  expect(file.run('select count(*) as count from words', []).rows).toEqual([{ count: 1 }]);
  file.close();
});

test('a file that another process holds is named, at once', () => {
  const path = databaseFile();
  const file = new SqliteFile(path);
  file.connect();
  file.run('create table words (word text)', []);
  const other = new DatabaseSync(path);
  other.exec('begin exclusive');
  for (const returning of ['', ' returning word'])
    expect(() => file.run(`insert into words values (?)${returning}`, ['lamp'])).toThrow(
      `The database ${path} is locked by another process. End that process, or wait for it.`,
    );
  other.close();
  file.close();
});

const hasProc = existsSync('/proc');
if (!hasProc) console.warn('A test of a folder that cannot be made is skipped: there is no /proc.');

// In /proc no folder can be made, and Node's own making of several at once goes on trying for ever.
test.skipIf(!hasProc)('a folder that cannot be made is named', () => {
  process.chdir('/proc');
  const file = new SqliteFile('nowhere/at/all/lectern.sqlite');
  expect(() => file.connect()).toThrow(
    'The database nowhere/at/all/lectern.sqlite cannot be used: ENOENT: no such file or directory',
  );
});

test('elsewhere than below the working folder, a folder that is missing is named and not made', () => {
  const path = join(dirname(databaseFile()), 'slip', 'lectern.sqlite');
  const file = new SqliteFile(path);
  expect(() => file.connect()).toThrow(
    `The database ${path} cannot be used: its folder ${dirname(path)} does not exist. Make the folder, or correct DATABASE_URL.`,
  );
  expect(existsSync(dirname(path))).toBe(false);
  mkdirSync(dirname(path));
  expect(file.connect()).toBe(true);
  file.close();
});

test('a file that may not be written to is opened anew, in case it may be by now', () => {
  const path = databaseFile();
  const file = new SqliteFile(path);
  file.connect();
  file.run('create table words (word text)', []);
  // To SQLite, a file that was opened to be read alone and one with this pragma are the same.
  file.run('pragma query_only = on', []);
  expect(() => file.run('insert into words values (?)', ['lamp'])).toThrow(
    `The database ${path} cannot be used: attempt to write a readonly database.`,
  );
  file.rollBack();
  expect(file.connect()).toBe(true);
  expect(file.run('insert into words values (?)', ['lamp']).changes).toBe(1);
  file.close();
});

test('a file that may be written to again is used without a restart', () => {
  const path = databaseFile();
  const killed = new SqliteFile(path);
  killed.connect();
  killed.run('create table words (word text)', []);
  const copies = ['', '-wal', '-shm'].map(end => `${dirname(path)}/left.sqlite${end}`);
  for (const copy of copies) copyFileSync(copy.replace('left.sqlite', basename(path)), copy);
  const file = new SqliteFile(copies[0] ?? '');
  const write = () => {
    file.connect();
    return file.run('insert into words values (?)', ['lamp']).changes;
  };
  asOrdinaryUser(dirname(path), () => {
    for (const copy of copies) chmodSync(copy, 0o444);
    for (let attempt = 0; attempt < 3; attempt += 1)
      expect(write).toThrow('cannot be used: attempt to write a readonly database.');
    for (const copy of copies) chmodSync(copy, 0o644);
    expect(write()).toBe(1);
  });
  file.close();
  killed.close();
});

/** Root may write to every file. */
function asOrdinaryUser(folder: string, work: () => void): void {
  const isRoot = process.geteuid?.() === 0;
  const paths = [folder, ...readdirSync(folder).map(name => join(folder, name))];
  if (isRoot) for (const path of paths) chownSync(path, NOBODY, NOBODY);
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

const NOBODY = 65534;

test('a mistake in SQL is no fault of the database', () => {
  const file = new SqliteFile(':memory:');
  file.connect();
  expect(() => file.run('select word from nowhere', [])).toThrow('no such table: nowhere');
});

test('loses nothing that was acknowledged', () => {
  const file = new SqliteFile(databaseFile());
  file.connect();
  expect(file.run('pragma journal_mode', []).rows).toEqual([{ journal_mode: 'wal' }]);
  expect(file.run('pragma synchronous', []).rows).toEqual([{ synchronous: 2 }]);
  file.close();
});

test('folders for the file are made below the working folder', () => {
  process.chdir(dirname(databaseFile()));
  const path = join('deep', 'down', 'lectern.sqlite');
  const file = new SqliteFile(path);
  expect(file.connect()).toBe(true);
  expect(existsSync(path)).toBe(true);
  file.close();
});

test('a folder below the working folder may begin with two dots', () => {
  process.chdir(dirname(databaseFile()));
  const path = join('..data', 'lectern.sqlite');
  const file = new SqliteFile(path);
  expect(file.connect()).toBe(true);
  file.close();
});

test('a connection is kept while its file is there', () => {
  const path = databaseFile();
  const file = new SqliteFile(path);
  expect([file.connect(), file.connect()]).toEqual([true, false]);
  file.close();
  expect(file.connect()).toBe(true);
  file.close();
});

test('a file that another one has replaced is opened anew', () => {
  const path = databaseFile();
  const file = new SqliteFile(path);
  file.connect();
  const other = new SqliteFile(`${path}.other`);
  other.connect();
  other.run('create table words (word text)', []);
  other.checkpoint();
  other.close();
  renameSync(`${path}.other`, path);
  expect(file.connect()).toBe(true);
  expect(file.run('select * from words', []).rows).toEqual([]);
  file.close();
});

test('a file that was lost is not made anew', () => {
  const path = databaseFile();
  const file = new SqliteFile(path);
  file.connect();
  rmSync(path);
  expect(() => file.connect()).toThrow(
    `The database ${path} is gone. Put the file back, and Lectern continues with it.`,
  );
  expect(existsSync(path)).toBe(false);
  // It is missed for as long as the process runs.
  expect(() => file.connect()).toThrow('is gone');
});

test('statements are not run without a connection', () => {
  const file = new SqliteFile('nowhere.sqlite');
  expect(() => file.run('select 1', [])).toThrow('The database nowhere.sqlite is not open.');
  file.rollBack();
  file.checkpoint();
  expect(existsSync('nowhere.sqlite')).toBe(false);
});

test('a transaction is rolled back if there is one', () => {
  const file = new SqliteFile(':memory:');
  file.connect();
  file.rollBack();
  file.run('create table words (word text)', []);
  file.run('begin immediate', []);
  file.run('insert into words values (?)', ['lamp']);
  file.rollBack();
  expect(file.run('select * from words', []).rows).toEqual([]);
  file.close();
});

test('all is in the one file after a checkpoint', () => {
  const path = databaseFile();
  const file = new SqliteFile(path);
  file.connect();
  file.run('create table words (word text)', []);
  expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);
  file.checkpoint();
  expect(statSync(`${path}-wal`).size).toBe(0);
  file.close();
});

test('a folder in its place is named', () => {
  const path = databaseFile();
  mkdirSync(path);
  expect(() => new SqliteFile(path).connect()).toThrow(
    `The database ${path} cannot be used: it is a folder. Name a file in DATABASE_URL, such as ${join(path, 'lectern.sqlite')}, or move the folder.`,
  );
});

test('a file in the place of its folder is named', () => {
  const path = databaseFile();
  writeFileSync(path, '');
  expect(() => new SqliteFile(join(path, 'lectern.sqlite')).connect()).toThrow(
    `The database ${join(path, 'lectern.sqlite')} cannot be used: ${path} is a file, not a folder. Correct DATABASE_URL.`,
  );
});

test.each([
  ['a file of something else', (path: string) => writeFileSync(path, 'Not a database. '.repeat(500))],
])('%s cannot be used', (_name, prepare) => {
  const path = databaseFile();
  prepare(path);
  const file = new SqliteFile(path);
  const connect = () => file.connect() && file.run('select * from sqlite_master', []);
  expect(connect).toThrow(StoreFault);
  expect(connect).toThrow(`The database ${path} cannot be used: `);
});

test('rows are read at once if the file is open and no transaction is under way', () => {
  const path = databaseFile();
  let ms = 0;
  const file = new SqliteFile(path, () => ms);
  const now = () => file.readNow('select word from words', []);
  expect(now()).toBe(undefined);
  file.connect();
  expect(now()).toBe(undefined);
  file.run('create table words (word text)', []);
  const other = new SqliteFile(path);
  other.connect();
  other.run('insert into words values (?)', ['lamp']);
  other.close();
  expect(now()).toEqual([{ word: 'lamp' }]);
  file.run('begin immediate', []);
  file.run('delete from words', []);
  expect(now()).toBe(undefined);
  file.rollBack();
  expect(now()).toEqual([{ word: 'lamp' }]);
  renameSync(path, `${path}.away`);
  ms += 1000;
  expect(now()).toBe(undefined);
  expect(now()).toBe(undefined);
  file.close();
});
