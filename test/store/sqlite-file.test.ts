import { existsSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { SqliteFile } from '../../src/store/sqlite-file.ts';
import { databaseFile } from '../support/store.ts';

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
  const file = new SqliteFile('/proc/nowhere/at/all/lectern.sqlite');
  expect(() => file.connect()).toThrow(
    'The database /proc/nowhere/at/all/lectern.sqlite cannot be used: ENOENT: no such file or directory',
  );
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
