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
  file.run('begin immediate', []);
  expect(() => file.run('insert into words values (?)', ['x'.repeat(100_000)])).toThrow(
    `The database ${path} cannot grow: its disk is full. Free some space; Lectern goes on by itself.`,
  );
  file.rollBack();
  file.run('pragma max_page_count = 1000', []);
  file.run('insert into words values (?)', ['x'.repeat(100_000)]);
  expect(file.run('select count(*) as count from words', []).rows).toEqual([{ count: 1 }]);
  file.close();
});

test('a file that another process holds is named, at once', () => {
  const path = databaseFile();
  const file = new SqliteFile(path);
  file.connect();
  const other = new DatabaseSync(path);
  other.exec('begin exclusive');
  expect(() => file.run('create table words (word text)', [])).toThrow(
    `The database ${path} is locked by another process. End that process, or wait for it.`,
  );
  other.close();
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
