import { copyFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { digest } from '../../support/digests.ts';
import { databaseFile, store } from '../../support/store.ts';

test('what is kept is in the one file once the store is closed, so that a copy of it is whole', async () => {
  const path = databaseFile();
  const before = store({ url: `file:${path}` });
  await before.digests.save(digest());
  await before.close();
  const copy = databaseFile();
  copyFileSync(path, copy);
  expect(await store({ url: `file:${copy}` }).digests.all()).toEqual([digest()]);
});

test('waits for another process that writes, without standing still', async () => {
  const path = databaseFile();
  const opened = store({ url: `file:${path}` });
  await opened.digests.all();
  const other = new DatabaseSync(path);
  other.exec('begin immediate');
  const saving = opened.digests.save(digest());
  await new Promise(resolve => setTimeout(resolve, 0));
  other.exec('commit');
  other.close();
  await saving;
  expect(await opened.digests.all()).toEqual([digest()]);
});

test('a file that is gone is missed and not made anew; once it is back, all is there', async () => {
  const path = databaseFile();
  const opened = store({ url: `file:${path}` });
  await opened.digests.save(digest());
  renameSync(path, `${path}.away`);
  await expect(opened.digests.all()).rejects.toThrow(
    `The database ${path} is gone. Put the file back, and Lectern continues with it.`,
  );
  await expect(opened.digests.save(digest({ id: 'b' }))).rejects.toMatchObject({ code: 'gone' });
  renameSync(`${path}.away`, path);
  expect(await opened.digests.all()).toEqual([digest()]);
});

test('a file that is no database is named', async () => {
  const path = databaseFile();
  writeFileSync(path, 'This is no database, and long enough that nobody could take it for one.'.repeat(100));
  await expect(store({ url: `file:${path}` }).digests.all()).rejects.toThrow(
    `The database ${path} cannot be used: file is not a database. Check that the file is intact and that Lectern may write to it, or set DATABASE_URL to another database.`,
  );
});

test('a folder that cannot be made is named', async () => {
  const path = databaseFile();
  writeFileSync(path, '');
  await expect(store({ url: `file:${path}/lectern.sqlite` }).digests.all()).rejects.toMatchObject({
    code: 'unusable',
  });
});

test('a file that was removed for good can be put in place by another one', async () => {
  const path = databaseFile();
  const opened = store({ url: `file:${path}` });
  await opened.digests.save(digest());
  for (const name of [path, `${path}-wal`, `${path}-shm`]) rmSync(name, { force: true });
  await expect(opened.digests.all()).rejects.toMatchObject({ code: 'gone' });
  writeFileSync(path, '');
  expect(await opened.digests.all()).toEqual([]);
});
