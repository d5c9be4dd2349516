import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { openRehearsalStore } from '../../../src/store/database/rehearsal-store.ts';
import type { Store } from '../../../src/store/open.ts';
import { digest, newDelivery } from '../../support/digests.ts';
import { database, execute, isPostgres, store } from '../../support/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function rehearsalStore(from: string | undefined): Promise<Store> {
  const opened = await openRehearsalStore(from, 'real');
  onTestFinished(() => opened.close());
  return opened;
}

test('a database is copied while it is in use, and stays as it is', async () => {
  const url = database();
  const used = store({ url });
  await used.digests.save(digest());
  await used.deliveries.claim([[newDelivery()]]);
  const copied = await rehearsalStore(url);
  expect(await copied.digests.all()).toEqual([digest()]);
  // It is posted in the rehearsal, too.
  expect(await copied.deliveries.claim([[newDelivery()]])).toEqual([true]);
  await copied.digests.remove(digest());
  expect(await used.digests.all()).toEqual([digest()]);
});

test('an older database is not brought up to date', async () => {
  const url = database();
  const used = store({ url });
  await used.digests.save(digest());
  await used.close();
  if (isPostgres(url)) {
    await execute(url, 'update schema_version set version = version - 1');
    await expect(openRehearsalStore(url, 'real')).rejects.toThrow(/Start this Lectern on it once/);
    return;
  }
  const before = readFileSync(url.replace('file:', ''));
  expect(await (await rehearsalStore(url)).digests.all()).toEqual([digest()]);
  expect(readFileSync(url.replace('file:', ''))).toEqual(before);
});

test('without a database there is nothing', async () => {
  expect(await (await rehearsalStore(undefined)).digests.all()).toEqual([]);
});

test('a file that is no database is said to be', async () => {
  const folder = temporaryFolder({ 'notes.sqlite': 'garbage'.repeat(200) });
  await expect(openRehearsalStore(`file:${folder}/notes.sqlite`, 'real')).rejects.toThrow(
    `The database ${folder}/notes.sqlite cannot be read: file is not a database. Correct DATABASE_URL, or try again.`,
  );
});
